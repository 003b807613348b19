// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/export_content.h"
#include "ui/figure/text_picture.h"

namespace alignoscope::ui {

/// The text as a paragraph of coloured words below what was decided, above a bar of colours (`colourBar`); with
/// `values`, each word has its weight below it. Throws Error(Usage) on an impossible size or without a text.
Drawing textAttentionDrawing(const TextPicture& picture, const FigureOptions& options);

/// One line a word: position, word, whether it is unknown to the model, weight; last what padding took, where it did.
std::string textAttentionToCsv(const TextPicture& picture);
/// Words, weights, padding's share, decision, probabilities, the true label.
std::string textAttentionToJson(const TextPicture& picture);

/// Of a text as it is seen: figure, CSV, JSON.
ExportContent exportOf(const TextPicture& picture);

} // namespace alignoscope::ui

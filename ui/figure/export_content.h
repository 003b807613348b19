// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"

#include <functional>
#include <string>
#include <vector>

namespace alignoscope::ui {

/// Numbers behind a figure, as a file of text.
struct TextExport {
    QString title;  ///< "CSV – table of weights"
    QString ending; ///< "csv"
    std::function<std::string()> write;
};

/// What a view gives away: a figure and its numbers. It holds what it needs (shared, immutable), so that it stays true
/// while the view goes on.
struct ExportContent {
    QString name;                                         ///< of the file, without its ending: "attention-step-400"
    std::function<Drawing(const FigureOptions&)> compose; ///< throws Error where it cannot be drawn so
    std::vector<TextExport> texts;
    bool cells = true; ///< the figure has a colour map, a colour bar, and numbers in its cells
};

/// Of a matrix as it is seen: figure, CSV, JSON and, for weights of attention, Pharaoh links.
ExportContent exportOf(const AttentionSnapshotPtr& snapshot, const MatrixLook& look = {});

} // namespace alignoscope::ui

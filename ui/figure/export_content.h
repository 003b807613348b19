// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"

#include <functional>
#include <string>
#include <vector>

namespace alignoscope::ui {

/// Numbers behind a figure, as a file.
struct TextExport {
    QString title;  ///< "CSV – table of weights"
    QString ending; ///< "csv"
    std::function<std::string()> write;
    std::function<std::string(double least)> writeFrom{}; ///< links: those of at least that weight; empty of the others
    QString note{};                                       ///< in place of a preview, where the file is no text
};

/// What a view gives away: a figure and its numbers. It holds what it needs (shared, immutable), so that it stays true
/// while the view goes on.
struct ExportContent {
    QString name;                                         ///< of the file, without its ending: "attention-step-400"
    std::function<Drawing(const FigureOptions&)> compose; ///< throws Error where it cannot be drawn so
    std::vector<TextExport> texts;
    bool cells = true; ///< the figure has a colour map, a colour bar, and numbers in its cells
};

/// Of a matrix as it is seen: figure, CSV, JSON, NumPy and, for weights of attention, links and what toolkits write.
ExportContent exportOf(const AttentionSnapshotPtr& snapshot, const MatrixLook& look = {});

} // namespace alignoscope::ui

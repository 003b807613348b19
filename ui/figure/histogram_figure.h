// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"

#include <vector>

namespace alignoscope::ui {

/// How one number is spread over sentences.
struct HistogramFigure {
    QString title;
    std::vector<int> all, passing; ///< sentences of a bin, and those of them that were chosen; equally long
    QString least, most;           ///< what is written at the ends
};

/// Several histograms side by side, as many as the width has room for; bars of chosen sentences before pale ones of
/// all. Throws Error(Usage) on an impossible size or where there is none.
Drawing histogramDrawing(const std::vector<HistogramFigure>& histograms, const FigureOptions& options);

} // namespace alignoscope::ui

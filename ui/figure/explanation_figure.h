// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/explanation.h"
#include "ui/figure/attention_figure.h"
#include "ui/figure/plot_drawing.h"

#include <array>
#include <memory>

namespace alignoscope::ui {

using ExplanationPtr = std::shared_ptr<const Explanation>;
using ExplanationSummaryPtr = std::shared_ptr<const ExplanationSummary>;

/// The three answers to "where did this word come from?", in the order they are shown.
enum class Importance { Attention, Gradient, LeaveOneOut };
inline constexpr std::array allImportances = {Importance::Attention, Importance::Gradient, Importance::LeaveOneOut};

QString displayName(Importance importance);

/// One of them as a matrix: attention as it is; gradients by their size, every row made to sum to 1; leave-one-out as
/// it is, with nothing (not-a-number) for EOS, which is never left out.
AttentionSnapshotPtr importanceMatrix(const Explanation& explanation, Importance importance);

/// The three matrices side by side. Throws as attentionDrawing does.
Drawing explanationDrawing(const Explanation& explanation, const FigureOptions& options);

/// Largest weight against what permuting changes, a point a target word (Jain & Wallace 2019, figure 4).
ScatterPlot permutationPlot(const Explanation& explanation);
ScatterPlot permutationPlot(const ExplanationSummary& summary);
/// How often which τ: attention and gradients, attention and leave-one-out.
HistogramPlot rankPlot(const ExplanationSummary& summary);

/// A plot of an export's size on white; throws as checkSizes does.
PlotLook plotLook(const FigureOptions& options);

} // namespace alignoscope::ui

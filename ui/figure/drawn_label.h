// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"
#include "ui/figure/axis_labels.h"
#include "ui/figure/drawing.h"

namespace alignoscope::ui {

/// The inks of figures, which are always on white.
constexpr QRgb figureInk = 0xff1a1a1a, paleFigureInk = 0xff808080, unknownTokenInk = 0xff5a5a5a;

/// A token in its place: ends of sentences pale, unknown words with a dotted line below.
void addLabel(Drawing& drawing, const PlacedLabel& placed, const LabelMetrics& metrics);

/// The wished title, one line in the middle of the figure's width, and the file's own (`untitled` where none is
/// wished). The height it takes.
double addTitle(Drawing& drawing, const FigureOptions& options, const LabelMetrics& metrics, const QString& untitled);

} // namespace alignoscope::ui

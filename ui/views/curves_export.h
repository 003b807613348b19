// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/curve_figure.h"
#include "ui/views/curves_plot.h"

namespace alignoscope::ui {

/// What the plot shows, as a figure. `measureName`: of the right axis; empty: there is none.
CurveFigure curveFigure(const CurvesData& data, const QString& measureName);

} // namespace alignoscope::ui

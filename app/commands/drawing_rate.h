// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace alignoscope::commands {

/// The heatmap of a sentence pair with new weights, drawn into pixels.
struct DrawingFigure {
    int tokens = 60; ///< of each side
    int width = 1000, height = 800;
    double medianMilliseconds = 0, p99Milliseconds = 0;
};
/// Draws for `seconds`, at least three times. Throws Error(Cancelled).
DrawingFigure benchmarkDrawing(double seconds, std::stop_token stop);

} // namespace alignoscope::commands

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"

#include <QPainterPath>
#include <QRectF>

#include <functional>
#include <utility>

namespace alignoscope::ui {

/// Where local attention looked, row by row: a bracket round the words within p_t − D … p_t + D, a dot at p_t.
struct WindowMarks {
    QPainterPath brackets, dots;
    double line = 0; ///< width of the brackets' line
};

/// The columns of row t within reach, first and last; first > last where there are none.
std::pair<int, int> windowOf(const AttentionSnapshot& snapshot, int target);

/// Empty where the snapshot has no centres. `cell` tells the rectangle of a cell by target and source; `line`: a fine
/// line's width there.
WindowMarks windowMarks(const AttentionSnapshot& snapshot, const std::function<QRectF(int, int)>& cell, double line);

} // namespace alignoscope::ui

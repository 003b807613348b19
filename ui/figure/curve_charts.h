// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/length_curves.h"
#include "alignoscope/state_curves.h"
#include "ui/figure/line_chart.h"

#include <vector>

namespace alignoscope::ui {

/// BLEU by the length of the source sentence (Bahdanau, Cho & Bengio 2015, figure 2). Models without attention are
/// dashed; a dotted line stands where the sentences a model was trained on end. How many sentences there are of a
/// length is said where all curves have the same.
LineChart lengthChart(const std::vector<LengthCurve>& curves);

/// BLEU above, alignment error rate (where it was measured) below, by the number of states attention may look at.
LineChart stateChart(const StateCurve& curve);

} // namespace alignoscope::ui

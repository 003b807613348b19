// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_difference.h"

#include <QString>

namespace alignoscope::ui {

/// What a comparison comes to, in a sentence or three: how much attention moved, how many words look elsewhere, the
/// losses. `difference` is of b (left) and a (right): it shows A − B.
QString differenceSummary(const AttentionSnapshot& a, const AttentionSnapshot& b, const AttentionDifference& difference);

/// What the colours of the difference map mean, and what is hatched.
QString differenceLegend(const AttentionDifference& difference);

} // namespace alignoscope::ui

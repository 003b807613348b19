// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/value_scale.h"

#include "alignoscope/states.h"

#include <QString>

namespace alignoscope::ui {

// What the window says of layers and of what they compute.

/// "Encoder forwards"; where there are `several` layers with its number.
QString titleOf(const LayerStates& layer, bool several);
QString titleOf(Quantity quantity);
/// A sentence for a student.
QString explanationOf(Reading reading);
QString explanationOf(Quantity quantity);
/// Gates from 0 to 1, the others about 0; a memory as far as it goes in `values` (or null: none).
ValueScale scaleOf(Quantity quantity, const UnitMatrix* values);

} // namespace alignoscope::ui

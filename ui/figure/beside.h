// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/drawing.h"

#include <vector>

namespace alignoscope::ui {

/// Several drawings as one: side by side with their tops at one height, or one below the other with their left edges
/// in line.
Drawing besideEachOther(const std::vector<Drawing>& drawings, double gap);
Drawing belowEachOther(const std::vector<Drawing>& drawings, double gap);

} // namespace alignoscope::ui

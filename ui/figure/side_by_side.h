// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/drawing.h"

namespace alignoscope::ui {

/// Draws a part into a whole, its upper left corner at `at`. The whole's size is left as it is.
void addDrawing(Drawing& whole, const Drawing& part, QPointF at);

/// Drawings from left to right, their upper edges in line. Title and description stay empty.
Drawing sideBySide(const std::vector<Drawing>& parts);

} // namespace alignoscope::ui

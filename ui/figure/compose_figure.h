// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"
#include "ui/figure/drawing.h"

namespace alignoscope::ui {

/// Lays the figure out. Never fails: what does not fit is shortened or left out.
Drawing composeFigure(const AttentionSnapshot& snapshot, const FigureOptions& options);

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"
#include "ui/figure/beam_layout.h"
#include "ui/figure/drawing.h"

namespace alignoscope::ui {

/// The tree of a search up to a step, as the window shows it. As wide as wished, or narrower type where it does not
/// fit; never larger type. Throws Error(Usage) on an impossible size.
Drawing beamDrawing(const BeamTrace& trace, int step, bool pruned, const FigureOptions& options);

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"
#include "ui/figure/state_map_scene.h"

namespace alignoscope::ui {

/// A map of states as a figure, on white: the part of the plane that `frame` shows. Throws Error(Usage) on an
/// impossible size.
Drawing stateMapDrawing(const StateMapScene& scene, const StateMapFrame& frame, const FigureOptions& options);

/// Two figures side by side as one; the lower one is centred beside the higher.
Drawing sideBySide(Drawing left, const Drawing& right);

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/beam_tree_scene.h"
#include "ui/views/beam_tree_view.h"

#include <optional>

namespace alignoscope::ui {

struct BeamTreeView::Parts {
    BeamTreeScene scene;
    double zoom = 1;
    bool whole = false;
    bool pruned = true;
    WordOrder wordOrder = WordOrder::AsWritten;
    double header = 20;             ///< height of the line with the steps' numbers
    std::optional<QPointF> grabbed; ///< the pointer holds the tree there
};

} // namespace alignoscope::ui

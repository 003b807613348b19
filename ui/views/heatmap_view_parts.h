// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/heatmap_scene.h"
#include "ui/views/heatmap_view.h"

namespace alignoscope::ui {

class HeatmapCanvas;

/// What a HeatmapView is made of; for its own sources alone.
struct HeatmapView::Parts {
    HeatmapScene scene;
    HeatmapCanvas* canvas = nullptr;
    HeatmapLabels labels;
    WordOrder wordOrder = WordOrder::AsWritten;
    std::optional<Cell> hovered, cursor;
    TokenFocus* focus = nullptr;
    AttentionSnapshotPtr given; ///< before it was shaped
    AttentionShape shape;
    TokenMap sources, targets;                          ///< from the tokens given to those shown
    std::optional<GoldAlignment> gold;                  ///< of the tokens given
    std::size_t sourceSentence = 0, targetSentence = 0; ///< keys of the tokens given
};

} // namespace alignoscope::ui

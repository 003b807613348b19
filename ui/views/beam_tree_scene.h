// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/beam_layout.h"

#include <QPalette>

class QPainter;

namespace alignoscope::ui {

/// Everything a tree of hypotheses is drawn from.
struct BeamTreeScene {
    BeamTracePtr trace;
    int step = 0;    ///< what came later is not drawn
    int chosen = -1; ///< node with a ring
    int hovered = -1;
    bool keyboard = false; ///< the view has the focus
    QString emptyText;

    LabelMetrics metrics{QFont()};
    double typeSize = 12;
    BeamLayout layout;
    QPalette palette;
    std::vector<bool> leading; ///< nodes of the hypothesis that leads after `step` steps
    std::vector<bool> toChosen;

    [[nodiscard]] bool shows(int node) const
    {
        return trace && node >= 0 && layout.shows(node) && trace->node(node).step <= step;
    }
};

/// What of the tree falls into `visible` (in the layout's units, as the painter's); `zoom` is pixels to one of them.
void drawBeamTree(QPainter& painter, const BeamTreeScene& scene, const QRectF& visible, double zoom);
/// The numbers of the steps along the top of a widget; `left` is where the layout's left edge is.
void drawBeamSteps(QPainter& painter, const BeamTreeScene& scene, const QRectF& strip, double left, double zoom);
/// Nothing to show yet: a quiet picture of what will be here, and why it is not.
void drawNoBeam(QPainter& painter, const BeamTreeScene& scene, const QSizeF& widget);

} // namespace alignoscope::ui

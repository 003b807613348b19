// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_shape.h"
#include "ui/figure/attention_figure.h"
#include "ui/figure/link_style.h"

#include <optional>

namespace alignoscope::ui {

/// What of a picture is drawn as links.
struct LinksFigure {
    AttentionSnapshotPtr snapshot; ///< as it is shown; never null
    double threshold = 0;          ///< lighter links are left out
    LinkColouring colouring = LinkColouring::Weight;
    std::optional<GoldAlignment> gold; ///< of the tokens shown
    QString above{}, below{};          ///< what the two lines are; empty: "source", "target"
};

/// The figure: both sentences whole, a curve a link. Words that do not fit side by side are slanted, stood upright,
/// then thinned out. Throws Error(Usage) on an impossible size or where there is nothing to draw.
Drawing linksDrawing(const LinksFigure& links, const FigureOptions& options);

} // namespace alignoscope::ui

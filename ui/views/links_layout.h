// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/link_row.h"

#include <QRectF>

#include <vector>

namespace alignoscope::ui {

/// Tokens, counted from 0 as they are shown; −1: none. Both: a link.
struct LinkPlace {
    int source = -1, target = -1;
    bool operator==(const LinkPlace&) const = default;
    [[nodiscard]] bool isNone() const { return source < 0 && target < 0; }
    [[nodiscard]] bool isLink() const { return source >= 0 && target >= 0; }
};

/// Where the parts of the links view stand in a widget: source tokens above, target tokens below, links between.
struct LinksLayout {
    QRectF header;       ///< the read-out and the legend
    QRectF zone;         ///< of the links, as wide as the widget; empty when there is nothing to show
    LinkRows rows;       ///< x counted from the left end of the content
    double content = 0;  ///< width of everything; never narrower than the widget
    double left = 0;     ///< where the rows begin in the content
    double scrolled = 0; ///< how much of the content is left of the widget
    bool captions = true;

    [[nodiscard]] double sourceX(int source) const { return left - scrolled + rows.source.centre(source); }
    [[nodiscard]] double targetX(int target) const { return left - scrolled + rows.target.centre(target); }
    [[nodiscard]] PlacedLabel sourceLabel(int source, const LabelMetrics& metrics) const;
    [[nodiscard]] PlacedLabel targetLabel(int target, const LabelMetrics& metrics) const;
    /// A token's place beside the links, as high as its label.
    [[nodiscard]] QRectF sourcePlace(int source) const;
    [[nodiscard]] QRectF targetPlace(int target) const;
    /// The token whose label or place is at a point.
    [[nodiscard]] LinkPlace tokenAt(const QPointF& point, const LabelMetrics& metrics) const;
    /// The tokens of a row that are in the widget, from left to right.
    [[nodiscard]] std::vector<int> visible(const LinkRow& row, double width) const;
};

/// What part of the sentence is to be seen.
struct LinksWindow {
    double zoom = 1; ///< 1: all of it
    double middle =
        0; ///< what stands in the middle, in source tokens from the first one (2.5: the middle of the third)
};

struct LinksContent {
    LinkTokens tokens;
    const LabelMetrics& metrics;
    double typeSize = 12; ///< height of the widget's own type
};

LinksLayout layOutLinks(const LinksContent& content, const LinksWindow& window, const QSizeF& widget);
/// The zoom at which every label has twice the room it needs, and the sentence is twice as wide as the widget.
double largestZoom(const LinksContent& content, const QSizeF& widget);

} // namespace alignoscope::ui

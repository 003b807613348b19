// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/colour_map.h"

#include <QColor>
#include <QPainterPath>
#include <QPointF>

namespace alignoscope::ui {

/// What the colour of a link tells.
enum class LinkColouring {
    Weight,     ///< its weight, as in the matrix
    SourceWord, ///< which source word it starts from; neighbours differ, also for colour-blind readers
};

/// How links are drawn: the same on the screen and in figures.
struct LinkStyle {
    LinkColouring colouring = LinkColouring::Weight;
    ColourMap colourMap = ColourMap::Viridis;
    bool dark = false;    ///< on a dark ground the heaviest links are the brightest
    double thickest = 10; ///< width of a link of weight 1

    /// In the units of `thickest`; never thinner than can be seen.
    [[nodiscard]] double width(double weight) const;
    [[nodiscard]] QRgb colour(int source, double weight) const;
    /// 0…1: light links let the heavy ones below show through.
    [[nodiscard]] static double opacity(double weight);
};

/// The width of the heaviest link where tokens stand this far apart.
double thickestLink(double pitch, double typeSize);
/// The colour that stands for a source token when links are coloured by it.
QRgb colourOfToken(int source);

/// A link as a curve: upright at both ends. At a share of its height it has gone linkBend of its way across.
QPainterPath linkPath(QPointF from, QPointF to);
double linkBend(double height);

} // namespace alignoscope::ui

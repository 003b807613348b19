// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/link_style.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double bow = 0.55; // where the curve's handles are, as a share of its height

} // namespace

double LinkStyle::width(double weight) const
{
    return std::max(0.07 * thickest, std::clamp(weight, 0.0, 1.0) * thickest);
}

QRgb LinkStyle::colour(int source, double weight) const
{
    if (colouring == LinkColouring::SourceWord)
        return colourOfToken(source);
    // Heavy links stand out from the ground, whichever end of the map that takes, and the lightest are not the ground.
    const double strength = 0.28 + 0.72 * std::clamp(weight, 0.0, 1.0);
    const bool brightIsMuch = colourMap != ColourMap::Greys;
    return colourOf(colourMap, dark == brightIsMuch ? strength : 1 - strength);
}

double LinkStyle::opacity(double weight)
{
    return std::clamp(1.15 * std::sqrt(std::clamp(weight, 0.0, 1.0)), 0.02, 0.96);
}

double thickestLink(double pitch, double typeSize)
{
    return std::clamp(0.35 * pitch, 0.3 * typeSize, 0.85 * typeSize);
}

QRgb colourOfToken(int source)
{
    // Okabe & Ito 2008, without the two that are lost on white or on black
    static constexpr std::array<QRgb, 6> colours = {0xff0072b2, 0xffd55e00, 0xff009e73,
                                                    0xffcc79a7, 0xffe69f00, 0xff56b4e9};
    return colours[static_cast<std::size_t>(std::max(0, source)) % colours.size()];
}

QPainterPath linkPath(QPointF from, QPointF to)
{
    const QPointF handle(0, (to.y() - from.y()) * bow);
    QPainterPath path(from);
    path.cubicTo(from + handle, to - handle, to);
    return path;
}

double linkBend(double height)
{
    // y(t) = 3·bow·t(1−t)² + 3(1−bow)·t²(1−t) + t³ rises with t: halving finds it
    double low = 0, high = 1;
    for (int i = 0; i < 40; ++i) {
        const double t = (low + high) / 2, u = 1 - t;
        const double y = 3 * bow * t * u * u + 3 * (1 - bow) * t * t * u + t * t * t;
        (y < height ? low : high) = t;
    }
    const double t = (low + high) / 2;
    return t * t * (3 - 2 * t);
}

} // namespace alignoscope::ui

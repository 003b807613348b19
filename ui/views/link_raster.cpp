// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/link_raster.h"

#include "ui/figure/link_style.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr float dash = 5, period = 9; // pixels of the widget along the link

// sqrt(1 + s²) to 4 %; exact square roots are most of the work otherwise
float lengthOfSlope(float s)
{
    const float greater = std::max(1.0F, s), smaller = std::min(1.0F, s);
    return std::max(greater, 0.96F * greater + 0.4F * smaller);
}

// `share` of 256; two colour channels at a time
QRgb blended(QRgb below, QRgb above, unsigned share)
{
    constexpr QRgb redBlue = 0x00ff00ffU, green = 0x0000ff00U;
    const QRgb rest = 256 - share;
    return 0xff000000U | ((((below & redBlue) * rest + (above & redBlue) * share) >> 8) & redBlue)
        | ((((below & green) * rest + (above & green) * share) >> 8) & green);
}

} // namespace

LinkRaster::LinkRaster(QImage& image) : m_image(image), m_ratio(image.devicePixelRatio())
{
    const int rows = image.height();
    for (int y = 0; y < rows; ++y) {
        const double above = linkBend(static_cast<double>(y) / rows), below = linkBend((y + 1.0) / rows);
        m_rows.push_back({static_cast<float>((above + below) / 2), static_cast<float>(below - above)});
    }
}

void LinkRaster::stroke(const LinkStroke& stroke)
{
    const auto from = static_cast<float>(stroke.from * m_ratio), way = static_cast<float>(stroke.to * m_ratio) - from;
    const auto thickness = static_cast<float>(stroke.width * m_ratio);
    const auto right = static_cast<float>(m_image.width());
    if (std::max(from, from + way) < -thickness || std::min(from, from + way) > right + thickness)
        return;
    const auto opacity = static_cast<float>(stroke.opacity * 256);
    const auto unit = static_cast<float>(m_ratio);
    float gone = 0;
    auto* line = reinterpret_cast<QRgb*>(m_image.bits());
    const auto stride = m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    for (const Row& row : m_rows) {
        const float slope = std::abs(way * row.slope), length = lengthOfSlope(slope);
        gone += length;
        if (!stroke.dashed || std::fmod(gone, period * unit) < dash * unit) {
            // The link in this row: a box as wide as it is cut, smeared over how far it goes meanwhile.
            const float half = thickness / 2 * length, smear = std::max(1.0F, slope), reach = half + smear / 2;
            const float middle = from + way * row.bend, rise = opacity / smear;
            const float most = std::min(opacity, 2 * half * rise);
            const float begin = std::max(0.0F, middle - reach), end = std::min(right, middle + reach);
            // shares of the middles of pixels, rising from one side and falling to the other
            float left = (static_cast<float>(static_cast<int>(begin)) + 0.5F - middle + reach) * rise;
            float fall = 2 * reach * rise - left;
            for (auto x = static_cast<int>(begin); static_cast<float>(x) < end; ++x, left += rise, fall -= rise) {
                const float share = std::min(std::min(left, fall), most);
                if (share > 0)
                    line[x] = blended(line[x], stroke.colour, static_cast<unsigned>(share));
            }
        }
        line += stride;
    }
}

LinkProbe::LinkProbe(double x, double y, double height)
    : m_x(x), m_bend(linkBend(y / height)), m_slope((linkBend((y + 1) / height) - linkBend((y - 1) / height)) / 2)
{
}

double LinkProbe::distanceTo(double from, double to) const
{
    const double way = to - from, slope = way * m_slope;
    return std::abs(from + way * m_bend - m_x) / std::sqrt(1 + slope * slope);
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/link_raster.h"

#include "ui/figure/link_style.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace alignoscope::ui {
namespace {

constexpr float dash = 5, period = 9; // pixels of the widget along the link
constexpr float faint = 0.3F * 256;
constexpr std::ptrdiff_t manyLinks = 1500;

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

LinkRaster::LinkRaster(QImage& image) : m_image(image), m_ratio(static_cast<float>(image.devicePixelRatio())) { }

void LinkRaster::add(const LinkStroke& stroke)
{
    const auto from = static_cast<float>(stroke.from) * m_ratio, to = static_cast<float>(stroke.to) * m_ratio;
    const float thickness = static_cast<float>(stroke.width) * m_ratio;
    const auto right = static_cast<float>(m_image.width());
    if (std::max(from, to) < -thickness || std::min(from, to) > right + thickness)
        return;
    m_lines.push_back(
        {from, to - from, thickness / 2, static_cast<float>(stroke.opacity * 256), stroke.colour, stroke.dashed, 0});
}

void LinkRaster::draw()
{
    drawFor(std::chrono::hours(1));
}

bool LinkRaster::drawFor(std::chrono::milliseconds budget)
{
    // Thousands of faint links are a haze in which nobody tells one row of pixels from the next.
    const auto heavy = std::ranges::find_if(m_lines, [](const Line& line) { return line.opacity > faint; });
    const bool haze = heavy - m_lines.begin() > manyLinks;
    const Clock::time_point until = Clock::now() + budget;
    if (!m_hazeDrawn && !drawRows(m_lines.begin(), heavy, haze ? 3 : 1, until))
        return false;
    m_hazeDrawn = true;
    if (!drawRows(heavy, m_lines.end(), 1, until))
        return false;
    m_hazeDrawn = false;
    m_lines.clear();
    return true;
}

// `height` rows of pixels at a time look alike. Goes on where the last call ended.
bool LinkRaster::drawRows(Lines::iterator first, Lines::iterator end, int height, Clock::time_point until)
{
    const int rows = first == end ? 0 : m_image.height();
    const auto width = static_cast<std::size_t>(m_image.width());
    double above = linkBend(static_cast<double>(m_y) / std::max(1, rows));
    for (; m_y < rows; m_y += height) {
        const int behind = std::min(rows, m_y + height);
        const double below = linkBend(static_cast<double>(behind) / rows);
        auto* row = reinterpret_cast<QRgb*>(m_image.scanLine(m_y));
        drawRow(row, first, end, static_cast<float>((above + below) / 2), static_cast<float>(below - above),
                static_cast<float>(behind - m_y));
        for (int copy = m_y + 1; copy < behind; ++copy)
            std::copy_n(row, width, reinterpret_cast<QRgb*>(m_image.scanLine(copy)));
        above = below;
        if (Clock::now() > until && m_y + height < rows) { // a row at least, or it would never end
            m_y += height;
            return false;
        }
    }
    m_y = 0;
    return true;
}

bool LinkRaster::isGap(Line& line, float length) const
{
    line.gone += length;
    return line.dashed && std::fmod(line.gone, period * m_ratio) >= dash * m_ratio;
}

// `bend` is how far across links have gone in the middle of the row, `slope` how much farther they go within it.
void LinkRaster::drawRow(QRgb* row, Lines::iterator first, Lines::iterator end, float bend, float slope,
                         float height) const
{
    const auto right = static_cast<float>(m_image.width());
    for (auto each = first; each != end; ++each) {
        Line& line = *each;
        const float across = std::abs(line.way * slope), length = lengthOfSlope(across / height);
        if (line.dashed && isGap(line, length))
            continue;
        // The link in this row: a box as wide as it is cut, smeared over how far it goes meanwhile.
        const float half = line.half * length, smear = std::max(1.0F, across), reach = half + smear / 2;
        const float middle = line.from + line.way * bend, rise = line.opacity / smear;
        const float most = std::min(line.opacity, 2 * half * rise);
        const float begin = std::max(0.0F, middle - reach), stop = std::min(right, middle + reach);
        const auto start = static_cast<int>(begin);
        // shares of the middles of pixels, rising from one side and falling to the other
        float left = (static_cast<float>(start) + 0.5F - middle + reach) * rise, fall = 2 * reach * rise - left;
        for (int x = start; static_cast<float>(x) < stop; ++x, left += rise, fall -= rise) {
            const float share = std::min(std::min(left, fall), most);
            if (share > 0)
                row[x] = blended(row[x], line.colour, static_cast<unsigned>(share));
        }
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

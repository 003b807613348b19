// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/window_marks.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace alignoscope::ui {
namespace {

/// "[" where `serif` is above 0, "]" where it is below.
void addBracket(QPainterPath& path, double x, double top, double bottom, double serif)
{
    path.moveTo(x + serif, top);
    path.lineTo(x, top);
    path.lineTo(x, bottom);
    path.lineTo(x + serif, bottom);
}

/// Cells of columns first … last: one rectangle where all of them stand beside each other, several where words of two
/// directions are mixed.
std::vector<QRectF> stretches(int target, int first, int last, const std::function<QRectF(int, int)>& cell)
{
    std::vector<QRectF> cells;
    for (int source = first; source <= last; ++source)
        cells.push_back(cell(target, source));
    std::ranges::sort(cells, {}, [](const QRectF& one) { return one.left(); });
    std::vector<QRectF> found;
    for (const QRectF& one : cells) {
        if (!found.empty() && one.left() - found.back().right() < one.width() / 2)
            found.back().setRight(one.right());
        else
            found.push_back(one);
    }
    return found;
}

/// The place of p_t, between the middles of the cells on either side of it.
QPointF placeOf(double centre, int target, int sources, const std::function<QRectF(int, int)>& cell)
{
    const double within = std::clamp(centre, 0.0, static_cast<double>(sources - 1));
    const int left = static_cast<int>(std::floor(within)), right = std::min(left + 1, sources - 1);
    const QPointF from = cell(target, left).center(), to = cell(target, right).center();
    return from + (to - from) * (within - left);
}

} // namespace

std::pair<int, int> windowOf(const AttentionSnapshot& snapshot, int target)
{
    const double centre = static_cast<double>(snapshot.centres[static_cast<std::size_t>(target)]);
    const double reach = static_cast<double>(snapshot.window);
    return {std::max(0, static_cast<int>(std::ceil(centre - reach))),
            std::min(snapshot.sources() - 1, static_cast<int>(std::floor(centre + reach)))};
}

WindowMarks windowMarks(const AttentionSnapshot& snapshot, const std::function<QRectF(int, int)>& cell, double line)
{
    WindowMarks marks{{}, {}, line};
    if (snapshot.centres.size() != snapshot.targetTokens.size() || snapshot.sources() == 0)
        return marks;
    for (int target = 0; target < snapshot.targets(); ++target) {
        const double centre = static_cast<double>(snapshot.centres[static_cast<std::size_t>(target)]);
        const auto [first, last] = windowOf(snapshot, target);
        if (!std::isfinite(centre) || first > last)
            continue;
        const QRectF one = cell(target, first);
        const double inset = 1.5 * line, serif = std::min(4 * line, one.width() / 4);
        for (const QRectF& stretch : stretches(target, first, last, cell)) {
            const QRectF inside = stretch.adjusted(inset, inset, -inset, -inset);
            addBracket(marks.brackets, inside.left(), inside.top(), inside.bottom(), serif);
            addBracket(marks.brackets, inside.right(), inside.top(), inside.bottom(), -serif);
        }
        const double radius = std::min({3 * line, one.height() / 5, one.width() / 5});
        marks.dots.addEllipse(placeOf(centre, target, snapshot.sources(), cell), radius, radius);
    }
    return marks;
}

} // namespace alignoscope::ui

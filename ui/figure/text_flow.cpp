// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/text_flow.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

TextFlow flowText(const std::vector<double>& widths, const ReadingOrder& order, const TextFlowLook& look)
{
    TextFlow flow;
    flow.fromRight = order.fromRight();
    flow.places.resize(widths.size());
    flow.lines.resize(widths.size());
    double y = 0;
    int line = 0;
    for (std::size_t first = 0; first < widths.size(); ++line) {
        const auto wide = [&](std::size_t word) { return std::min(widths[word], look.width); };
        std::size_t end = first;
        double used = 0;
        while (end < widths.size() && (end == first || used + look.gap + wide(end) <= look.width)) {
            used += (end == first ? 0 : look.gap) + wide(end);
            ++end;
        }
        double x = flow.fromRight ? look.width - used : 0;
        for (const int each : order.line(static_cast<int>(first), static_cast<int>(end))) {
            const auto word = static_cast<std::size_t>(each);
            flow.places[word] = {x, y, wide(word), look.height};
            flow.lines[word] = line;
            x += wide(word) + look.gap;
        }
        y += look.height + look.lead;
        first = end;
    }
    flow.height = widths.empty() ? 0 : y - look.lead;
    return flow;
}

int TextFlow::neighbour(int word, int key, int count) const
{
    const auto place = [this](int i) { return places[static_cast<std::size_t>(i)]; };
    const auto line = [this](int i) { return lines[static_cast<std::size_t>(i)]; };
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const double from = place(word).center().x();
    int best = word;
    double least = 1e9;
    for (int other = 0; other < count; ++other) {
        const double right = place(other).center().x() - from;
        const bool candidate = across ? line(other) == line(word) && (key == Qt::Key_Right ? right > 0 : right < 0)
                                      : line(other) == line(word) + (key == Qt::Key_Down ? 1 : -1);
        if (candidate && std::abs(right) < least) {
            least = std::abs(right);
            best = other;
        }
    }
    if (best != word || !across)
        return best;
    const bool forth = (key == Qt::Key_Right) != fromRight; // on to the next line, or back to the one before
    int edge = -1;
    for (int other = 0; other < count; ++other)
        if (line(other) == line(word) + (forth ? 1 : -1)
            && (edge < 0 || (place(other).x() < place(edge).x()) == (key == Qt::Key_Right)))
            edge = other;
    return edge < 0 ? word : edge;
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/beside.h"

#include <algorithm>

namespace alignoscope::ui {
namespace {

void add(Drawing& all, const Drawing& one, QPointF by)
{
    for (Drawing::Box box : one.boxes) {
        box.rect.translate(by);
        all.boxes.push_back(box);
    }
    for (Drawing::Band band : one.bands) {
        band.rect.translate(by);
        all.bands.push_back(band);
    }
    for (Drawing::Path path : one.paths) {
        path.path.translate(by);
        all.paths.push_back(path);
    }
    for (Drawing::Line line : one.lines) {
        line.from += by;
        line.to += by;
        all.lines.push_back(line);
    }
    for (Drawing::Text text : one.texts) {
        text.origin += by;
        all.texts.push_back(text);
    }
    all.title += (all.title.isEmpty() ? "" : " · ") + one.title;
    all.description += (all.description.isEmpty() ? "" : " ") + one.description;
}

} // namespace

Drawing besideEachOther(const std::vector<Drawing>& drawings, double gap)
{
    Drawing all;
    double x = 0;
    for (const Drawing& drawing : drawings) {
        add(all, drawing, {x, 0});
        all.size = {x + drawing.size.width(), std::max(all.size.height(), drawing.size.height())};
        x = all.size.width() + gap;
    }
    return all;
}

Drawing belowEachOther(const std::vector<Drawing>& drawings, double gap)
{
    Drawing all;
    double y = 0;
    for (const Drawing& drawing : drawings) {
        add(all, drawing, {0, y});
        all.size = {std::max(all.size.width(), drawing.size.width()), y + drawing.size.height()};
        y = all.size.height() + gap;
    }
    return all;
}

} // namespace alignoscope::ui

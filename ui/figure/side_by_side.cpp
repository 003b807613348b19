// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/side_by_side.h"

#include <algorithm>

namespace alignoscope::ui {

void addDrawing(Drawing& whole, const Drawing& part, QPointF at)
{
    for (Drawing::Box box : part.boxes) {
        box.rect.translate(at);
        whole.boxes.push_back(std::move(box));
    }
    for (Drawing::Band band : part.bands) {
        band.rect.translate(at);
        whole.bands.push_back(std::move(band));
    }
    for (Drawing::Path path : part.paths) {
        path.path.translate(at);
        whole.paths.push_back(std::move(path));
    }
    for (Drawing::Line line : part.lines) {
        line.from += at;
        line.to += at;
        whole.lines.push_back(line);
    }
    for (Drawing::Text text : part.texts) {
        text.origin += at;
        whole.texts.push_back(std::move(text));
    }
}

Drawing sideBySide(const std::vector<Drawing>& parts)
{
    Drawing whole;
    whole.size = {0, 0};
    for (const Drawing& part : parts) {
        addDrawing(whole, part, {whole.size.width(), 0});
        whole.size = {whole.size.width() + part.size.width(), std::max(whole.size.height(), part.size.height())};
    }
    return whole;
}

} // namespace alignoscope::ui

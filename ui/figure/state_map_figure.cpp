// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/state_map_figure.h"

#include "ui/figure/figure_layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace alignoscope::ui {

namespace {

/// Frame, words and marks may be cut by the part that is shown; only what lies inside is kept.
StateMapScene inside(StateMapScene scene, const StateMapFrame& frame)
{
    StateMapScene kept = scene;
    kept.placed.clear();
    kept.own.clear();
    for (std::size_t i = 0; i < scene.placed.size(); ++i) {
        if (!frame.plot.contains(frame.at(scene.placed[i].point)))
            continue;
        kept.placed.push_back(std::move(scene.placed[i]));
        kept.own.push_back(std::move(scene.own[i]));
    }
    return kept;
}

} // namespace

Drawing stateMapDrawing(const StateMapScene& scene, const StateMapFrame& frame, const FigureOptions& options)
{
    checkSizes(options);
    const double type = options.fontPt * Drawing::unitsPerPoint, width = options.widthMm * Drawing::unitsPerMm;
    const LabelMetrics metrics(scene.font(options.fontFamily));
    const double margin = stateMapMargin(metrics, type);
    const double above = options.title.isEmpty() ? 0 : metrics.line(type * 1.15) + type * 0.6;
    const double inner = std::max(1.0, width - 2 * figureMargin - margin);
    const double free = inner * frame.plot.height() / std::max(1.0, frame.plot.width());
    const double height = options.heightMm > 0
        ? std::max(1.0, options.heightMm * Drawing::unitsPerMm - 2 * figureMargin - margin - above)
        : free;
    const QRectF plot(figureMargin + margin, figureMargin + above, inner, height);
    Drawing drawing;
    drawing.size = {width, plot.bottom() + margin + figureMargin};
    const StateMapFrame here = frame.in(plot);
    const StateMapScene seen = inside(scene, here);
    const StateMapInks inks;
    addTrainingTokens(drawing, seen, here, inks, metrics, type);
    addSentence(drawing, seen, here, inks, metrics, type);
    drawing.title = options.title.isEmpty() ? QCoreApplication::translate("Figure", "Map of states") : options.title;
    if (!options.title.isEmpty()) {
        const QString title = metrics.elided(options.title.simplified(), type * 1.15, inner + margin);
        drawing.texts.push_back(
            {title,
             {(width - metrics.width(title, type * 1.15)) / 2, figureMargin + metrics.ascent(type * 1.15)},
             0,
             metrics.fontAt(type * 1.15),
             inks.text});
    }
    drawing.description = QCoreApplication::translate("Figure",
                                                      "Annotations of %1 tokens of the training set in the plane of "
                                                      "their first two principal components (%2, %3).")
                              .arg(scene.map->tokens.size())
                              .arg(axisCaption(*scene.map, 0), axisCaption(*scene.map, 1));
    return drawing;
}

Drawing sideBySide(Drawing left, const Drawing& right)
{
    const double height = std::max(left.size.height(), right.size.height());
    const auto moved = [](Drawing& drawing, const QPointF& by) {
        for (Drawing::Box& box : drawing.boxes)
            box.rect.translate(by);
        for (Drawing::Band& band : drawing.bands)
            band.rect.translate(by);
        for (Drawing::Path& path : drawing.paths)
            path.path.translate(by);
        for (Drawing::Line& line : drawing.lines) {
            line.from += by;
            line.to += by;
        }
        for (Drawing::Text& text : drawing.texts)
            text.origin += by;
    };
    Drawing other = right;
    moved(other, {left.size.width(), (height - right.size.height()) / 2});
    moved(left, {0, (height - left.size.height()) / 2});
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    append(left.boxes, other.boxes);
    append(left.bands, other.bands);
    append(left.paths, other.paths);
    append(left.lines, other.lines);
    append(left.texts, other.texts);
    left.size = {left.size.width() + right.size.width(), height};
    left.description += ' ' + other.description;
    return left;
}

} // namespace alignoscope::ui

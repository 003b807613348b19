// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/state_map_scene.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace alignoscope::ui {

namespace {

/// Smaller in small maps, so that points do not merge.
double pointRadius(const StateMapFrame& frame, double typeSize)
{
    return std::min(typeSize * 0.17, std::min(frame.plot.width(), frame.plot.height()) * 0.006);
}
double markRadius(double typeSize)
{
    return typeSize * 0.34;
}

/// A word that begins at `left` with its middle at `y`.
QRectF wordRect(const QString& text, double left, double y, const LabelMetrics& metrics, double size)
{
    const double height = metrics.line(size);
    return {left, y - height / 2, metrics.width(text, size), height};
}

void addWord(Drawing& drawing, const TokenLabel& label, const QRectF& rect, QRgb ink, const LabelMetrics& metrics,
             double size)
{
    const QPointF origin(rect.left(), rect.center().y() + metrics.capHeight(size) / 2);
    drawing.texts.push_back({label.text, origin, 0, metrics.fontAt(size), ink});
}

void addAxes(Drawing& drawing, const StateMapScene& scene, const StateMapFrame& frame, const StateMapInks& inks,
             const LabelMetrics& metrics, double typeSize)
{
    const QRectF& plot = frame.plot;
    const double hair = typeSize * 0.07, size = typeSize * 0.9;
    const QPointF zero = frame.at({0, 0});
    if (zero.x() > plot.left() && zero.x() < plot.right())
        drawing.lines.push_back({{zero.x(), plot.top()}, {zero.x(), plot.bottom()}, hair, inks.points, true});
    if (zero.y() > plot.top() && zero.y() < plot.bottom())
        drawing.lines.push_back({{plot.left(), zero.y()}, {plot.right(), zero.y()}, hair, inks.points, true});
    QPainterPath border;
    border.addRect(plot);
    drawing.paths.push_back({border, hair, inks.points, {}, 1, false, {}});
    const auto caption = [&](int component, double room) {
        const QString whole = axisCaption(*scene.map, component);
        return metrics.width(whole, size) <= room ? whole
                                                  : metrics.elided(shortAxisCaption(*scene.map, component), size, room);
    };
    const QString across = caption(0, plot.width()), up = caption(1, plot.height());
    const QFont font = metrics.fontAt(size);
    drawing.texts.push_back(
        {across,
         {plot.center().x() - metrics.width(across, size) / 2, plot.bottom() + metrics.ascent(size) + typeSize * 0.2},
         0,
         font,
         inks.pale});
    drawing.texts.push_back(
        {up,
         {plot.left() - metrics.descent(size) - typeSize * 0.2, plot.center().y() + metrics.width(up, size) / 2},
         -90,
         font,
         inks.pale});
}

/// Places words one after the other where nothing stands yet.
class WordPlacer {
public:
    WordPlacer(const QRectF& plot, std::vector<QRectF> taken) : m_plot(plot), m_taken(std::move(taken)) { }

    bool place(const QRectF& rect)
    {
        if (!m_plot.contains(rect) || std::ranges::any_of(m_taken, [&](const QRectF& r) { return r.intersects(rect); }))
            return false;
        m_taken.push_back(rect);
        return true;
    }

private:
    QRectF m_plot;
    std::vector<QRectF> m_taken;
};

/// The same word is not written twice close together: a cluster is named once.
class Named {
public:
    explicit Named(double distance) : m_distance(distance) { }
    [[nodiscard]] bool near(const QString& text, const QPointF& point) const
    {
        return std::ranges::any_of(m_points, [&](const auto& named) {
            const QPointF away = named.second - point;
            return std::hypot(away.x(), away.y()) < m_distance && named.first == text;
        });
    }
    void add(const QString& text, const QPointF& point) { m_points.emplace_back(text, point); }

private:
    double m_distance;
    std::vector<std::pair<QString, QPointF>> m_points;
};

constexpr std::size_t wordsAtMost = 150;

void addWords(Drawing& drawing, const StateMapScene& scene, const StateMapFrame& frame, const StateMapInks& inks,
              const LabelMetrics& metrics, double typeSize)
{
    const double size = typeSize * 0.85, gap = pointRadius(frame, typeSize) + typeSize * 0.15;
    std::vector<QRectF> taken = placeSentenceWords(scene, frame, metrics, typeSize);
    const double reach = markRadius(typeSize);
    for (const PlacedToken& token : scene.placed) {
        const QPointF at = frame.at(token.point);
        taken.emplace_back(at - QPointF(reach, reach), at + QPointF(reach, reach));
    }
    WordPlacer placer(frame.plot, std::move(taken));
    Named named(12 * typeSize);
    const std::size_t count = scene.words.size();
    const std::size_t stride = count % 7919 == 0 ? 7907 : 7919; // a prime that meets every token once, all over the map
    std::size_t written = 0;
    for (std::size_t i = 0; i < count && written < wordsAtMost; ++i) {
        const std::size_t token = i * stride % count;
        const QPointF at = frame.at(scene.map->points[token]);
        const TokenLabel& label = scene.words[token];
        if (!frame.plot.contains(at) || named.near(label.text, at))
            continue;
        QRectF rect = wordRect(label.text, at.x() + gap, at.y(), metrics, size);
        if (rect.right() > frame.plot.right())
            rect.moveRight(at.x() - gap);
        if (!placer.place(rect))
            continue;
        named.add(label.text, at);
        addWord(drawing, label, rect, inks.words, metrics, size);
        ++written;
    }
}

void addArrow(QPainterPath& path, const QPointF& from, const QPointF& to, double size)
{
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 5 * size)
        return;
    const QPointF along = way / length * size, aside(-along.y() * 0.6, along.x() * 0.6);
    const QPointF tip = from + way * 0.55;
    path.moveTo(tip - along + aside);
    path.lineTo(tip);
    path.lineTo(tip - along - aside);
}

} // namespace

std::vector<QRectF> placeSentenceWords(const StateMapScene& scene, const StateMapFrame& frame,
                                       const LabelMetrics& metrics, double typeSize)
{
    std::vector<QRectF> marks;
    const double reach = markRadius(typeSize);
    for (const PlacedToken& token : scene.placed)
        marks.emplace_back(frame.at(token.point) - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    WordPlacer placer(frame.plot, marks);
    std::vector<QRectF> rects;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const QPointF at = marks[i].center();
        const QString& text = scene.own[i].text;
        const QRectF level = wordRect(text, 0, at.y(), metrics, typeSize);
        const double right = at.x() + reach * 1.5, left = at.x() - reach * 1.5 - level.width();
        const double middle = at.x() - level.width() / 2, rise = level.height() * 0.5 + reach * 1.3;
        const std::array<QPointF, 8> wishes = {QPointF(right, 0),     QPointF(left, 0),      QPointF(middle, -rise),
                                               QPointF(middle, rise), QPointF(right, -rise), QPointF(right, rise),
                                               QPointF(left, -rise),  QPointF(left, rise)};
        QRectF found;
        for (const QPointF& wish : wishes) {
            const QRectF rect = level.translated(wish.x(), wish.y());
            if (placer.place(rect)) {
                found = rect;
                break;
            }
        }
        rects.push_back(found);
    }
    return rects;
}

void addTrainingTokens(Drawing& drawing, const StateMapScene& scene, const StateMapFrame& frame,
                       const StateMapInks& inks, const LabelMetrics& metrics, double typeSize)
{
    addAxes(drawing, scene, frame, inks, metrics, typeSize);
    const double radius = pointRadius(frame, typeSize);
    for (const StateMap::Point& point : scene.map->points) {
        const QPointF at = frame.at(point);
        if (!frame.plot.contains(at))
            continue;
        QPainterPath dot; // each for itself: where many lie, it grows darker
        dot.addEllipse(at, radius, radius);
        drawing.paths.push_back({dot, 0, 0, inks.points, 0.45, false, {}});
    }
    addWords(drawing, scene, frame, inks, metrics, typeSize);
}

void addSentence(Drawing& drawing, const StateMapScene& scene, const StateMapFrame& frame, const StateMapInks& inks,
                 const LabelMetrics& metrics, double typeSize)
{
    QPainterPath way, arrows;
    for (std::size_t i = 0; i < scene.placed.size(); ++i) {
        const QPointF at = frame.at(scene.placed[i].point);
        if (i == 0) {
            way.moveTo(at);
            continue;
        }
        addArrow(arrows, way.currentPosition(), at, typeSize * 0.5);
        way.lineTo(at);
    }
    drawing.paths.push_back({way, typeSize * 0.1, inks.sentence, {}, 0.6, false, {}});
    drawing.paths.push_back({arrows, typeSize * 0.12, inks.sentence, {}, 0.8, false, {}});
    const std::vector<QRectF> words = placeSentenceWords(scene, frame, metrics, typeSize);
    for (std::size_t i = 0; i < scene.placed.size(); ++i) {
        const QPointF at = frame.at(scene.placed[i].point);
        QPainterPath mark;
        mark.addEllipse(at, markRadius(typeSize), markRadius(typeSize));
        drawing.paths.push_back({mark, typeSize * 0.09, inks.paper, inks.sentence, 1, false, scene.own[i].text});
        if (!words[i].isEmpty())
            addWord(drawing, scene.own[i], words[i], inks.text, metrics, typeSize);
    }
}

} // namespace alignoscope::ui

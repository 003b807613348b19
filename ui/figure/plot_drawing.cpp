// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/plot_drawing.h"

#include "ui/figure/label_metrics.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr double hairline = 0.5 * Drawing::unitsPerPoint;

QRectF areaOf(const PlotLook& look, double above)
{
    const double type = look.type;
    const QRectF area(type * 4.2, type * above, look.size.width() - type * 5.4,
                      look.size.height() - type * (above + 3.4));
    return area.isValid() ? area : QRectF(area.topLeft(), QSizeF(1, 1));
}

/// Points at 0 and 1 keep clear of the edges.
double padded(double share)
{
    return 0.03 + 0.94 * share;
}

/// What scatter plot and histogram have in common.
class PlotComposer {
public:
    PlotComposer(const PlotLook& look, const QRectF& area) : m_look(look), m_area(area), m_metrics(look.font)
    {
        m_drawing.size = look.size;
    }

    void text(const QString& text, QPointF origin, QRgb colour, double size, double angle = 0)
    {
        m_drawing.texts.push_back({text, origin, angle, m_metrics.fontAt(size), colour});
    }
    void line(QPointF from, QPointF to, QRgb colour) { m_drawing.lines.push_back({from, to, hairline, colour}); }

    /// Marks at shares of the way, each with its grid line.
    void marksAcross(const std::vector<std::pair<double, QString>>& marks)
    {
        for (const auto& [share, label] : marks) {
            const double x = m_area.left() + share * m_area.width();
            grid({x, m_area.top()}, {x, m_area.bottom()});
            text(label, {x - width(label) / 2, m_area.bottom() + m_look.type * 1.15}, m_look.quiet, m_look.type * 0.9);
        }
    }
    void marksDown(const std::vector<std::pair<double, QString>>& marks)
    {
        for (const auto& [share, label] : marks) {
            const double y = m_area.bottom() - share * m_area.height();
            grid({m_area.left(), y}, {m_area.right(), y});
            text(label,
                 {m_area.left() - width(label) - m_look.type * 0.4, y + m_metrics.capHeight(m_look.type * 0.9) / 2},
                 m_look.quiet, m_look.type * 0.9);
        }
    }
    void captions(const QString& across, const QString& down)
    {
        const QString acrossText = m_metrics.elided(across, m_look.type, m_look.size.width() - m_look.type);
        const double acrossWidth = m_metrics.width(acrossText, m_look.type);
        const double x = std::clamp(m_area.center().x() - acrossWidth / 2, m_look.type * 0.3,
                                    std::max(m_look.type * 0.3, m_look.size.width() - acrossWidth - m_look.type * 0.3));
        text(acrossText, {x, m_look.size.height() - m_look.type * 0.6}, m_look.ink, m_look.type);
        const QString downText = m_metrics.elided(down, m_look.type, m_look.size.height() - m_look.type);
        const double length = m_metrics.width(downText, m_look.type);
        const double y = std::clamp(m_area.center().y() + length / 2, length + m_look.type * 0.2,
                                    std::max(length + m_look.type * 0.2, m_look.size.height() - m_look.type * 0.2));
        text(downText, {m_look.type * 1.1, y}, m_look.ink, m_look.type, -90);
    }
    void frame()
    {
        line(m_area.bottomLeft(), m_area.bottomRight(), m_look.quiet);
        line(m_area.bottomLeft(), m_area.topLeft(), m_look.quiet);
    }
    void shape(QPainterPath path, QRgb fill, double opacity, const QString& name)
    {
        Drawing::Path drawn;
        drawn.path = std::move(path);
        drawn.fill = fill;
        drawn.opacity = opacity;
        drawn.name = name;
        m_drawing.paths.push_back(std::move(drawn));
    }
    /// Below what is drawn later: shapes lie under lines.
    void grid(QPointF from, QPointF to)
    {
        Drawing::Path drawn;
        drawn.path.moveTo(from);
        drawn.path.lineTo(to);
        drawn.width = hairline;
        drawn.stroke = m_look.grid;
        m_drawing.paths.push_back(std::move(drawn));
    }
    [[nodiscard]] double width(const QString& label) const { return m_metrics.width(label, m_look.type * 0.9); }
    [[nodiscard]] const LabelMetrics& metrics() const { return m_metrics; }
    Drawing take(const QString& title, const QString& summary)
    {
        m_drawing.title = title;
        m_drawing.description = summary;
        return std::move(m_drawing);
    }

private:
    const PlotLook& m_look;
    QRectF m_area;
    LabelMetrics m_metrics;
    Drawing m_drawing;
};

/// Names beside their points: right, left, above or below, wherever nothing stands yet; otherwise none.
void namePoints(PlotComposer& composer, const ScatterPlot& plot, const PlotLook& look, const QRectF& area)
{
    const double size = look.type * 0.95, radius = pointRadius(look, plot.points.size());
    std::vector<QRectF> taken;
    for (const auto& point : plot.points) {
        const QPointF at = placeOf(point, area);
        taken.emplace_back(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    }
    const QRectF whole(QPointF(0, 0), look.size);
    for (const auto& point : plot.points) {
        const QPointF at = placeOf(point, area);
        const QSizeF room(composer.metrics().width(point.name, size), composer.metrics().capHeight(size) * 1.5);
        const double gap = radius * 1.5;
        const QPointF corners[] = {{at.x() + gap, at.y() - room.height() / 2},
                                   {at.x() - gap - room.width(), at.y() - room.height() / 2},
                                   {at.x() - room.width() / 2, at.y() - gap - room.height()},
                                   {at.x() - room.width() / 2, at.y() + gap}};
        for (const QPointF& corner : corners) {
            const QRectF box(corner, room);
            const bool free = whole.contains(box) && box.top() >= area.top() && box.bottom() <= area.bottom()
                && std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); });
            if (!free)
                continue;
            taken.push_back(box);
            composer.text(point.name, {box.left(), box.center().y() + composer.metrics().capHeight(size) / 2}, look.ink,
                          size);
            break;
        }
    }
}

/// The least of these that is not below the largest number.
double roundTop(double largest)
{
    for (const double top : {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8})
        if (largest <= top)
            return top;
    return 1;
}

} // namespace

QRectF scatterArea(const PlotLook& look)
{
    return areaOf(look, 1.9);
}

QPointF placeOf(const ScatterPlot::Point& point, const QRectF& area)
{
    return {area.left() + padded(std::clamp(point.x, 0.0, 1.0)) * area.width(),
            area.bottom() - padded(std::clamp(point.y, 0.0, 1.0)) * area.height()};
}

double pointRadius(const PlotLook& look, std::size_t points)
{
    return look.type * (points > 400 ? 0.16 : points > 60 ? 0.22 : 0.3);
}

Drawing drawScatter(const ScatterPlot& plot, const PlotLook& look)
{
    const QRectF area = scatterArea(look);
    PlotComposer composer(look, area);
    const std::vector<std::pair<double, QString>> marks = {{padded(0), QStringLiteral("0")},
                                                           {padded(0.25), QString()},
                                                           {padded(0.5), QStringLiteral("0.5")},
                                                           {padded(0.75), QString()},
                                                           {padded(1), QStringLiteral("1")}};
    composer.marksAcross(marks);
    composer.marksDown(marks);
    composer.frame();
    composer.captions(plot.across, plot.down);
    const double size = look.type * 0.85;
    const QString remark = composer.metrics().elided(plot.remark, size, look.size.width() - look.type);
    composer.text(remark,
                  {std::max(look.type * 0.5, area.right() - composer.metrics().width(remark, size)),
                   area.top() - look.type * 0.5},
                  look.quiet, size);
    const double radius = pointRadius(look, plot.points.size());
    const double opacity = plot.points.size() > 400 ? 0.35 : plot.points.size() > 60 ? 0.6 : 0.9;
    for (const auto& point : plot.points) {
        QPainterPath circle;
        circle.addEllipse(placeOf(point, area), radius, radius);
        composer.shape(std::move(circle), look.first, opacity, plot.named ? point.name : QString());
    }
    if (plot.named)
        namePoints(composer, plot, look, area);
    return composer.take(plot.title, plot.summary);
}

Drawing drawHistogram(const HistogramPlot& plot, const PlotLook& look)
{
    const QRectF area = areaOf(look, 2.6);
    PlotComposer composer(look, area);
    double largest = 0;
    for (const auto* series : {&plot.first, &plot.second})
        for (const double share : *series)
            largest = std::max(largest, share);
    const double top = roundTop(largest);
    const auto percent = [&](double share) {
        return std::pair(share, QString::number(std::lround(100 * share * top)) + QChar('%'));
    };
    composer.marksAcross({{0, u"−1"_qs}, {0.25, u"−0.5"_qs}, {0.5, u"0"_qs}, {0.75, u"0.5"_qs}, {1, u"1"_qs}});
    composer.marksDown({percent(0), percent(0.5), percent(1)});
    const double binWidth = area.width() / static_cast<double>(std::max<std::size_t>(1, plot.first.size()));
    const auto bars = [&](const std::vector<double>& series, double offset, QRgb colour) {
        for (std::size_t bin = 0; bin < series.size(); ++bin) {
            const double height = area.height() * series[bin] / top;
            QPainterPath bar;
            bar.addRect(area.left() + binWidth * (static_cast<double>(bin) + offset), area.bottom() - height,
                        binWidth * 0.4, height);
            composer.shape(std::move(bar), colour, 1, {});
        }
    };
    bars(plot.first, 0.1, look.first);
    bars(plot.second, 0.5, look.second);
    composer.frame();
    composer.captions(plot.across, plot.down);
    double x = area.left();
    for (const auto& [name, colour] :
         {std::pair(plot.firstName, look.first), std::pair(plot.secondName, look.second)}) {
        QPainterPath key;
        key.addRect(x, look.type * 0.75, look.type * 0.7, look.type * 0.7);
        composer.shape(std::move(key), colour, 1, {});
        composer.text(name, {x + look.type * 1.1, look.type * 1.4}, look.ink, look.type * 0.95);
        x += look.type * 2.2 + composer.metrics().width(name, look.type * 0.95);
    }
    return composer.take(plot.title, plot.summary);
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/line_chart.h"

#include "ui/figure/figure_layout.h"
#include "ui/figure/label_metrics.h"
#include "ui/figure/line_chart_parts.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr double hairline = 0.5 * Drawing::unitsPerPoint;

QPainterPath segment(QPointF from, QPointF to)
{
    QPainterPath path(from);
    path.lineTo(to);
    return path;
}

class Composer {
public:
    Composer(const LineChart& chart, const PlotLook& look)
        : m_chart(chart), m_look(look), m_metrics(look.font), m_layout(layOutLineChart(chart, look))
    {
        m_drawing.size = look.size;
        m_drawing.title = chart.title;
        m_drawing.description = chart.summary;
    }

    Drawing compose()
    {
        if (!m_chart.heading.isEmpty())
            text(m_chart.heading,
                 {(m_look.size.width() - m_metrics.width(m_chart.heading, headingSize * m_look.type)) / 2,
                  1.4 * m_look.type},
                 headingSize * m_look.type, m_look.ink);
        addLegend();
        for (std::size_t i = 0; i < m_chart.plots.size(); ++i)
            addAxes(m_chart.plots[i], m_layout.plots[i]);
        addTicks();
        for (std::size_t i = 0; i < m_chart.plots.size(); ++i)
            for (const LineChart::Line& line : m_chart.plots[i].lines)
                addLine(line, m_chart.plots[i], m_layout.plots[i]);
        return std::move(m_drawing);
    }

private:
    void text(const QString& text, QPointF origin, double size, QRgb colour, double angle = 0)
    {
        m_drawing.texts.push_back({text, origin, angle, m_metrics.fontAt(size), colour});
    }
    void stroke(QPainterPath path, double width, QRgb colour, bool dashed = false, const QString& name = {})
    {
        m_drawing.paths.push_back({std::move(path), width, colour, std::nullopt, 1, dashed, name});
    }
    void addMark(const LineChart::Line& line, QPointF at, QPainterPath& marks) const
    {
        marks.addPath(lineMark(line.colour, at, m_look.type * 0.3));
    }

    void addLegend()
    {
        for (const LegendEntry& entry : m_layout.legend) {
            const double type = m_look.type, y = entry.origin.y() - m_metrics.capHeight(type) / 2;
            const QRgb colour = lineColour(entry.line->colour, m_look);
            const QPointF left(entry.origin.x(), y), right(entry.origin.x() + legendSample * type, y);
            stroke(segment(left, right), lineWidth * type, colour, entry.line->dashed);
            QPainterPath mark;
            addMark(*entry.line, (left + right) / 2, mark);
            m_drawing.paths.push_back({mark, 0, 0, colour, 1, false, {}});
            text(entry.name, {right.x() + 0.5 * type, entry.origin.y()}, type, m_look.ink);
        }
    }

    void addAxes(const LineChart::Plot& plot, const QRectF& area)
    {
        const double small = m_look.type * 0.9;
        for (const LineChart::Tick& tick : plot.ticks) {
            const double y = placeOf(m_chart, plot, {m_chart.from, tick.at}, area).y();
            stroke(segment({area.left(), y}, {area.right(), y}), hairline, m_look.grid);
            text(tick.text,
                 {area.left() - m_metrics.width(tick.text, small) - 0.4 * m_look.type,
                  y + m_metrics.capHeight(small) / 2},
                 small, m_look.quiet);
        }
        for (const LineChart::Tick& mark : m_chart.marks) {
            const double x = placeOf(m_chart, plot, {mark.at, plot.low}, area).x();
            m_drawing.lines.push_back({{x, area.top()}, {x, area.bottom()}, hairline, m_look.quiet, true});
        }
        m_drawing.lines.push_back({area.bottomLeft(), area.bottomRight(), hairline, m_look.quiet});
        const QString caption = m_metrics.elided(plot.down, m_look.type, area.height() + m_look.type * 2);
        text(caption, {m_look.type * 1.1, area.center().y() + m_metrics.width(caption, m_look.type) / 2}, m_look.type,
             m_look.ink, -90);
    }

    // Below the lowest plot; what the dotted lines are stands above the highest.
    void addTicks()
    {
        const QRectF low = m_layout.plots.back(), high = m_layout.plots.front();
        const double type = m_look.type, small = type * 0.9;
        const auto row = [&](const std::vector<LineChart::Tick>& ticks, double baseline, double size) {
            for (const LineChart::Tick& tick : ticks) {
                const double x = placeOf(m_chart, m_chart.plots.back(), {tick.at, 0}, low).x();
                text(tick.text, {x - m_metrics.width(tick.text, size) / 2, baseline}, size, m_look.quiet);
            }
        };
        row(m_chart.ticks, low.bottom() + 1.2 * type, small);
        row(m_chart.marks, high.top() - 0.3 * type, type * 0.8);
        double below = low.bottom() + 1.2 * type;
        if (!m_chart.notesName.isEmpty()) {
            below += 1.15 * type;
            row(m_chart.notes, below, type * 0.8);
            text(m_chart.notesName, {low.left() - m_metrics.width(m_chart.notesName, type * 0.8) - 0.4 * type, below},
                 type * 0.8, m_look.quiet);
        }
        const QString caption = m_metrics.elided(m_chart.across, type, m_look.size.width() - type);
        const double room = m_look.size.width() - m_metrics.width(caption, type) - 0.3 * type;
        const double x = std::min(low.center().x() - m_metrics.width(caption, type) / 2, room);
        text(caption, {std::max(0.3 * type, x), below + 1.4 * type}, type, m_look.ink);
    }

    void addLine(const LineChart::Line& line, const LineChart::Plot& plot, const QRectF& area)
    {
        if (line.points.empty())
            return;
        QPainterPath path, marks;
        for (std::size_t i = 0; i < line.points.size(); ++i) {
            const QPointF at = placeOf(m_chart, plot, line.points[i], area);
            if (i == 0)
                path.moveTo(at);
            else
                path.lineTo(at);
            addMark(line, at, marks);
        }
        const QRgb colour = lineColour(line.colour, m_look);
        stroke(std::move(path), lineWidth * m_look.type, colour, line.dashed, line.name);
        m_drawing.paths.push_back({marks, 0, 0, colour, 1, false, line.name});
    }

    const LineChart& m_chart;
    const PlotLook& m_look;
    const LabelMetrics m_metrics;
    const LineChartLayout m_layout;
    Drawing m_drawing;
};

} // namespace

Drawing drawLineChart(const LineChart& chart, const PlotLook& look)
{
    if (chart.plots.empty())
        return {look.size, {}, {}, {}, {}, {}, chart.title, chart.summary};
    return Composer(chart, look).compose();
}

} // namespace alignoscope::ui

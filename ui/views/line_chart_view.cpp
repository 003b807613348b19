// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/line_chart_view.h"

#include <QLocale>

#include <algorithm>

namespace alignoscope::ui {

LineChartView::LineChartView(QWidget* parent) : PlotView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LineChartView::setChart(LineChart chart)
{
    m_chart = std::move(chart);
    m_points.clear();
    for (std::size_t plot = 0; plot < m_chart.plots.size(); ++plot)
        for (std::size_t line = 0; line < m_chart.plots[plot].lines.size(); ++line)
            for (std::size_t point = 0; point < m_chart.plots[plot].lines[line].points.size(); ++point)
                m_points.push_back({plot, line, point});
    replot();
}

LineChartView::At LineChartView::at(int point) const
{
    return m_points.at(static_cast<std::size_t>(point));
}

int LineChartView::pointOf(const At& at) const
{
    const auto found = std::ranges::find(m_points, at);
    return found == m_points.end() ? -1 : static_cast<int>(found - m_points.begin());
}

QString LineChartView::inWords(int point) const
{
    const At where = at(point);
    const LineChart::Line& line = lineOf(where);
    const QPointF& place = line.points[where.point];
    const auto named = std::ranges::find(m_chart.ticks, place.x(), &LineChart::Tick::at);
    const QString across = named == m_chart.ticks.end() ? QLocale().toString(place.x()) : named->text;
    const double high = m_chart.plots[where.plot].high;
    const QString value = QLocale().toString(place.y(), 'f', high > 10 ? 1 : 3);
    const QString words = tr("%1: %2 %3").arg(line.name, m_chart.plots[where.plot].down, value);
    const QString remark = m_remark ? m_remark(where) : QString();
    return words + u'\n' + (remark.isEmpty() ? tr("%1: %2").arg(m_chart.across, across) : remark);
}

std::vector<QPointF> LineChartView::places(const PlotLook& look) const
{
    const auto areas = plotAreas(m_chart, look);
    std::vector<QPointF> found;
    for (const At& at : m_points)
        found.push_back(placeOf(m_chart, m_chart.plots[at.plot], lineOf(at).points[at.point], areas[at.plot]));
    return found;
}

PlotView::Ring LineChartView::ring(const PlotLook& look) const
{
    return {look.type * 0.57, QPen(QColor(look.ink), 1.5)};
}

int LineChartView::neighbour(int point, int key) const
{
    if (m_points.empty())
        return -1;
    const At from = at(point);
    const auto sameLine = [](const At& one, const At& other) {
        return one.plot == other.plot && one.line == other.line;
    };
    const int last = static_cast<int>(m_points.size()) - 1;
    const auto beside = [&](int step) {
        const int next = std::clamp(point + step, 0, last);
        return sameLine(at(next), from) ? next : point;
    };
    // The next line's point of the same number; a shorter line has fewer.
    const auto other = [&](int step) {
        int next = point;
        while (next + step >= 0 && next + step <= last && sameLine(at(next), from))
            next += step;
        const At line = at(next);
        if (sameLine(line, from))
            return point;
        const auto count = lineOf(line).points.size();
        return pointOf({line.plot, line.line, std::min(from.point, count - 1)});
    };
    switch (key) {
    case Qt::Key_Right:
        return beside(1);
    case Qt::Key_Left:
        return beside(-1);
    case Qt::Key_Down:
        return other(1);
    case Qt::Key_Up:
        return other(-1);
    default:
        return -1;
    }
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/scatter_view.h"

#include <algorithm>

namespace alignoscope::ui {

void ScatterView::setPlot(ScatterPlot plot)
{
    m_plot = std::move(plot);
    replot();
}

QString ScatterView::inWords(int point) const
{
    const ScatterPlot::Point& one = m_plot.points[static_cast<std::size_t>(point)];
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    const QString numbers = tr("%1 %2, %3 %4").arg(m_plot.across, number(one.x), m_plot.down, number(one.y));
    return one.name.isEmpty() ? numbers : tr("%1: %2").arg(one.name, numbers);
}

Drawing ScatterView::drawing(const PlotLook& look) const
{
    return drawScatter(m_plot, look);
}

std::vector<QPointF> ScatterView::places(const PlotLook& look) const
{
    const QRectF area = scatterArea(look);
    std::vector<QPointF> found;
    for (const ScatterPlot::Point& point : m_plot.points)
        found.push_back(placeOf(point, area));
    return found;
}

PlotView::Ring ScatterView::ring(const PlotLook& look) const
{
    return {pointRadius(look, m_plot.points.size()) + look.type * 0.2, QPen(QColor(look.second), 2)};
}

int ScatterView::neighbour(int point, int key) const
{
    const int last = static_cast<int>(m_plot.points.size()) - 1;
    if (key == Qt::Key_Right || key == Qt::Key_Down)
        return std::min(point + 1, last);
    return key == Qt::Key_Left || key == Qt::Key_Up ? std::min(std::max(point - 1, 0), last) : -1;
}

} // namespace alignoscope::ui

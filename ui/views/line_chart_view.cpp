// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/line_chart_view.h"

#include "ui/views/scatter_view.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace alignoscope::ui {

static constexpr double unitsPerPixel = 20; // that of plotLookOf

LineChartView::LineChartView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LineChartView::setChart(LineChart chart)
{
    m_chart = std::move(chart);
    m_lit.reset();
    m_drawn = {};
    setAccessibleDescription(m_chart.summary);
    update();
}

void LineChartView::setLit(const std::optional<At>& at)
{
    if (at == m_lit)
        return;
    m_lit = at;
    setAccessibleDescription(at ? inWords(*at) : m_chart.summary);
    update();
}

QString LineChartView::inWords(const At& at) const
{
    const LineChart::Line& line = lineOf(at);
    const QPointF& point = line.points[at.point];
    const auto named = std::ranges::find(m_chart.ticks, point.x(), &LineChart::Tick::at);
    const QString place = named == m_chart.ticks.end() ? QLocale().toString(point.x()) : named->text;
    const double high = m_chart.plots[at.plot].high;
    const QString value = QLocale().toString(point.y(), 'f', high > 10 ? 1 : 3);
    QString words = tr("%1: %2 %3").arg(line.name, m_chart.plots[at.plot].down, value);
    const QString remark = m_remark ? m_remark(at) : QString();
    return words + u'\n' + (remark.isEmpty() ? tr("%1: %2").arg(m_chart.across, place) : remark);
}

QPointF LineChartView::positionOf(const At& at) const
{
    const auto areas = plotAreas(m_chart, plotLookOf(*this));
    return placeOf(m_chart, m_chart.plots[at.plot], lineOf(at).points[at.point], areas[at.plot]) / unitsPerPixel;
}

std::optional<LineChartView::At> LineChartView::pointAt(const QPointF& position) const
{
    constexpr double reach = 12; // pixels
    double nearest = reach * reach;
    std::optional<At> found;
    const auto areas = plotAreas(m_chart, plotLookOf(*this));
    for (const At& first : firstPoints())
        for (At at = first; at.point < lineOf(first).points.size(); ++at.point) {
            const QPointF place = placeOf(m_chart, m_chart.plots[at.plot], lineOf(at).points[at.point], areas[at.plot]);
            const QPointF away = place / unitsPerPixel - position;
            const double distance = QPointF::dotProduct(away, away);
            if (distance < nearest) {
                nearest = distance;
                found = at;
            }
        }
    return found;
}

std::vector<LineChartView::At> LineChartView::firstPoints() const
{
    std::vector<At> list;
    for (std::size_t plot = 0; plot < m_chart.plots.size(); ++plot)
        for (std::size_t line = 0; line < m_chart.plots[plot].lines.size(); ++line)
            if (!m_chart.plots[plot].lines[line].points.empty())
                list.push_back({plot, line, 0});
    return list;
}

void LineChartView::paintEvent(QPaintEvent*)
{
    const PlotLook look = plotLookOf(*this);
    if (m_drawn.isNull()) {
        m_drawn = QPixmap(size() * devicePixelRatioF());
        m_drawn.setDevicePixelRatio(devicePixelRatioF());
        m_drawn.fill(palette().color(QPalette::Base));
        QPainter painter(&m_drawn);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(1 / unitsPerPixel, 1 / unitsPerPixel);
        paintDrawing(painter, drawLineChart(m_chart, look));
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_lit) {
        const double radius = look.type * 0.3 / unitsPerPixel + 3.5;
        painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
        painter.drawEllipse(positionOf(*m_lit), radius, radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void LineChartView::resizeEvent(QResizeEvent*)
{
    m_drawn = {};
}

void LineChartView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_drawn = {};
        update();
    }
    QWidget::changeEvent(event);
}

void LineChartView::mouseMoveEvent(QMouseEvent* event)
{
    const auto at = pointAt(event->position());
    if (at == m_lit)
        return;
    setLit(at);
    QToolTip::showText(event->globalPosition().toPoint(), at ? inWords(*at) : QString(), this);
}

void LineChartView::leaveEvent(QEvent*)
{
    setLit(std::nullopt);
}

void LineChartView::walk(int along, int across)
{
    const std::vector<At> lines = firstPoints();
    if (lines.empty())
        return;
    if (!m_lit)
        return setLit(lines.front());
    At next = *m_lit;
    auto line = std::ranges::find(lines, At{next.plot, next.line, 0}) - lines.begin();
    line = std::clamp<std::ptrdiff_t>(line + across, 0, std::ssize(lines) - 1);
    next = {lines[static_cast<std::size_t>(line)].plot, lines[static_cast<std::size_t>(line)].line, next.point};
    const auto last = std::ssize(lineOf(next).points) - 1;
    next.point =
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(next.point) + along, 0, last));
    setLit(next);
    QToolTip::showText(mapToGlobal(positionOf(next).toPoint()), inWords(next), this);
}

void LineChartView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
        return walk(1, 0);
    case Qt::Key_Left:
        return walk(-1, 0);
    case Qt::Key_Down:
        return walk(0, 1);
    case Qt::Key_Up:
        return walk(0, -1);
    case Qt::Key_Escape:
        if (m_lit)
            return setLit(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void LineChartView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void LineChartView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace alignoscope::ui

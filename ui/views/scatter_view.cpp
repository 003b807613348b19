// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/scatter_view.h"

#include "ui/figure/figure_font.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr double unitsPerPixel = 20;

QRgb blend(const QColor& ground, const QColor& top, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return qRgb(part(ground.red(), top.red()), part(ground.green(), top.green()), part(ground.blue(), top.blue()));
}

} // namespace

PlotLook plotLookOf(const QWidget& widget)
{
    const QColor base = widget.palette().color(QPalette::Base), text = widget.palette().color(QPalette::Text);
    const bool dark = base.lightness() < 128;
    PlotLook look;
    look.size = QSizeF(widget.size()) * unitsPerPixel;
    look.font = figureFont(QFontInfo(widget.font()).family(), {});
    look.type = std::max(10, QFontInfo(widget.font()).pixelSize()) * unitsPerPixel;
    look.ink = text.rgb();
    look.quiet = blend(base, text, 0.65);
    look.grid = blend(base, text, 0.12);
    look.first = dark ? 0xff56b4e9 : 0xff0072b2; // Okabe and Ito: safe for colour-blind readers
    look.second = dark ? 0xffe69f00 : 0xffd55e00;
    return look;
}

ScatterView::ScatterView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void ScatterView::setPlot(ScatterPlot plot)
{
    m_plot = std::move(plot);
    m_lit = -1;
    m_drawn = {};
    setAccessibleDescription(m_plot.summary);
    update();
}

void ScatterView::setLit(int point)
{
    point = point < static_cast<int>(m_plot.points.size()) ? point : -1;
    if (point == m_lit)
        return;
    m_lit = point;
    setAccessibleDescription(point < 0 ? m_plot.summary : inWords(point));
    update();
}

QString ScatterView::inWords(int point) const
{
    const ScatterPlot::Point& one = m_plot.points[static_cast<std::size_t>(point)];
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    const QString numbers = tr("%1 %2, %3 %4").arg(m_plot.across, number(one.x), m_plot.down, number(one.y));
    return one.name.isEmpty() ? numbers : tr("%1: %2").arg(one.name, numbers);
}

QPointF ScatterView::positionOf(int point) const
{
    return placeOf(m_plot.points.at(static_cast<std::size_t>(point)), scatterArea(plotLookOf(*this))) / unitsPerPixel;
}

int ScatterView::pointAt(const QPointF& position) const
{
    const QRectF area = scatterArea(plotLookOf(*this));
    constexpr double reach = 9; // pixels
    double nearest = reach * reach;
    int found = -1;
    for (std::size_t i = 0; i < m_plot.points.size(); ++i) {
        const QPointF away = placeOf(m_plot.points[i], area) / unitsPerPixel - position;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < nearest) {
            nearest = distance;
            found = static_cast<int>(i);
        }
    }
    return found;
}

void ScatterView::paintEvent(QPaintEvent*)
{
    const PlotLook look = plotLookOf(*this);
    if (m_drawn.isNull()) {
        m_drawn = QPixmap(size() * devicePixelRatioF());
        m_drawn.setDevicePixelRatio(devicePixelRatioF());
        m_drawn.fill(palette().color(QPalette::Base));
        QPainter painter(&m_drawn);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(1 / unitsPerPixel, 1 / unitsPerPixel);
        paintDrawing(painter, drawScatter(m_plot, look));
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_lit >= 0) {
        const double radius = pointRadius(look, m_plot.points.size()) / unitsPerPixel + 2.5;
        painter.setPen(QPen(QColor(look.second), 2));
        painter.drawEllipse(positionOf(m_lit), radius, radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ScatterView::resizeEvent(QResizeEvent*)
{
    m_drawn = {};
}

void ScatterView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_drawn = {};
        update();
    }
    QWidget::changeEvent(event);
}

void ScatterView::point(int at)
{
    setLit(at);
    emit pointed(at);
}

void ScatterView::mouseMoveEvent(QMouseEvent* event)
{
    const int at = pointAt(event->position());
    if (at == m_lit)
        return;
    point(at);
    QToolTip::showText(event->globalPosition().toPoint(), at < 0 ? QString() : inWords(at), this);
}

void ScatterView::leaveEvent(QEvent*)
{
    if (m_lit >= 0)
        point(-1);
}

void ScatterView::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_plot.points.size()) - 1;
    const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1
        : event->key() == Qt::Key_Left || event->key() == Qt::Key_Up               ? -1
                                                                                   : 0;
    if (step != 0 && last >= 0)
        point(m_lit < 0 ? 0 : std::clamp(m_lit + step, 0, last));
    else if (event->key() == Qt::Key_Escape && m_lit >= 0)
        point(-1);
    else
        QWidget::keyPressEvent(event);
}

void ScatterView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ScatterView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/plot_view.h"

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
constexpr double reach = 12; // pixels

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

PlotView::PlotView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void PlotView::replot()
{
    m_lit = -1;
    m_drawn = {};
    setAccessibleDescription(summary());
    update();
}

void PlotView::setLit(int point)
{
    const auto count = static_cast<int>(places(plotLookOf(*this)).size());
    point = point < count ? point : -1;
    if (point == m_lit)
        return;
    m_lit = point;
    setAccessibleDescription(point < 0 ? summary() : inWords(point));
    update();
}

QPointF PlotView::positionOf(int point) const
{
    return places(plotLookOf(*this)).at(static_cast<std::size_t>(point)) / unitsPerPixel;
}

int PlotView::pointAt(const QPointF& position) const
{
    double nearest = reach * reach;
    int found = -1, point = 0;
    for (const QPointF& place : places(plotLookOf(*this))) {
        const QPointF away = place / unitsPerPixel - position;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < nearest) {
            nearest = distance;
            found = point;
        }
        ++point;
    }
    return found;
}

void PlotView::paintEvent(QPaintEvent*)
{
    const PlotLook look = plotLookOf(*this);
    if (m_drawn.isNull()) {
        m_drawn = QPixmap(size() * devicePixelRatioF());
        m_drawn.setDevicePixelRatio(devicePixelRatioF());
        m_drawn.fill(palette().color(QPalette::Base));
        QPainter painter(&m_drawn);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(1 / unitsPerPixel, 1 / unitsPerPixel);
        paintDrawing(painter, drawing(look));
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_lit >= 0) {
        const Ring lit = ring(look);
        painter.setPen(lit.pen);
        painter.drawEllipse(positionOf(m_lit), lit.radius / unitsPerPixel, lit.radius / unitsPerPixel);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void PlotView::resizeEvent(QResizeEvent*)
{
    m_drawn = {};
}

void PlotView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_drawn = {};
        update();
    }
    QWidget::changeEvent(event);
}

void PlotView::point(int at)
{
    setLit(at);
    emit pointed(at);
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    const int at = pointAt(event->position());
    if (at == m_lit)
        return;
    point(at);
    QToolTip::showText(event->globalPosition().toPoint(), at < 0 ? QString() : inWords(at), this);
}

void PlotView::leaveEvent(QEvent*)
{
    if (m_lit >= 0)
        point(-1);
}

// The first key lights the first point; a key tells the point as the pointer does.
void PlotView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_lit >= 0)
        return point(-1);
    const int next = neighbour(std::max(0, m_lit), event->key());
    if (next < 0)
        return QWidget::keyPressEvent(event);
    point(m_lit < 0 ? 0 : next);
    QToolTip::showText(mapToGlobal(positionOf(m_lit).toPoint()), inWords(m_lit), this);
}

void PlotView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace alignoscope::ui

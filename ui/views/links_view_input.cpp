// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keyboard of a LinksView.
#include "ui/views/links_canvas.h"
#include "ui/views/links_view_parts.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double zoomStep = 1.25;

} // namespace

void LinksView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const LinkPlace place = placeAt(event->position());
    m_parts->dragFrom = event->position().x();
    m_parts->dragging = false;
    if (!place.isNone()) {
        setCursorPlace(place);
        setHovered(place);
    }
}

void LinksView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_parts->dragFrom)
        drag(event->position().x());
    else
        setHovered(placeAt(event->position()));
}

void LinksView::drag(double x)
{
    Parts& parts = *m_parts;
    const double by = *parts.dragFrom - x;
    const bool room = parts.scene.layout.content > width();
    if (!room || (!parts.dragging && std::abs(by) < QGuiApplication::styleHints()->startDragDistance()))
        return;
    parts.dragging = true;
    parts.dragFrom = x;
    setCursor(Qt::ClosedHandCursor);
    scrollTo(parts.scene.layout.scrolled + by);
}

void LinksView::mouseReleaseEvent(QMouseEvent* event)
{
    m_parts->dragFrom.reset();
    m_parts->dragging = false;
    unsetCursor();
    setHovered(rect().contains(event->position().toPoint()) ? placeAt(event->position()) : LinkPlace{});
}

void LinksView::leaveEvent(QEvent*)
{
    setHovered({});
}

void LinksView::hideEvent(QHideEvent*)
{
    m_parts->dragFrom.reset();
    setHovered({}); // no pointer leaves a tab that goes behind
}

// After the picture moved under the pointer.
void LinksView::refreshPointer()
{
    if (underMouse() && !m_parts->dragFrom)
        setHovered(placeAt(mapFromGlobal(QCursor::pos())));
    else
        setHovered({});
}

void LinksView::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(zoom() * std::pow(zoomStep, turned.y() / 120.0), event->position().x());
        return event->accept();
    }
    const LinksLayout& layout = m_parts->scene.layout;
    if (layout.content <= width())
        return event->ignore();
    const QPoint pixels = event->pixelDelta().isNull() ? turned * width() / 1200 : event->pixelDelta();
    scrollTo(layout.scrolled - (pixels.x() != 0 ? pixels.x() : pixels.y()));
    event->accept();
}

void LinksView::zoomBy(double factor)
{
    const LinkPlace place = cursorPlace();
    std::optional<double> x;
    if (!place.isNone())
        x = place.source >= 0 ? m_parts->scene.layout.sourceX(place.source)
                              : m_parts->scene.layout.targetX(place.target);
    if (x && (*x < 0 || *x > width()))
        x.reset();
    setZoom(zoom() * factor, x);
}

void LinksView::zoomIn()
{
    zoomBy(zoomStep);
}
void LinksView::zoomOut()
{
    zoomBy(1 / zoomStep);
}
void LinksView::fit()
{
    setZoom(1);
}

void LinksView::keyPressEvent(QKeyEvent* event)
{
    if (!snapshot())
        return QWidget::keyPressEvent(event);
    const LinksLayout& layout = m_parts->scene.layout;
    const double page = (layout.rows.source.order().fromRight() ? -0.8 : 0.8) * width(); // on in the sentence
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1, false);
    case Qt::Key_Right:
        return walk(1, false);
    case Qt::Key_Home:
        return walk(-1, true);
    case Qt::Key_End:
        return walk(1, true);
    case Qt::Key_Up:
        return cross(true);
    case Qt::Key_Down:
        return cross(false);
    case Qt::Key_PageUp:
        return scrollTo(layout.scrolled - page);
    case Qt::Key_PageDown:
        return scrollTo(layout.scrolled + page);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return fit();
    case Qt::Key_Escape:
        if (!cursorPlace().isNone())
            return setCursorPlace({});
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

// The first key press shows where the cursor is; a link's cursor walks on along the target sentence. A step leads to
// the word beside as it is seen.
void LinksView::walk(int by, bool toEnd)
{
    const LinkPlace from = m_parts->hovered.isNone() ? cursorPlace() : m_parts->hovered;
    const bool onTarget = from.target >= 0;
    const LinkRows& rows = m_parts->scene.layout.rows;
    const ReadingOrder& order = onTarget ? rows.target.order() : rows.source.order();
    int token = onTarget ? from.target : from.source;
    if (toEnd)
        token = by < 0 ? 0 : order.size() - 1;
    else
        token = from.isNone() || order.size() == 0 ? 0 : order.beside(token, by);
    const LinkPlace to = onTarget ? LinkPlace{-1, token} : LinkPlace{token, -1};
    reveal(to);
    setCursorPlace(to);
}

// To the token on the other side that is linked most.
void LinksView::cross(bool toSource)
{
    const LinkPlace from = m_parts->hovered.isNone() ? cursorPlace() : m_parts->hovered;
    LinkPlace to = toSource ? LinkPlace{0, -1} : LinkPlace{-1, 0};
    if (from.isLink())
        to = toSource ? LinkPlace{from.source, -1} : LinkPlace{-1, from.target};
    else if ((toSource ? from.source : from.target) >= 0)
        to = from; // there already
    else if (const auto heaviest = partners(m_parts->scene, from, 1); !heaviest.empty())
        to = toSource ? LinkPlace{heaviest.front().source, -1} : LinkPlace{-1, heaviest.front().target};
    reveal(to);
    setCursorPlace(to);
}

void LinksView::reveal(const LinkPlace& place)
{
    const LinksLayout& layout = m_parts->scene.layout;
    const QRectF rect = place.source >= 0 ? layout.sourcePlace(place.source) : layout.targetPlace(place.target);
    const double ahead = std::min(60.0, width() / 4.0);
    if (layout.content <= width())
        return;
    if (rect.left() < ahead)
        scrollTo(layout.scrolled + rect.left() - ahead);
    else if (rect.right() > width() - ahead)
        scrollTo(layout.scrolled + rect.right() - width() + ahead);
}

} // namespace alignoscope::ui

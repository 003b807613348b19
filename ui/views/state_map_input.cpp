// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/state_map_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr double zoomStep = 1.25;

} // namespace

void StateMapView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return setHovered(tokenAt(event->position()));
    const QPointF moved = event->position() - *m_pressed;
    if (!m_dragging && moved.manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    m_pressed = event->position();
    StateMapFrame frame = m_frame;
    frame.centre += QPointF(-moved.x(), moved.y()) / frame.scale;
    setFrame(frame);
}

void StateMapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position();
}

void StateMapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_pressed && !m_dragging)
        choose(tokenAt(event->position()));
    m_pressed.reset();
    m_dragging = false;
    unsetCursor();
}

void StateMapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !tokenAt(event->position()))
        showAll();
}

void StateMapView::leaveEvent(QEvent*)
{
    setHovered(std::nullopt);
}

void StateMapView::wheelEvent(QWheelEvent* event)
{
    if (!m_scene.map || event->angleDelta().y() == 0)
        return event->ignore();
    setFrame(m_frame.zoomed(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position()));
    event->accept();
}

// Along the sentence; the first key shows where one is.
bool StateMapView::walk(int key)
{
    const int last = static_cast<int>(m_scene.placed.size()) - 1;
    if (last < 0)
        return false;
    const bool there = active() && active()->own;
    int token = there ? active()->index : 0;
    if (key == Qt::Key_Left || key == Qt::Key_Up)
        token -= there ? 1 : 0;
    else if (key == Qt::Key_Right || key == Qt::Key_Down)
        token += there ? 1 : 0;
    else if (key == Qt::Key_Home)
        token = 0;
    else if (key == Qt::Key_End)
        token = last;
    else
        return false;
    choose(Token{true, std::clamp(token, 0, last)});
    if (!m_frame.plot.contains(positionOf(*m_chosen))) { // the map follows whoever walks out of it
        const StateMap::Point& point = m_scene.placed[static_cast<std::size_t>(m_chosen->index)].point;
        StateMapFrame frame = m_frame;
        frame.centre = {point.x, point.y};
        setFrame(frame);
    }
    return true;
}

void StateMapView::keyPressEvent(QKeyEvent* event)
{
    if (!m_scene.map)
        return QWidget::keyPressEvent(event);
    const int key = event->key();
    if (event->modifiers() & Qt::ShiftModifier) {
        const QPointF step = key == Qt::Key_Left ? QPointF(-1, 0)
            : key == Qt::Key_Right               ? QPointF(1, 0)
            : key == Qt::Key_Up                  ? QPointF(0, 1)
            : key == Qt::Key_Down                ? QPointF(0, -1)
                                                 : QPointF();
        if (!step.isNull()) {
            StateMapFrame frame = m_frame;
            frame.centre += step * frame.plot.width() * 0.1 / frame.scale;
            return setFrame(frame);
        }
    }
    if (key == Qt::Key_Plus || key == Qt::Key_Equal)
        zoom(zoomStep);
    else if (key == Qt::Key_Minus)
        zoom(1 / zoomStep);
    else if (key == Qt::Key_0)
        showAll();
    else if (key == Qt::Key_Escape && m_chosen)
        choose(std::nullopt);
    else if (!walk(key))
        QWidget::keyPressEvent(event);
}

} // namespace alignoscope::ui

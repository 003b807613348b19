// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/beam_words.h"
#include "ui/views/beam_tree_parts.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

static constexpr double zoomStep = 1.2;

bool BeamTreeView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int node = nodeAt(help->pos());
        if (node < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(),
                               hypothesisText(*trace(), node) + u'\n' + beamNodeInWords(*trace(), node), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setHovered(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

void BeamTreeView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void BeamTreeView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        layOut();
    QAbstractScrollArea::changeEvent(event);
}

void BeamTreeView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAbout(event->position(), zoom() * std::pow(zoomStep, event->angleDelta().y() / 120.0));
        event->accept();
    } else if (event->modifiers() & Qt::ShiftModifier) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y() / 2);
        event->accept();
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
}

void BeamTreeView::mousePressEvent(QMouseEvent* event)
{
    const int node = nodeAt(event->position());
    if (event->button() == Qt::LeftButton && node >= 0)
        return chooseByUser(node);
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_parts->grabbed = event->position();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void BeamTreeView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_parts->grabbed)
        return setHovered(nodeAt(event->position()));
    const QPointF moved = event->position() - *m_parts->grabbed;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - static_cast<int>(std::lround(moved.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(std::lround(moved.y())));
    m_parts->grabbed = event->position();
}

void BeamTreeView::mouseReleaseEvent(QMouseEvent* event)
{
    m_parts->grabbed.reset();
    viewport()->setCursor(nodeAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void BeamTreeView::chooseByUser(int node)
{
    if (node == chosen() || !m_parts->scene.shows(node))
        return;
    setChosen(node);
    bringIntoSight(node);
    emit nodeChosen(node);
}

// Where an arrow leads from the chosen node; nothing where it leads nowhere.
std::optional<int> BeamTreeView::neighbour(int key) const
{
    const BeamTreeScene& scene = m_parts->scene;
    const int from = scene.chosen;
    if (key == Qt::Key_Home)
        return 0;
    if (from < 0 || key == Qt::Key_End)
        return leaderAt(*scene.trace, scene.step);
    const BeamTrace::Node& node = scene.trace->node(from);
    if (key == (scene.layout.fromRight ? Qt::Key_Right : Qt::Key_Left)) // back
        return node.parent >= 0 ? std::optional(node.parent) : std::nullopt;
    const auto place = [&](int step) -> const std::vector<int>& {
        return scene.layout.order[static_cast<std::size_t>(step)];
    };
    if (key == Qt::Key_Left || key == Qt::Key_Right) { // the child that stands first
        if (node.step + 1 > scene.trace->steps())
            return std::nullopt;
        const auto& column = place(node.step + 1);
        const auto child = std::ranges::find_if(column, [&](int at) { return scene.trace->node(at).parent == from; });
        return child != column.end() ? std::optional(*child) : std::nullopt;
    }
    const auto& column = place(node.step);
    const auto at = std::ranges::find(column, from) - column.begin() + (key == Qt::Key_Up ? -1 : 1);
    return at >= 0 && at < static_cast<std::ptrdiff_t>(column.size())
        ? std::optional(column[static_cast<std::size_t>(at)])
        : std::nullopt;
}

bool BeamTreeView::zoomByKey(const QKeyEvent& event)
{
    if (!(event.modifiers() & Qt::ControlModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(zoom() * zoomStep);
        return true;
    case Qt::Key_Minus:
        setZoom(zoom() / zoomStep);
        return true;
    case Qt::Key_0:
        setWhole(true);
        return true;
    default:
        return false;
    }
}

void BeamTreeView::keyPressEvent(QKeyEvent* event)
{
    if (!trace())
        return QAbstractScrollArea::keyPressEvent(event);
    if (zoomByKey(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (const auto node = neighbour(event->key())) {
            if (trace()->node(*node).step > step())
                emit stepWished(step() + 1); // beyond what is shown: the next step
            chooseByUser(*node);
        }
        return;
    case Qt::Key_PageUp:
        emit stepWished(step() - 1);
        return;
    case Qt::Key_PageDown:
        emit stepWished(step() + 1);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void BeamTreeView::focusInEvent(QFocusEvent* event)
{
    m_parts->scene.keyboard = true;
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void BeamTreeView::focusOutEvent(QFocusEvent* event)
{
    m_parts->scene.keyboard = false;
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/beam_tree_parts.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

static constexpr double margin = 14, smallestZoom = 0.05, largestZoom = 4;

double BeamTreeView::zoom() const
{
    return m_parts->zoom;
}

void BeamTreeView::setZoom(double zoom)
{
    zoomAbout(QRectF(viewport()->rect()).center(), zoom);
}

void BeamTreeView::setWhole(bool whole)
{
    if (whole != m_parts->whole) {
        m_parts->whole = whole;
        emit wholeChanged(whole);
    }
    arrange();
}

bool BeamTreeView::whole() const
{
    return m_parts->whole;
}

// Zoom and scroll bars for the tree's size in the view's.
void BeamTreeView::arrange()
{
    const QSizeF tree = m_parts->scene.layout.size;
    const double width = viewport()->width(), height = viewport()->height() - m_parts->header;
    if (m_parts->whole && !tree.isEmpty())
        m_parts->zoom = std::clamp(std::min((width - 2 * margin) / tree.width(), (height - 2 * margin) / tree.height()),
                                   smallestZoom, 1.3);
    const bool fromRight = m_parts->scene.layout.fromRight;
    const auto fit = [fromRight](QScrollBar* bar, double content, double room) {
        const int behind = bar->maximum() - bar->value(); // a tree that begins at the right is held there
        bar->setRange(0, static_cast<int>(std::ceil(std::max(0.0, content - room))));
        if (fromRight && bar->orientation() == Qt::Horizontal)
            bar->setValue(bar->maximum() - behind);
        bar->setPageStep(static_cast<int>(room));
        bar->setSingleStep(24);
    };
    fit(horizontalScrollBar(), tree.width() * m_parts->zoom + 2 * margin, width);
    fit(verticalScrollBar(), tree.height() * m_parts->zoom + 2 * margin, height);
    viewport()->update();
}

// Where the layout's corner is in the viewport; what is smaller than the view stands half way down, at the side where
// it begins.
QPointF BeamTreeView::origin() const
{
    const double height = viewport()->height() - m_parts->header;
    const double spare = height - m_parts->scene.layout.size.height() * m_parts->zoom - 2 * margin;
    const double free = viewport()->width() - m_parts->scene.layout.size.width() * m_parts->zoom - 2 * margin;
    return {margin + (m_parts->scene.layout.fromRight ? std::max(0.0, free) : 0.0) - horizontalScrollBar()->value(),
            m_parts->header + margin + std::max(0.0, spare / 2) - verticalScrollBar()->value()};
}

QRect BeamTreeView::nodeRect(int node) const
{
    if (!m_parts->scene.shows(node))
        return {};
    const QRectF& box = m_parts->scene.layout.item(node).box;
    return QRectF(origin() + box.topLeft() * m_parts->zoom, box.size() * m_parts->zoom).toRect();
}

int BeamTreeView::nodeAt(const QPointF& position) const
{
    const BeamTreeScene& scene = m_parts->scene;
    if (!scene.trace || position.y() < m_parts->header)
        return -1;
    const QPointF at = (position - origin()) / m_parts->zoom;
    const double slack = 2 / m_parts->zoom;
    for (int step = 0; step <= scene.step; ++step) {
        const QRectF& column = scene.layout.columns[static_cast<std::size_t>(step)];
        if (at.x() < column.left() - slack || at.x() > column.right() + slack)
            continue;
        for (const int node : scene.layout.order[static_cast<std::size_t>(step)]) {
            if (scene.layout.item(node).box.adjusted(-slack, -slack, slack, slack).contains(at))
                return node;
        }
    }
    return -1;
}

void BeamTreeView::zoomAbout(const QPointF& position, double zoom)
{
    const QPointF held = (position - origin()) / m_parts->zoom;
    m_parts->zoom = std::clamp(zoom, smallestZoom, largestZoom);
    setWhole(false);
    const QPointF moved = origin() + held * m_parts->zoom - position;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(std::lround(moved.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(moved.y())));
}

void BeamTreeView::bringIntoSight(int node)
{
    QRect box = nodeRect(node);
    if (box.isEmpty())
        return;
    if (const BeamLayout& layout = m_parts->scene.layout; isDone(trace()->node(node))) { // with its rank and score
        const double more = layout.end(layout.badge(node)) - layout.end(layout.item(node).box);
        const int beside = static_cast<int>((std::abs(more) + 3 * layout.typeSize) * m_parts->zoom);
        box.adjust(layout.fromRight ? -beside : 0, 0, layout.fromRight ? 0 : beside, 0);
    }
    const auto move = [](QScrollBar* bar, int low, int high, int from, int to) {
        if (high > to)
            bar->setValue(bar->value() + std::min(high - to, low - from));
        else if (low < from)
            bar->setValue(bar->value() + low - from);
    };
    const int aside = static_cast<int>(2 * margin);
    move(horizontalScrollBar(), box.left() - aside, box.right() + aside, 0, viewport()->width());
    move(verticalScrollBar(), box.top() - aside, box.bottom() + aside, static_cast<int>(m_parts->header),
         viewport()->height());
}

} // namespace alignoscope::ui

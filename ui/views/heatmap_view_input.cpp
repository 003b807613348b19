// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, keyboard and tool tips of a HeatmapView.
#include "ui/figure/isolated_text.h"
#include "ui/views/heatmap_canvas.h"
#include "ui/views/heatmap_view_parts.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace alignoscope::ui {

// A label says in full what had to be shortened, and what its dotted line means.
QString HeatmapView::tipAt(const QPointF& position) const
{
    const HeatmapScene& scene = m_parts->scene;
    const auto tip = [&](const TokenLabel& full, const PlacedLabel& placed) {
        if (!outlineOf(placed, scene.metrics).containsPoint(position, Qt::OddEvenFill))
            return QString();
        if (full.kind == TokenKind::Unknown)
            return tr("%1: not in the model's vocabulary, read as an unknown word").arg(isolated(full.text));
        return full.kind == TokenKind::End ? tr("End of the sentence") : full.text;
    };
    QString found;
    for (int source = 0; source < scene.layout.columns() && found.isEmpty(); ++source)
        found = tip(m_parts->labels.sources[static_cast<std::size_t>(source)],
                    scene.layout.sourceLabel(source, scene.metrics));
    for (int target = 0; target < scene.layout.rows() && found.isEmpty(); ++target)
        found = tip(m_parts->labels.targets[static_cast<std::size_t>(target)],
                    scene.layout.targetLabel(target, scene.metrics));
    return found;
}

bool HeatmapView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

void HeatmapView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(cellAt(event->position()));
}

void HeatmapView::mousePressEvent(QMouseEvent* event)
{
    if (const auto cell = cellAt(event->position()); cell && event->button() == Qt::LeftButton) {
        setCursorCell(cell);
        setHovered(cell);
    }
}

void HeatmapView::leaveEvent(QEvent*)
{
    setHovered(std::nullopt);
}

void HeatmapView::keyPressEvent(QKeyEvent* event)
{
    if (!snapshot())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return walk(event->key());
    case Qt::Key_Escape:
        if (m_parts->cursor)
            return setCursorCell(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

// Arrows go to the cell beside as it is seen; Home and End to the first and the last word, wherever they stand.
void HeatmapView::walk(int key)
{
    const auto start = m_parts->hovered ? m_parts->hovered : m_parts->cursor;
    Cell cell = start.value_or(Cell{});
    const int lastTarget = snapshot()->targets() - 1, lastSource = snapshot()->sources() - 1;
    const int step = start ? 1 : 0; // the first key press shows where the cursor is
    switch (key) {
    case Qt::Key_Left:
        cell.source = m_parts->labels.order.beside(cell.source, -step);
        break;
    case Qt::Key_Right:
        cell.source = m_parts->labels.order.beside(cell.source, step);
        break;
    case Qt::Key_Up:
        cell.target = std::max(0, cell.target - step);
        break;
    case Qt::Key_Down:
        cell.target = std::min(lastTarget, cell.target + step);
        break;
    case Qt::Key_Home:
        cell.source = 0;
        break;
    case Qt::Key_End:
        cell.source = lastSource;
        break;
    case Qt::Key_PageUp:
        cell.target = 0;
        break;
    default:
        cell.target = lastTarget;
    }
    setCursorCell(cell);
}

void HeatmapView::focusInEvent(QFocusEvent* event)
{
    refocus(event);
}
void HeatmapView::focusOutEvent(QFocusEvent* event)
{
    refocus(event);
}

void HeatmapView::refocus(QFocusEvent* event)
{
    m_parts->scene.keyboard = m_parts->scene.active && !m_parts->hovered && event->gotFocus();
    m_parts->canvas->redrawReadout();
}

} // namespace alignoscope::ui

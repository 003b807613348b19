// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/attention_editor.h"

#include "ui/views/change_colours.h"
#include "ui/views/heatmap_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace alignoscope::ui {

namespace {

constexpr double step = 0.1; // of weight, a press of + or −

bool marked(const std::vector<bool>& marks, int place)
{
    return place >= 0 && static_cast<std::size_t>(place) < marks.size() && marks[static_cast<std::size_t>(place)];
}

} // namespace

AttentionEditor::AttentionEditor(HeatmapView* heatmap) : QWidget(heatmap), m_heatmap(heatmap)
{
    setObjectName("attentionEditor");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(heatmap->rect());
    heatmap->installEventFilter(this);
    heatmap->setContextMenuPolicy(Qt::DefaultContextMenu);
}

void AttentionEditor::setMarks(Marks marks)
{
    m_marks = std::move(marks);
    stopDragging();
    raise();
    update();
}

bool AttentionEditor::editable(int row) const
{
    return m_heatmap->snapshot() && !marked(m_marks.fixed, row);
}

bool AttentionEditor::eventFilter(QObject* /*watched*/, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
        resize(static_cast<QResizeEvent*>(event)->size());
        return false;
    case QEvent::MouseButtonPress:
        return press(static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return drag(static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        return release(static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        if (const auto cell = m_heatmap->cellAt(static_cast<QMouseEvent*>(event)->position());
            cell && editable(cell->target))
            emit lookOnly(cell->target, cell->source);
        return true;
    case QEvent::KeyPress:
        return key(static_cast<QKeyEvent*>(event));
    case QEvent::ContextMenu:
        return menu(static_cast<QContextMenuEvent*>(event));
    case QEvent::FocusOut:
        stopDragging();
        return false;
    default:
        return false;
    }
}

// The heatmap sets its cursor to the cell by itself.
bool AttentionEditor::press(QMouseEvent* event)
{
    const auto cell = m_heatmap->cellAt(event->position());
    if (event->button() != Qt::LeftButton || !cell || !editable(cell->target))
        return false;
    m_row = cell->target;
    m_from = m_to = cell->source;
    return false;
}

bool AttentionEditor::drag(QMouseEvent* event)
{
    if (m_row < 0) {
        const auto cell = m_heatmap->cellAt(event->position());
        m_heatmap->setCursor(cell && editable(cell->target) ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return false;
    }
    const double y = QRectF(m_heatmap->cellRect({m_row, m_from})).center().y();
    const auto cell = m_heatmap->cellAt({event->position().x(), y}); // the row is held, whatever the hand does
    const int to = cell ? cell->source : m_to;
    if (to == m_to)
        return true;
    m_to = to;
    m_heatmap->setCursor(Qt::ClosedHandCursor);
    update();
    return true;
}

bool AttentionEditor::release(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_row < 0)
        return false;
    const int row = m_row, from = m_from, to = m_to;
    stopDragging();
    if (from != to) {
        m_heatmap->setCursorCell(HeatmapView::Cell{row, to});
        emit moved(row, from, to);
    }
    return false;
}

void AttentionEditor::stopDragging()
{
    if (m_row >= 0)
        m_heatmap->setCursor(Qt::ArrowCursor);
    m_row = m_from = m_to = -1;
    update();
}

bool AttentionEditor::key(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_row >= 0) {
        stopDragging();
        return true;
    }
    const auto cell = m_heatmap->cursorCell();
    if (!cell || !editable(cell->target))
        return false;
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit lookOnly(cell->target, cell->source);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // + without Shift
        emit shifted(cell->target, cell->source, step);
        return true;
    case Qt::Key_Minus:
        emit shifted(cell->target, cell->source, -step);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit givenBack(cell->target);
        return true;
    default:
        return false;
    }
}

bool AttentionEditor::menu(QContextMenuEvent* event)
{
    stopDragging();
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const auto cell = byMouse ? m_heatmap->cellAt(event->pos()) : m_heatmap->cursorCell();
    if (!cell || !editable(cell->target))
        return false;
    m_heatmap->setCursorCell(cell);
    const QRect place = m_heatmap->cellRect(*cell);
    emit menuWanted(cell->target, cell->source,
                    byMouse ? event->globalPos() : m_heatmap->mapToGlobal(place.bottomLeft()));
    return true;
}

void AttentionEditor::paintEvent(QPaintEvent* /*event*/)
{
    const AttentionSnapshotPtr& shown = m_heatmap->snapshot();
    if (!shown)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter, shown->targets() - 1, shown->sources() - 1);
    if (m_row >= 0 && m_from != m_to)
        paintDrag(painter);
}

void AttentionEditor::paintMarks(QPainter& painter, int lastRow, int lastColumn) const
{
    const auto rowRect = [&](int row) { return QRectF(m_heatmap->rowRect(row)); };
    QColor veil = m_heatmap->palette().color(QPalette::Base);
    veil.setAlphaF(0.75F); // what the heatmap says of a cell is seen through it
    for (int row = 0; row <= lastRow; ++row)
        if (marked(m_marks.blank, row))
            painter.fillRect(rowRect(row).adjusted(0, 1, 0, -1), veil);
    for (int column = 0; column <= lastColumn; ++column) {
        if (!marked(m_marks.dropped, column))
            continue;
        const QRect all = m_heatmap->cellRect({0, column}).united(m_heatmap->cellRect({lastRow, column}));
        painter.fillRect(all, veil);
        painter.fillRect(all, QBrush(m_heatmap->palette().color(QPalette::PlaceholderText), Qt::BDiagPattern));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(changeColour(m_heatmap->palette()), 2));
    for (int row = 0; row <= lastRow; ++row)
        if (marked(m_marks.changed, row))
            painter.drawRect(rowRect(row).adjusted(-1, -0.5, 1, 0.5));
}

// Where the weight comes from, an arrow, and where it will be.
void AttentionEditor::paintDrag(QPainter& painter) const
{
    const QRectF from = m_heatmap->cellRect({m_row, m_from}), to = m_heatmap->cellRect({m_row, m_to});
    const QColor colour = changeColour(m_heatmap->palette());
    painter.setPen(QPen(colour, 2, Qt::DashLine));
    painter.drawRect(from.adjusted(1, 1, -1, -1));
    painter.setPen(QPen(colour, 3));
    painter.drawRect(to.adjusted(1, 1, -1, -1));
    const double side = to.center().x() > from.center().x() ? 1 : -1;
    const double head = std::min(8.0, to.height() / 2);
    const QPointF tip = to.center();
    QPainterPath arrow(from.center());
    arrow.lineTo(tip);
    arrow.moveTo(tip + QPointF(-side * head, -head * 0.7));
    arrow.lineTo(tip);
    arrow.lineTo(tip + QPointF(-side * head, head * 0.7));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 200), 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(arrow);
    painter.setPen(QPen(colour, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(arrow);
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_view.h"

namespace alignoscope::ui {

struct HeatmapView::Parts {
    AttentionSnapshotPtr snapshot;
    ColourMap map = ColourMap::Viridis;
    std::optional<Cell> cursor;
};

HeatmapView::HeatmapView(QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>())
{
    setObjectName("heatmapView");
}
HeatmapView::~HeatmapView() = default;
void HeatmapView::setSnapshot(AttentionSnapshotPtr snapshot) { m_parts->snapshot = std::move(snapshot); }
const AttentionSnapshotPtr& HeatmapView::snapshot() const { return m_parts->snapshot; }
void HeatmapView::setEmptyText(const QString&) { }
void HeatmapView::setColourMap(ColourMap map) { m_parts->map = map; }
ColourMap HeatmapView::colourMap() const { return m_parts->map; }
void HeatmapView::setGold(std::optional<GoldAlignment>) { }
void HeatmapView::setCursorCell(std::optional<Cell> cell) { m_parts->cursor = cell; }
std::optional<HeatmapView::Cell> HeatmapView::cursorCell() const { return m_parts->cursor; }
std::optional<HeatmapView::Cell> HeatmapView::cellAt(const QPointF&) const { return std::nullopt; }
QRect HeatmapView::cellRect(Cell) const { return {}; }
QString HeatmapView::readout() const { return {}; }
QSize HeatmapView::sizeHint() const { return {560, 480}; }
QSize HeatmapView::minimumSizeHint() const { return {200, 160}; }
bool HeatmapView::event(QEvent* event) { return QWidget::event(event); }
void HeatmapView::resizeEvent(QResizeEvent* event) { QWidget::resizeEvent(event); }
void HeatmapView::changeEvent(QEvent* event) { QWidget::changeEvent(event); }
void HeatmapView::mouseMoveEvent(QMouseEvent* event) { QWidget::mouseMoveEvent(event); }
void HeatmapView::mousePressEvent(QMouseEvent* event) { QWidget::mousePressEvent(event); }
void HeatmapView::leaveEvent(QEvent* event) { QWidget::leaveEvent(event); }
void HeatmapView::keyPressEvent(QKeyEvent* event) { QWidget::keyPressEvent(event); }
void HeatmapView::focusInEvent(QFocusEvent* event) { QWidget::focusInEvent(event); }
void HeatmapView::focusOutEvent(QFocusEvent* event) { QWidget::focusOutEvent(event); }
void HeatmapView::setHovered(std::optional<Cell>) { }
void HeatmapView::describe() { }

} // namespace alignoscope::ui

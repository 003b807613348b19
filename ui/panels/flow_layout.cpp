// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace alignoscope::ui {

FlowLayout::FlowLayout(QWidget* parent, int across, int down) : QLayout(parent), m_across(across), m_down(down) { }

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool move) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = room.x(), y = room.y();
    for (std::size_t first = 0, end = 0; first < m_items.size(); first = end) {
        int height = 0;
        x = room.x();
        for (end = first; end < m_items.size(); ++end) { // what fits on this line
            const QSize size = m_items[end]->sizeHint();
            if (end > first && x + size.width() > room.x() + room.width())
                break;
            x += size.width() + m_across;
            height = std::max(height, size.height());
        }
        x = room.x();
        for (std::size_t i = first; move && i < end; ++i) {
            const QSize size = m_items[i]->sizeHint().boundedTo({room.width(), height});
            const QRect place(x, y + (height - size.height()) / 2, size.width(), size.height());
            m_items[i]->setGeometry(QStyle::visualRect(direction, room, place));
            x += m_items[i]->sizeHint().width() + m_across;
        }
        y += height + (end < m_items.size() ? m_down : 0);
    }
    return y - rect.y() + contentsMargins().bottom();
}

} // namespace alignoscope::ui

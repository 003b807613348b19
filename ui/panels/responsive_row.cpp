// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/responsive_row.h"

#include <algorithm>

namespace alignoscope::ui {

ResponsiveRow::ResponsiveRow(int widthEach, QWidget* parent)
    : QWidget(parent), m_widthEach(widthEach), m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint); // side by side, it must still be able to become narrow
}

void ResponsiveRow::addWidget(QWidget* widget, int stretch)
{
    m_layout->addWidget(widget, stretch);
}

QSize ResponsiveRow::minimumSizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_layout->count(); ++i)
        width = std::max(width, m_layout->itemAt(i)->minimumSize().width());
    return {width, m_layout->minimumSize().height()};
}

void ResponsiveRow::setWidthEach(int pixels)
{
    m_widthEach = pixels;
    turn();
}

void ResponsiveRow::resizeEvent(QResizeEvent*)
{
    turn();
}

void ResponsiveRow::turn()
{
    const int wanted = (m_widthEach + m_layout->spacing()) * m_layout->count() - m_layout->spacing();
    const auto direction = width() >= wanted ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_layout->direction() != direction) {
        m_layout->setDirection(direction);
        updateGeometry();
    }
}

} // namespace alignoscope::ui

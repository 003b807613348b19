// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/still_frame.h"

#include <QEvent>

namespace alignoscope::ui {

// Without a layout of its own, a widget that would like another size tells this one and nobody else.
StillFrame::StillFrame(QWidget* content, QWidget* parent) : QWidget(parent), m_content(content)
{
    content->setParent(this);
    setSizePolicy(content->sizePolicy());
}

QSize StillFrame::sizeHint() const
{
    return m_content->sizeHint();
}

QSize StillFrame::minimumSizeHint() const
{
    return m_content->minimumSizeHint().expandedTo(m_content->minimumSize());
}

bool StillFrame::isTooSmall() const
{
    const QSize least = minimumSizeHint();
    const bool widthMatters = sizePolicy().horizontalPolicy() != QSizePolicy::Ignored;
    return (widthMatters && width() < least.width()) || height() < least.height();
}

bool StillFrame::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest && isTooSmall())
        updateGeometry();
    return QWidget::event(event);
}

// While it is hidden nobody tells it what its content would like.
void StillFrame::showEvent(QShowEvent*)
{
    updateGeometry();
}

void StillFrame::resizeEvent(QResizeEvent*)
{
    m_content->setGeometry(rect());
}

} // namespace alignoscope::ui

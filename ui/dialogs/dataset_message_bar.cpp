// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_message_bar.h"

#include "ui/dialogs/dataset_colours.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace alignoscope::ui {

DatasetMessageBar::DatasetMessageBar(QWidget* parent) : QFrame(parent), m_icon(new QLabel), m_text(new QLabel)
{
    setObjectName("datasetMessageBar");
    m_text->setObjectName("datasetMessage");
    m_text->setAccessibleName(tr("Message"));
    m_text->setTextFormat(Qt::PlainText); // a message may quote a file
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton;
    close->setObjectName("datasetMessageClose");
    close->setAccessibleName(tr("Close the message"));
    close->setToolTip(tr("Close the message"));
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, &DatasetMessageBar::clear);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    updateIcon();
    hide();
}

void DatasetMessageBar::say(const QString& message)
{
    m_text->setText(message);
    setVisible(!message.isEmpty());
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void DatasetMessageBar::clear()
{
    m_text->clear();
    hide();
}

QString DatasetMessageBar::message() const
{
    return m_text->text();
}

void DatasetMessageBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateIcon();
    QFrame::changeEvent(event);
}

void DatasetMessageBar::paintEvent(QPaintEvent*)
{
    const QColor amber(0xE0, 0x9A, 0x1A);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mixed(palette().window().color(), amber, 0.55));
    painter.setBrush(mixed(palette().window().color(), amber, 0.14));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

void DatasetMessageBar::updateIcon()
{
    const int size = fontMetrics().height();
    m_icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(size, size));
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/message_bar.h"

#include "ui/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace alignoscope::ui {

MessageBar::MessageBar(QWidget* parent) :
    QWidget(parent)
{
    setObjectName("messageBar");
    m_icon = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setObjectName("message");
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton(this);
    close->setObjectName("messageClose");
    close->setIcon(themedIcon("remove"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &MessageBar::clear);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(close, 0, Qt::AlignVCenter);
    hide();
}

void MessageBar::say(const QString& message, Kind kind)
{
    m_kind = kind;
    m_icon->setPixmap(themedIcon(kind == Kind::Problem ? "warning" : "info").pixmap(20, 20));
    m_text->setText(message);
    setVisible(!message.isEmpty());
    update();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::clear()
{
    m_text->clear();
    hide();
}

QString MessageBar::message() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor tint = m_kind == Kind::Problem ? QColor(0xd9, 0x8a, 0x1f) : palette().color(QPalette::Highlight);
    tint.setAlpha(46);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), tint);
    tint.setAlpha(255);
    painter.fillRect(QRect(0, 0, 4, height()), tint);
}

} // namespace alignoscope::ui

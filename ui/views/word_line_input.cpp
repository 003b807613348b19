// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of a line of words.
#include "ui/views/word_line.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace alignoscope::ui {

int WordLine::wordAt(const QPoint& position) const
{
    const auto found = std::ranges::find_if(m_places, [&](const QRect& place) { return place.contains(position); });
    return found == m_places.end() ? -1 : static_cast<int>(found - m_places.begin());
}

void WordLine::setHovered(int word)
{
    if (word == m_hovered)
        return;
    m_hovered = word;
    setCursor(word >= 0 && m_use == Use::Press ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    emit hovered(word);
}

bool WordLine::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int word = wordAt(help->pos());
        QToolTip::showText(help->globalPos(), word < 0 ? QString() : m_words[static_cast<std::size_t>(word)].tip, this,
                           wordRect(word));
        return true;
    }
    return QWidget::event(event);
}

void WordLine::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(wordAt(event->position().toPoint()));
}

void WordLine::mousePressEvent(QMouseEvent* event)
{
    const int word = wordAt(event->position().toPoint());
    if (m_use != Use::Press || word < 0 || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    setCurrent(word);
    emit pressed(word);
}

void WordLine::leaveEvent(QEvent* /*event*/)
{
    setHovered(-1);
}

void WordLine::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_words.size()) - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    const bool fromRight =
        m_places.size() > 1 && m_places[1].x() < m_places[0].x() && m_places[1].y() == m_places[0].y();
    const int forth = m_current < 0 ? 1 : fromRight ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right:
        return setCurrent(std::clamp(m_current + forth, 0, last));
    case Qt::Key_Left:
        return setCurrent(std::clamp(m_current - forth, 0, last));
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            emit pressed(m_current);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_current >= 0 && m_words[static_cast<std::size_t>(m_current)].closes)
            emit pressed(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void WordLine::focusInEvent(QFocusEvent* /*event*/)
{
    if (m_current < 0 && !m_words.empty())
        m_current = 0;
    describe();
    update();
}

void WordLine::focusOutEvent(QFocusEvent* /*event*/)
{
    update();
}

} // namespace alignoscope::ui

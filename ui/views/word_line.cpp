// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/word_line.h"

#include "ui/views/change_colours.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace alignoscope::ui {

namespace {

constexpr int gap = 3, padding = 5, lift = 2; // between words; beside and above a word within its frame
const QString cross = QStringLiteral("  ✕");

} // namespace

WordLine::WordLine(Use use, QWidget* parent) : QWidget(parent), m_use(use)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
    setFocusPolicy(use == Use::Press ? Qt::StrongFocus : Qt::NoFocus);
}

void WordLine::setWords(std::vector<Word> words)
{
    if (words == m_words)
        return;
    m_words = std::move(words);
    const int last = static_cast<int>(m_words.size()) - 1;
    m_current = std::min(m_current, last);
    m_hovered = -1;
    layOut();
    updateGeometry();
    describe();
}

void WordLine::setWordOrder(WordOrder order)
{
    m_wordOrder = order;
    layOut();
}

void WordLine::setLit(int word)
{
    if (word == m_lit)
        return;
    m_lit = word;
    update();
}

void WordLine::setCurrent(int word)
{
    m_current = std::clamp(word, -1, static_cast<int>(m_words.size()) - 1);
    describe();
    update();
}

QRect WordLine::wordRect(int word) const
{
    const auto& places = m_flow.places;
    return word >= 0 && word < static_cast<int>(places.size()) ? places[static_cast<std::size_t>(word)].toRect()
                                                               : QRect();
}

QFont WordLine::fontOf(const Word& word) const
{
    QFont type = font();
    type.setBold(word.given || word.isNew);
    type.setStrikeOut(word.gone);
    return type;
}

TextFlow WordLine::place(int width) const
{
    std::vector<TokenLabel> labels;
    std::vector<double> widths;
    for (const Word& word : m_words) {
        labels.push_back({word.text, word.pale ? TokenKind::End : TokenKind::Word});
        const QString text = word.closes ? word.text + cross : word.text;
        widths.push_back(QFontMetrics(fontOf(word)).horizontalAdvance(text) + 2 * padding);
    }
    const double row = rowHeight();
    return flowText(widths, ReadingOrder(labels, m_wordOrder),
                    {static_cast<double>(std::max(2 * padding, width)), row, gap, gap});
}

int WordLine::rowHeight() const
{
    return fontMetrics().height() + 2 * lift;
}

void WordLine::layOut()
{
    m_flow = place(width());
    update();
}

int WordLine::heightForWidth(int width) const
{
    return std::max(rowHeight(), static_cast<int>(place(width).height));
}

QSize WordLine::sizeHint() const
{
    return {320, heightForWidth(width() > 100 ? width() : 320)};
}

QSize WordLine::minimumSizeHint() const
{
    return {80, rowHeight()};
}

void WordLine::paintWord(QPainter& painter, int index) const
{
    const Word& word = m_words[static_cast<std::size_t>(index)];
    const QRectF frame = QRectF(wordRect(index)).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool lit = index == m_lit || index == m_hovered;
    QColor fill = m_use == Use::Press ? palette().color(QPalette::Button) : Qt::transparent;
    if (word.given)
        fill = changeFill(palette());
    if (lit)
        fill = palette().color(QPalette::Highlight);
    const bool cursor = hasFocus() && index == m_current;
    QColor line = m_use == Use::Press ? palette().color(QPalette::Mid) : QColor(Qt::transparent);
    if (word.given)
        line = changeColour(palette());
    if (cursor)
        line = palette().color(QPalette::Highlight);
    painter.setBrush(fill);
    painter.setPen(QPen(line, cursor ? 2 : 1));
    painter.drawRoundedRect(frame, 4, 4);

    QColor ink = palette().color(lit ? QPalette::HighlightedText : QPalette::Text);
    if ((word.pale || word.gone) && !lit)
        ink = palette().color(QPalette::PlaceholderText);
    painter.setFont(fontOf(word));
    painter.setPen(ink);
    const QRect room = wordRect(index).adjusted(padding, 0, -padding, 0);
    const QString full = word.closes ? word.text + cross : word.text;
    const QString text = painter.fontMetrics().elidedText(full, Qt::ElideRight, room.width() + 1);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine, text);
    if (!word.unknown && !word.isNew)
        return;
    QPen under(ink, word.isNew ? 1.6 : 1.2, word.unknown ? Qt::DotLine : Qt::SolidLine, Qt::FlatCap);
    painter.setPen(under);
    const double y = room.bottom() - 1.5;
    painter.drawLine(QPointF(room.left(), y), QPointF(room.right() + 1, y));
}

void WordLine::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int word = 0; word < static_cast<int>(m_words.size()); ++word)
        paintWord(painter, word);
}

void WordLine::resizeEvent(QResizeEvent* /*event*/)
{
    layOut();
}

void WordLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        layOut();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

int WordLine::wordAt(const QPoint& position) const
{
    for (int word = 0; word < static_cast<int>(m_words.size()); ++word)
        if (wordRect(word).contains(position))
            return word;
    return -1;
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
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return setCurrent(m_current < 0 ? 0 : m_flow.neighbour(m_current, event->key(), last + 1));
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

void WordLine::describe()
{
    QString words;
    if (hasFocus() && m_current >= 0 && m_current < static_cast<int>(m_words.size())) {
        words = m_words[static_cast<std::size_t>(m_current)].tip;
    } else {
        for (const Word& word : m_words)
            words += (words.isEmpty() ? "" : " ") + word.text;
    }
    if (words != accessibleDescription()) // each change is read aloud
        setAccessibleDescription(words);
}

} // namespace alignoscope::ui

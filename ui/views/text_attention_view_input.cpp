// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keyboard of a TextAttentionView.
#include "ui/views/text_attention_view_parts.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double zoomStep = 1.15, leastZoom = 0.5, mostZoom = 4;

} // namespace

double TextAttentionView::zoom() const
{
    return m_parts->zoom;
}

void TextAttentionView::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, leastZoom, mostZoom);
    if (wanted == m_parts->zoom)
        return;
    m_parts->zoom = wanted;
    layOut();
    reveal(activeWord());
    emit zoomChanged();
}

void TextAttentionView::zoomIn()
{
    setZoom(zoom() * zoomStep);
}
void TextAttentionView::zoomOut()
{
    setZoom(zoom() / zoomStep);
}

bool TextAttentionView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int word = wordAt(help->pos());
        const bool unknown =
            word >= 0 && m_parts->scene.words[static_cast<std::size_t>(word)].kind == TokenKind::Unknown;
        if (word < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(),
                               unknown ? tr("%1\nNot in the model’s vocabulary: read as an unknown word").arg(readout())
                                       : readout(),
                               viewport(), wordRect(word));
        return true;
    }
    if (event->type() == QEvent::Leave)
        setHovered(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

void TextAttentionView::resizeEvent(QResizeEvent*)
{
    layOut();
}

void TextAttentionView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        layOut();
    QAbstractScrollArea::changeEvent(event);
}

void TextAttentionView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(wordAt(event->position()));
}

void TextAttentionView::mousePressEvent(QMouseEvent* event)
{
    const int word = wordAt(event->position());
    if (event->button() != Qt::LeftButton || word < 0)
        return;
    setCursorWord(word);
    setHovered(word);
}

void TextAttentionView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    setZoom(zoom() * std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

// Left and right as the words are seen, up and down to the word above or below.
int TextAttentionView::neighbour(int word, int key) const
{
    const TextFlow& flow = m_parts->scene.flow;
    const auto count = static_cast<int>(m_parts->scene.words.size());
    const auto place = [&flow](int i) { return flow.places[static_cast<std::size_t>(i)]; };
    const auto line = [&flow](int i) { return flow.lines[static_cast<std::size_t>(i)]; };
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const double from = place(word).center().x();
    int best = word;
    double least = 1e9;
    for (int other = 0; other < count; ++other) {
        const double right = place(other).center().x() - from;
        const bool candidate = across ? line(other) == line(word) && (key == Qt::Key_Right ? right > 0 : right < 0)
                                      : line(other) == line(word) + (key == Qt::Key_Down ? 1 : -1);
        if (candidate && std::abs(right) < least) {
            least = std::abs(right);
            best = other;
        }
    }
    if (best != word || !across)
        return best;
    const bool forth = (key == Qt::Key_Right) != flow.fromRight; // on to the next line, or back to the one before
    int edge = -1;
    for (int other = 0; other < count; ++other)
        if (line(other) == line(word) + (forth ? 1 : -1)
            && (edge < 0 || (place(other).x() < place(edge).x()) == (key == Qt::Key_Right)))
            edge = other;
    return edge < 0 ? word : edge;
}

void TextAttentionView::keyPressEvent(QKeyEvent* event)
{
    if (!snapshot())
        return QWidget::keyPressEvent(event);
    const int word = activeWord(), last = snapshot()->sources() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return setCursorWord(word < 0 ? 0 : neighbour(word, event->key())); // the first key shows where the cursor is
    case Qt::Key_Home:
        return setCursorWord(0);
    case Qt::Key_End:
        return setCursorWord(last);
    case Qt::Key_PageUp:
        return verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
        return verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return setZoom(1);
    case Qt::Key_Escape:
        if (m_parts->cursor >= 0)
            return setCursorWord(-1);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TextAttentionView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    activate();
}

void TextAttentionView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    activate();
}

void TextAttentionView::hideEvent(QHideEvent* event)
{
    setHovered(-1); // no pointer leaves a tab that goes behind
    QAbstractScrollArea::hideEvent(event);
}

void TextAttentionView::reveal(int word)
{
    const QRect rect = wordRect(word);
    if (rect.isEmpty())
        return;
    QScrollBar* bar = verticalScrollBar();
    if (rect.top() < 4)
        bar->setValue(bar->value() + rect.top() - 4);
    else if (rect.bottom() > viewport()->height() - 4)
        bar->setValue(bar->value() + rect.bottom() - viewport()->height() + 4);
}

} // namespace alignoscope::ui

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
        return setCursorWord(word < 0 ? 0
                                      : m_parts->scene.flow.neighbour(
                                          word, event->key(), last + 1)); // the first key shows where the cursor is
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

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/segment_button.h"

#include <QPainter>

namespace alignoscope::ui {

SegmentButton::SegmentButton(const QString& text, const QString& tip, QWidget* parent) : QToolButton(parent)
{
    setText(text);
    setToolTip(tip);
    setAccessibleName(text);
    setAccessibleDescription(tip);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
}

QSize SegmentButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 16, fontMetrics().height() + 8};
}

void SegmentButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool on = isChecked();
    QColor fill = palette().color(on ? QPalette::Highlight : QPalette::Button);
    if (!on && (underMouse() || isDown()))
        fill = palette().color(QPalette::Midlight);
    painter.setBrush(fill);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const QColor ink = palette().color(on ? QPalette::HighlightedText : QPalette::ButtonText);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(on ? ink : palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(rect().adjusted(2, 2, -3, -3));
    }
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace alignoscope::ui

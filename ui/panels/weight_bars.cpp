// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/weight_bars.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace alignoscope::ui {

WeightBars::WeightBars(QWidget* parent) :
    QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void WeightBars::setBars(std::vector<Bar> bars)
{
    const bool resized = bars.size() != m_bars.size();
    m_bars = std::move(bars);
    QStringList spoken;
    for (const Bar& bar : m_bars)
        spoken << bar.word + ' ' + QLocale().toString(bar.weight, 'f', 2);
    setAccessibleDescription(spoken.join(", "));
    if (resized)
        updateGeometry();
    update();
}

int WeightBars::rowHeight() const
{
    return fontMetrics().height() + 6;
}

QSize WeightBars::sizeHint() const
{
    return {180, rowHeight() * static_cast<int>(m_bars.size())};
}

QSize WeightBars::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void WeightBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int number = fontMetrics().horizontalAdvance("0.00");
    const int words = width() * 2 / 5;
    const int room = std::max(0, width() - words - number - 14);
    int y = 0;
    for (const Bar& bar : m_bars) {
        const QRect row(0, y, width(), rowHeight());
        QFont font = this->font();
        font.setBold(bar.marked);
        painter.setFont(font);
        painter.setPen(palette().color(QPalette::WindowText));
        const QString word = QFontMetrics(font).elidedText(bar.word, Qt::ElideRight, words);
        painter.drawText(row.adjusted(0, 0, words - width(), 0), Qt::AlignRight | Qt::AlignVCenter, word);
        const QRectF track(words + 7, y + 4, room, rowHeight() - 8);
        painter.fillRect(track, palette().color(QPalette::AlternateBase));
        painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * std::clamp(bar.weight, 0.0, 1.0), track.height())),
                         palette().color(QPalette::Highlight));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(bar.weight, 'f', 2));
        y += rowHeight();
    }
}

} // namespace alignoscope::ui

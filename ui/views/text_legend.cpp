// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/text_legend.h"

#include "ui/figure/text_picture.h"

#include <QPainter>

#include <algorithm>

namespace alignoscope::ui {
namespace {

constexpr int barHeight = 10, gap = 6, tick = 4;

} // namespace

TextLegend::TextLegend(QWidget* parent) : QWidget(parent)
{
    setObjectName("textLegend");
    setAccessibleName(tr("Meaning of the colours"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    refresh();
}

void TextLegend::setScale(const ValueScale& scale, ColourMap map)
{
    if (scale == m_scale && map == m_map)
        return;
    m_scale = scale;
    m_map = map;
    refresh();
}

void TextLegend::setWords(int words)
{
    if (words == m_words)
        return;
    m_words = words;
    refresh();
}

QString TextLegend::words() const
{
    const QString range = tr("Attention from %1 to %2").arg(weightText(m_scale.low), weightText(m_scale.high));
    return m_words > 0 ? tr("%1; %2 for each word if all were alike").arg(range, weightText(1.0 / m_words)) : range;
}

void TextLegend::refresh()
{
    setToolTip(words());
    setAccessibleDescription(words());
    update();
}

QSize TextLegend::sizeHint() const
{
    const int numbers = fontMetrics().horizontalAdvance("0  0.000") + 2 * gap;
    return {numbers + 190, barHeight + tick + fontMetrics().height() + 2};
}

QSize TextLegend::minimumSizeHint() const
{
    return {170, sizeHint().height()};
}

void TextLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    const QString low = weightText(m_scale.low), high = weightText(m_scale.high);
    const int left = metrics.horizontalAdvance(low) + gap;
    const int right = std::min(left + 190, width() - metrics.horizontalAdvance(high) - gap);
    const QRect bar(left, 1, std::max(20, right - left), barHeight);
    for (int x = bar.left(); x <= bar.right(); ++x) {
        const double share = static_cast<double>(x - bar.left()) / std::max(1, bar.width() - 1);
        painter.fillRect(x, bar.top(), 1, bar.height(), QColor(colourOf(m_map, share)));
    }
    QColor frame = palette().color(QPalette::WindowText);
    frame.setAlphaF(0.35F);
    painter.setPen(frame);
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.setPen(palette().color(QPalette::WindowText));
    const int baseline = bar.center().y() + metrics.capHeight() / 2 + 1;
    painter.drawText(0, baseline, low);
    painter.drawText(bar.right() + 1 + gap, baseline, high);
    if (m_words == 0 || 1.0 / m_words > m_scale.high)
        return; // where padding took most, no word reaches it
    const double even = m_scale.share(1.0 / m_words);
    const int x = bar.left() + static_cast<int>(even * (bar.width() - 1));
    painter.drawLine(x, bar.bottom() - 2, x, bar.bottom() + tick);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QString text = tr("all alike: %1").arg(weightText(1.0 / m_words));
    const int wide = metrics.horizontalAdvance(text);
    painter.drawText(std::clamp(x - wide / 2, 0, std::max(0, width() - wide)),
                     bar.bottom() + tick + metrics.ascent() + 1, text);
}

} // namespace alignoscope::ui

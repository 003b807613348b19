// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/measure_histogram.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace alignoscope::ui {

MeasureHistogram::MeasureHistogram(SentenceMeasure measure, QWidget* parent) : QWidget(parent), m_measure(measure)
{
    setObjectName("histogram_" + keyOf(measure));
    setAccessibleName(tr("Histogram of %1").arg(titleOf(measure)));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MeasureHistogram::setValues(const std::vector<double>& values, const std::vector<bool>& passes)
{
    HistogramBins bins = HistogramBins::over(values, m_measure == SentenceMeasure::Length);
    bins.count(values, passes);
    if (bins == m_bins)
        return;
    m_bins = std::move(bins);
    update();
}

void MeasureHistogram::setRange(const std::optional<MeasureRange>& range)
{
    if (range == m_range)
        return;
    m_range = range;
    setAccessibleDescription(range ? rangeText() : QString());
    update();
}

void MeasureHistogram::change(std::optional<MeasureRange> range)
{
    if (range == m_range)
        return;
    setRange(range);
    emit rangeChanged(m_range);
}

void MeasureHistogram::choose(Bars bars)
{
    if (m_bins.size() == 0)
        return;
    const int first = std::clamp(std::min(bars.first, bars.last), 0, m_bins.size() - 1);
    const int last = std::clamp(std::max(bars.first, bars.last), 0, m_bins.size() - 1);
    // a bar holds its lower edge and not its upper one; whole numbers are said as they are counted
    const double end = m_bins.edge(last + 1);
    const bool whole = m_measure == SentenceMeasure::Length;
    change(MeasureRange{m_bins.edge(first), whole ? end - 1 : end - m_bins.width * 1e-6});
}

std::optional<MeasureHistogram::Bars> MeasureHistogram::chosenBars() const
{
    if (!m_range || m_bins.size() == 0)
        return std::nullopt;
    return Bars{m_bins.binOf(m_range->low), m_bins.binOf(m_range->high)};
}

QSize MeasureHistogram::sizeHint() const
{
    return {140, 2 * fontMetrics().height() + 44};
}

QSize MeasureHistogram::minimumSizeHint() const
{
    return {90, sizeHint().height()};
}

QRectF MeasureHistogram::plotRect() const
{
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(5, line + 5, -5, -line - 3);
}

QRectF MeasureHistogram::barRect(int bin) const
{
    const QRectF plot = plotRect();
    const double width = plot.width() / std::max(1, m_bins.size());
    return {plot.left() + bin * width, plot.top(), width, plot.height()};
}

int MeasureHistogram::binAt(double x) const
{
    const QRectF plot = plotRect();
    const double share = (x - plot.left()) / std::max(1.0, plot.width());
    return std::clamp(static_cast<int>(share * m_bins.size()), 0, std::max(0, m_bins.size() - 1));
}

QString MeasureHistogram::rangeText() const
{
    const QString low = valueText(m_measure, m_range->low), high = valueText(m_measure, m_range->high);
    return low == high ? low : tr("%1 to %2").arg(low, high);
}

QString MeasureHistogram::readout(int bin) const
{
    const auto i = static_cast<std::size_t>(bin);
    const double low = m_bins.edge(bin), high = m_bins.edge(bin + 1);
    const bool one = m_measure == SentenceMeasure::Length && m_bins.width == 1;
    const QString values =
        one ? valueText(m_measure, low) : tr("%1 to %2").arg(valueText(m_measure, low), valueText(m_measure, high));
    if (m_bins.all[i] != m_bins.passing[i])
        return tr("%1: %2 of %3 sentences").arg(values).arg(m_bins.passing[i]).arg(m_bins.all[i]);
    return m_bins.all[i] == 1 ? tr("%1: 1 sentence").arg(values)
                              : tr("%1: %2 sentences").arg(values).arg(m_bins.all[i]);
}

void MeasureHistogram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dark = palette().color(QPalette::Base).lightness() < 128;
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    drawBars(painter);
    drawTexts(painter);
    QColor frame = palette().color(hasFocus() ? QPalette::Highlight : QPalette::Text);
    if (!hasFocus())
        frame.setAlphaF(dark ? 0.22F : 0.16F);
    painter.setPen(QPen(frame, hasFocus() ? 1.5 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

void MeasureHistogram::drawBars(QPainter& painter) const
{
    if (m_bins.size() == 0)
        return;
    const int most = std::max(1, *std::max_element(m_bins.all.begin(), m_bins.all.end()));
    const auto chosen = chosenBars();
    const bool dark = palette().color(QPalette::Base).lightness() < 128;
    const QColor strong = dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2); // as in the other histograms
    QColor pale = palette().color(QPalette::Text);
    pale.setAlphaF(dark ? 0.2F : 0.15F);
    if (chosen) {
        QColor band = palette().color(QPalette::Highlight);
        band.setAlphaF(0.22F);
        painter.fillRect(barRect(chosen->first).united(barRect(chosen->last)), band);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int bin = 0; bin < m_bins.size(); ++bin) {
        const QRectF place = barRect(bin);
        const double gap = place.width() > 4 ? 1 : 0;
        const auto bar = [&](int count, const QColor& colour) {
            if (count == 0)
                return;
            const double height = std::max(1.0, place.height() * count / most); // one sentence must be seen
            painter.fillRect(QRectF(place.left(), place.bottom() - height, place.width() - gap, height), colour);
        };
        const auto i = static_cast<std::size_t>(bin);
        const bool inside = !chosen || (bin >= chosen->first && bin <= chosen->last);
        bar(m_bins.all[i], pale);
        if (inside)
            bar(m_bins.passing[i], strong);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void MeasureHistogram::drawTexts(QPainter& painter) const
{
    const QFontMetrics metrics = fontMetrics();
    QColor quiet = palette().color(QPalette::Text);
    quiet.setAlphaF(0.65F);
    const QRectF top(6, 2, width() - 12, metrics.height());
    const QRectF bottom(6, height() - metrics.height() - 2, width() - 12, metrics.height());
    const QString range = m_range ? rangeText() : QString();
    const int taken = range.isEmpty() ? 0 : metrics.horizontalAdvance(range) + 8;
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(top, Qt::AlignLeft,
                     metrics.elidedText(titleOf(m_measure), Qt::ElideRight, static_cast<int>(top.width()) - taken));
    painter.drawText(top, Qt::AlignRight, range);
    painter.setPen(quiet);
    if (m_bins.size() == 0) {
        painter.drawText(plotRect(), Qt::AlignCenter, tr("not measured yet"));
        return;
    }
    painter.drawText(bottom, Qt::AlignLeft, valueText(m_measure, m_bins.least));
    painter.drawText(bottom, Qt::AlignRight, valueText(m_measure, m_bins.most));
}

void MeasureHistogram::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_bins.size() == 0)
        return QWidget::mousePressEvent(event);
    m_anchor = binAt(event->position().x());
    const auto chosen = chosenBars();
    if (chosen && m_anchor >= chosen->first && m_anchor <= chosen->last) {
        m_drag = Drag::Move;
        m_grabbed = *chosen;
    } else {
        m_drag = Drag::Select;
        choose({m_anchor, m_anchor});
    }
}

void MeasureHistogram::mouseMoveEvent(QMouseEvent* event)
{
    const int bin = binAt(event->position().x());
    if (m_drag == Drag::Select)
        choose({m_anchor, bin});
    if (m_drag == Drag::Move) {
        const int shift = std::clamp(bin - m_anchor, -m_grabbed.first, m_bins.size() - 1 - m_grabbed.last);
        if (shift != 0 || chosenBars()->first != m_grabbed.first)
            choose({m_grabbed.first + shift, m_grabbed.last + shift});
    }
}

void MeasureHistogram::mouseReleaseEvent(QMouseEvent*)
{
    m_drag = Drag::None;
}

void MeasureHistogram::mouseDoubleClickEvent(QMouseEvent*)
{
    m_drag = Drag::None;
    change(std::nullopt);
}

void MeasureHistogram::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if ((key == Qt::Key_Escape || key == Qt::Key_Delete || key == Qt::Key_Backspace) && m_range)
        return change(std::nullopt);
    const int direction = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
    if (direction == 0 || m_bins.size() == 0)
        return QWidget::keyPressEvent(event);
    const auto chosen = chosenBars();
    if (!chosen) {
        m_anchor = direction > 0 ? 0 : m_bins.size() - 1;
        return choose({m_anchor, m_anchor});
    }
    if (event->modifiers() & Qt::ShiftModifier) { // the end that is not the anchor moves
        m_anchor = std::clamp(m_anchor, chosen->first, chosen->last);
        const int end = m_anchor == chosen->first ? chosen->last : chosen->first;
        return choose({m_anchor, std::clamp(end + direction, 0, m_bins.size() - 1)});
    }
    if (chosen->first + direction < 0 || chosen->last + direction >= m_bins.size())
        return;
    m_anchor += direction;
    choose({chosen->first + direction, chosen->last + direction});
}

void MeasureHistogram::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void MeasureHistogram::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool MeasureHistogram::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const bool onBars = m_bins.size() > 0 && plotRect().contains(help->pos());
        const QString how =
            tr("Drag to choose a range, double click to clear it. Keys: arrows, Shift and arrows, Esc.");
        QToolTip::showText(help->globalPos(),
                           onBars ? readout(binAt(help->pos().x())) : explanationOf(m_measure, m_task) + "\n" + how,
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/timeline_track.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double margin = 9; // room for the handle at both ends
constexpr double handleRadius = 6.5;

} // namespace

TimelineTrack::TimelineTrack(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, 0);
    setPageStep(10);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void TimelineTrack::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (event->key() == Qt::Key_Space)
        emit playRequested();
    else if (direction != 0 && event->modifiers().testFlag(Qt::ShiftModifier))
        emit validationRequested(direction);
    else
        QSlider::keyPressEvent(event);
}

void TimelineTrack::setSteps(std::vector<qint64> steps)
{
    m_steps = std::move(steps);
    setRange(0, std::max(0, static_cast<int>(m_steps.size()) - 1));
    setPageStep(std::max(1, maximum() / 10));
    update();
}

void TimelineTrack::setValidationSteps(std::vector<qint64> steps)
{
    m_validationSteps = std::move(steps);
    update();
}

int TimelineTrack::stopOf(qint64 step) const
{
    return m_steps.empty() ? -1 : static_cast<int>(std::lround(fractionalStop(step)));
}

double TimelineTrack::fractionalStop(qint64 step) const
{
    const auto after = std::lower_bound(m_steps.begin(), m_steps.end(), step);
    if (after == m_steps.begin())
        return 0;
    if (after == m_steps.end())
        return static_cast<double>(m_steps.size()) - 1;
    const qint64 before = *std::prev(after);
    return static_cast<double>(after - m_steps.begin()) - 1
        + static_cast<double>(step - before) / static_cast<double>(*after - before);
}

double TimelineTrack::positionOf(double stop) const
{
    const double share = maximum() > 0 ? stop / maximum() : 1;
    return margin + share * (width() - 2 * margin);
}

int TimelineTrack::stopAt(double x) const
{
    const double share = (x - margin) / std::max(1.0, width() - 2 * margin);
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * maximum()));
}

QSize TimelineTrack::sizeHint() const
{
    return {320, 24 + fontMetrics().height()};
}
QSize TimelineTrack::minimumSizeHint() const
{
    return {80, 24 + fontMetrics().height()};
}

void TimelineTrack::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_steps.empty())
        return event->ignore();
    setSliderDown(true);
    setSliderPosition(stopAt(event->position().x()));
}

void TimelineTrack::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setSliderPosition(stopAt(event->position().x()));
}

void TimelineTrack::mouseReleaseEvent(QMouseEvent*)
{
    setSliderDown(false);
}

void TimelineTrack::drawStops(QPainter& painter, double y) const
{
    // Ticks closer than three pixels would run together into a bar that says nothing.
    const double pitch = maximum() > 0 ? (width() - 2 * margin) / maximum() : width();
    const int stride = std::max(1, static_cast<int>(std::ceil(3 / std::max(pitch, 1e-6))));
    QColor ink = palette().color(QPalette::Text);
    ink.setAlphaF(0.45F);
    painter.setPen(QPen(ink, 1));
    for (int stop = 0; stop <= maximum(); stop += stride)
        painter.drawLine(QPointF(positionOf(stop), y - 3), QPointF(positionOf(stop), y + 3));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Text));
    double last = -10;
    for (const qint64 step : m_validationSteps) {
        if (step < m_steps.front() || step > m_steps.back() || positionOf(fractionalStop(step)) - last < 5)
            continue;
        last = positionOf(fractionalStop(step));
        painter.drawEllipse(QPointF(last, y - 7.5), 1.5, 1.5);
    }
}

void TimelineTrack::drawLabels(QPainter& painter, double y) const
{
    const QFontMetricsF metrics(painter.font());
    QColor ink = palette().color(QPalette::Text);
    ink.setAlphaF(0.65F);
    painter.setPen(ink);
    double free = -1;
    const double pitch = std::max(90.0, metrics.horizontalAdvance(locale().toString(m_steps.back())) + 24);
    const int labels = std::clamp(static_cast<int>(width() / pitch), 1, maximum() + 1);
    for (int i = 0; i < labels; ++i) {
        const int stop = labels > 1 ? static_cast<int>(std::lround(double(i) * maximum() / (labels - 1))) : maximum();
        const QString text = locale().toString(m_steps[static_cast<std::size_t>(stop)]);
        const double textWidth = metrics.horizontalAdvance(text);
        const double x = std::clamp(positionOf(stop) - textWidth / 2, 0.0, std::max(0.0, width() - textWidth));
        if (x < free)
            continue;
        painter.drawText(QPointF(x, y), text);
        free = x + textWidth + 8;
    }
}

void TimelineTrack::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = 12.5;
    QColor line = palette().color(QPalette::Text);
    line.setAlphaF(isEnabled() && !m_steps.empty() ? 0.35F : 0.15F);
    painter.setPen(QPen(line, 1));
    painter.drawLine(QPointF(margin, y), QPointF(width() - margin, y));
    if (m_steps.empty())
        return;
    drawStops(painter, y);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    drawLabels(painter, y + 10 + QFontMetricsF(small).ascent());
    const QColor accent = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    painter.setPen(QPen(palette().color(QPalette::Base), 1.5));
    painter.setBrush(accent);
    const QPointF handle(positionOf(sliderPosition()), y);
    painter.drawEllipse(handle, handleRadius, handleRadius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 1.5));
        painter.drawEllipse(handle, handleRadius + 2.5, handleRadius + 2.5);
    }
}

} // namespace alignoscope::ui

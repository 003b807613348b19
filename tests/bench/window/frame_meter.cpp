// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/frame_meter.h"

#include <QEvent>
#include <QMetaEnum>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace alignoscope::bench {
namespace {

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

QString labelOf(const QObject& receiver, QEvent::Type type)
{
    const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    QString label = receiver.metaObject()->className();
    const QObject* named = &receiver;
    while (named && named->objectName().isEmpty())
        named = named->parent();
    if (named)
        label += (named == &receiver ? " " : " in ") + named->objectName();
    return label + ": " + (name ? QString(name) : QString::number(type));
}

} // namespace

Clock::duration threadTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

QJsonObject Durations::inMilliseconds() const
{
    std::vector<Clock::duration> sorted = m_all;
    std::ranges::sort(sorted);
    // the smallest value that this share of all does not exceed
    const auto percentile = [&sorted](double share) {
        const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
        return rounded(milliseconds(sorted[std::max<std::size_t>(rank, 1) - 1]));
    };
    QJsonObject found{{"count", static_cast<qint64>(sorted.size())}};
    if (sorted.empty())
        return found;
    found["p50"] = percentile(0.5);
    found["p95"] = percentile(0.95);
    found["p99"] = percentile(0.99);
    found["max"] = percentile(1);
    return found;
}

void FrameMeter::begin(QWidget* window, QWidget* view)
{
    m_window = window;
    m_view = view;
    m_start = Clock::now();
    m_cpuAtStart = threadTime();
}

void FrameMeter::pictureCame()
{
    ++m_pictures;
    if (!m_pictureSince)
        m_pictureSince = m_outermost;
}

bool FrameMeter::notify(QObject* receiver, QEvent* event)
{
    if (!m_window)
        return QApplication::notify(receiver, event);
    const Clock::time_point begin = Clock::now();
    if (m_depth++ == 0)
        m_outermost = begin;
    const QEvent::Type type = event->type();
    // a window hands some events on to its widgets as they are
    const auto* stamped = receiver->isWindowType() ? dynamic_cast<const Stamped*>(event) : nullptr;
    const auto posted = stamped ? std::optional(stamped->posted) : std::nullopt;
    const auto* widget = receiver->isWidgetType() ? static_cast<QWidget*>(receiver) : nullptr;
    const bool paintsView = type == QEvent::Paint && widget && (widget == m_view || m_view->isAncestorOf(widget));
    const bool isFrame = type == QEvent::UpdateRequest && receiver == m_window;
    const QString who = labelOf(*receiver, type); // before: the event may be the receiver's last one
    const Clock::duration cpu = threadTime(), within = std::exchange(m_within, {});
    const bool done = QApplication::notify(receiver, event);
    const Clock::duration spent = threadTime() - cpu;
    Share& share = m_shares[who];
    share.spent += spent - m_within;
    ++share.count;
    m_within = within + spent;
    if (paintsView) {
        m_painted = true;
        m_paints.add(Clock::now() - begin);
        if (onPainted)
            onPainted();
    }
    if (posted)
        m_handled.push_back(*posted);
    if (isFrame && m_painted)
        finishFrame(begin);
    if (--m_depth == 0)
        m_events.add(Clock::now() - begin);
    return done;
}

void FrameMeter::finishFrame(Clock::time_point begin)
{
    const Clock::time_point now = Clock::now();
    m_painted = false;
    ++m_frames;
    m_updates.add(now - begin);
    for (const Clock::time_point posted : m_handled)
        m_inputs.add(now - posted);
    m_handled.clear();
    if (!m_pictureSince)
        return;
    m_redraws.add(now - *m_pictureSince);
    m_pictureSince.reset();
    ++m_shown;
}

QJsonArray FrameMeter::busiest() const
{
    std::vector<std::pair<Clock::duration, QString>> all;
    for (const auto& [who, share] : m_shares)
        all.emplace_back(share.spent, who);
    std::ranges::sort(all, std::greater());
    QJsonArray found;
    for (const auto& [spent, who] : all) {
        if (found.size() < 12)
            found.append(QJsonObject{{"what", who},
                                     {"ms", rounded(milliseconds(spent))},
                                     {"count", static_cast<qint64>(m_shares.at(who).count)}});
    }
    return found;
}

QJsonObject FrameMeter::report() const
{
    const double seconds = milliseconds(Clock::now() - m_start) / 1000;
    return {{"seconds", rounded(seconds)},
            {"pictures_per_second", rounded(static_cast<double>(m_pictures) / seconds)},
            {"pictures_shown_per_second", rounded(static_cast<double>(m_shown) / seconds)},
            {"frames_per_second", rounded(static_cast<double>(m_frames) / seconds)},
            {"gui_thread_cpu_share", rounded(milliseconds(threadTime() - m_cpuAtStart) / 1000 / seconds)},
            {"redraw_ms", m_redraws.inMilliseconds()},        // from the picture's arrival to the end of the frame
            {"frame_ms", m_updates.inMilliseconds()},         // painting and flushing the window
            {"paint_ms", m_paints.inMilliseconds()},          // each paint event of the heatmap and its parts
            {"input_to_paint_ms", m_inputs.inMilliseconds()}, // from posting on another thread to the end of the frame
            {"event_ms", m_events.inMilliseconds()},
            {"busiest", busiest()}};
}

} // namespace alignoscope::bench

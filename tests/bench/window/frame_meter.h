// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QPointer>
#include <QWidget>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace alignoscope::bench {

using Clock = std::chrono::steady_clock;

/// Durations, told as their percentiles.
class Durations {
public:
    void add(Clock::duration duration) { m_all.push_back(duration); }
    [[nodiscard]] bool empty() const { return m_all.empty(); }
    [[nodiscard]] QJsonObject inMilliseconds() const; ///< count, p50, p95, p99, max

private:
    std::vector<Clock::duration> m_all;
};

/// An event that knows when it was posted; of any thread.
struct Stamped {
    Clock::time_point posted = Clock::now();
    virtual ~Stamped() = default;
};

/// Watches every event of the GUI thread, and measures what one window needs to show what happened. All times are of
/// the wall clock: what a busy machine adds belongs to them.
class FrameMeter : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;

    /// Measures from now on how `view`, or something in it, is painted in `window`.
    void begin(QWidget* window, QWidget* view);
    /// To be called while an event is handled: `view` has something new to show.
    void pictureCame();
    std::function<void()> onPainted; ///< called whenever `view`, or something in it, was painted

    [[nodiscard]] QJsonObject report() const;

private:
    struct Share {
        Clock::duration spent{}; ///< on this thread's clock, without the events handled within
        std::int64_t count = 0;
    };
    void finishFrame(Clock::time_point begin);
    [[nodiscard]] QJsonArray busiest() const;

    QPointer<QWidget> m_window, m_view;
    int m_depth = 0;
    Clock::time_point m_outermost, m_start; ///< of the event under way; of the measurement
    Clock::duration m_cpuAtStart{};         ///< of this thread
    std::optional<Clock::time_point> m_pictureSince;
    bool m_painted = false;
    std::vector<Clock::time_point> m_handled; ///< when the inputs were posted whose effect is not painted yet
    Clock::duration m_within{};               ///< the events handled within the one under way
    std::map<QString, Share> m_shares;
    std::size_t m_pictures = 0, m_shown = 0, m_frames = 0;
    Durations m_paints, m_updates, m_redraws, m_inputs, m_events;
};

/// Processor time the calling thread has used.
Clock::duration threadTime();

} // namespace alignoscope::bench

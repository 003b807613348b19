// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace alignoscope::ui {

/// One thread that does jobs in turn and hands each result back to the thread that owns this object.
///
/// Jobs have lanes. In a lane the newest request wins: it takes the place of one that waits, asks one under way to
/// stop, and makes its result stale; stale results are dropped here and never seen. Nothing crosses through Qt's event
/// queue: results wait under a mutex until the owner's clock fetches them, which ThreadSanitizer can follow.
class Worker : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void()>;                       ///< runs on the owner's thread; may be empty
    using Work = std::function<Done(const std::stop_token&)>; ///< runs on the worker thread; must not throw

    explicit Worker(QObject* parent = nullptr);
    /// Asks what is under way to stop and waits for it. Results not fetched yet are dropped.
    ~Worker() override;

    // Owner's thread; none of them blocks.
    void post(int lane, Work work);
    void cancel(int lane);
    [[nodiscard]] bool busy(int lane) const;

private:
    struct Job {
        int lane = 0;
        std::uint64_t ticket = 0;
        Work work;
        std::stop_source stop;
    };
    struct Result {
        int lane = 0;
        std::uint64_t ticket = 0;
        Done done;
    };
    void loop(std::stop_token stop);
    void fetch();
    void forget(int lane);

    std::map<int, std::uint64_t> m_wanted; // owner's thread only: the newest ticket of each lane still awaited
    std::uint64_t m_lastTicket = 0;
    QTimer m_clock;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::list<Job> m_waiting;
    std::vector<Result> m_results;
    int m_runningLane = 0;
    std::stop_source m_runningStop{std::nostopstate};
    std::jthread m_thread; // last: it uses everything above
};

} // namespace alignoscope::ui

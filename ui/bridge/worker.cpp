// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/worker.h"

#include <utility>

namespace alignoscope::ui {

Worker::Worker(QObject* parent) : QObject(parent)
{
    m_clock.setObjectName("resultsClock");
    m_clock.setInterval(10);
    connect(&m_clock, &QTimer::timeout, this, &Worker::fetch);
    m_thread = std::jthread([this](std::stop_token stop) { loop(std::move(stop)); });
}

Worker::~Worker()
{
    m_thread.request_stop();
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.clear();
        m_runningStop.request_stop();
    }
    m_thread.join();
}

void Worker::post(int lane, Work work)
{
    Job job{lane, ++m_lastTicket, std::move(work), std::stop_source()};
    m_wanted[lane] = job.ticket;
    {
        const std::lock_guard lock(m_mutex);
        forget(lane);
        m_waiting.push_back(std::move(job));
    }
    m_changed.notify_one();
    m_clock.start();
}

void Worker::cancel(int lane)
{
    m_wanted.erase(lane);
    const std::lock_guard lock(m_mutex);
    forget(lane);
}

bool Worker::busy(int lane) const
{
    return m_wanted.contains(lane);
}

void Worker::forget(int lane)
{
    m_waiting.remove_if([lane](const Job& job) { return job.lane == lane; });
    if (m_runningStop.stop_possible() && m_runningLane == lane)
        m_runningStop.request_stop();
}

void Worker::loop(std::stop_token stop)
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); }) || stop.stop_requested())
                return;
            job = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_runningLane = job.lane;
            m_runningStop = job.stop;
        }
        Done done = job.work(job.stop.get_token());
        const std::lock_guard lock(m_mutex);
        m_runningStop = std::stop_source(std::nostopstate);
        m_results.push_back({job.lane, job.ticket, std::move(done)});
    }
}

void Worker::fetch()
{
    std::vector<Result> results;
    {
        const std::lock_guard lock(m_mutex);
        results.swap(m_results);
    }
    for (Result& result : results) {
        const auto wanted = m_wanted.find(result.lane);
        if (wanted == m_wanted.end() || wanted->second != result.ticket)
            continue;
        m_wanted.erase(wanted);
        if (result.done)
            result.done();
    }
    if (m_wanted.empty())
        m_clock.stop();
}

} // namespace alignoscope::ui

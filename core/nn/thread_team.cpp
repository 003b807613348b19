// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/thread_team.h"

#include "nn/flush_denormals.h"

#include <utility>

namespace alignoscope::nn {

ThreadTeam::ThreadTeam(int threads)
{
    for (int part = 1; part < threads; ++part)
        m_threads.emplace_back([this, part](std::stop_token stop) { serve(stop, part); });
}

ThreadTeam::~ThreadTeam() = default;

void ThreadTeam::runCall(Call call)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_call = call;
        m_busy = static_cast<int>(m_threads.size());
        m_failure = nullptr;
        ++m_round;
    }
    m_wake.notify_all();
    std::exception_ptr failure;
    try {
        const FlushDenormals flush;
        call.run(call.object, 0);
    } catch (...) {
        failure = std::current_exception();
    }
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_busy == 0; });
    if (!failure)
        failure = std::exchange(m_failure, nullptr);
    if (failure)
        std::rethrow_exception(failure);
}

void ThreadTeam::serve(std::stop_token stop, int part)
{
    const FlushDenormals flush;
    unsigned long seen = 0;
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [&] { return m_round != seen; })) {
        seen = m_round;
        const Call call = m_call;
        lock.unlock();
        std::exception_ptr failure;
        try {
            call.run(call.object, part);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        if (failure)
            m_failure = failure;
        if (--m_busy == 0)
            m_done.notify_one();
    }
}

} // namespace alignoscope::nn

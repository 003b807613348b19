// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/thread_team.h"

#include "nn/flush_denormals.h"

#include <utility>

namespace alignoscope::nn {

namespace {

/// Waits a little before it is worth going to sleep: a step of a translation shares out work of microseconds.
template <class Condition>
void spinWhile(const Condition& condition)
{
    for (int turn = 0; turn < 1000 && condition(); ++turn) {
#ifdef __SSE2__
        __builtin_ia32_pause();
#endif
    }
}

} // namespace

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
    spinWhile([this] { return m_busy != 0; });
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
    for (unsigned long seen = 0;; ++seen) { // a round begins only when the one before is over
        spinWhile([&] { return m_round == seen && !stop.stop_requested(); });
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [&] { return m_round != seen; }))
                return;
        }
        try {
            m_call.run(m_call.object, part);
        } catch (...) {
            const std::scoped_lock lock(m_mutex);
            m_failure = std::current_exception();
        }
        if (--m_busy == 0) {
            const std::scoped_lock lock(m_mutex); // not between the other's look and its sleep
            m_done.notify_one();
        }
    }
}

} // namespace alignoscope::nn

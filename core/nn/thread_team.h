// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace alignoscope::nn {

/// A fixed number of threads that do one thing together, again and again. The calling thread is one of them.
class ThreadTeam {
public:
    explicit ThreadTeam(int threads);
    ~ThreadTeam();
    ThreadTeam(const ThreadTeam&) = delete;
    ThreadTeam& operator=(const ThreadTeam&) = delete;

    [[nodiscard]] int size() const { return static_cast<int>(m_threads.size()) + 1; }

    /// Calls work(0) … work(size − 1), each on its own thread, and returns when all are done. What one of them throws
    /// is thrown here.
    template <class Work>
    void run(const Work& work)
    {
        runCall({&work, [](const void* object, int part) { (*static_cast<const Work*>(object))(part); }});
    }

private:
    struct Call { ///< instead of a std::function, which allocates
        const void* object = nullptr;
        void (*run)(const void* object, int part) = nullptr;
    };
    void runCall(Call call);
    void serve(std::stop_token stop, int part);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable m_done;
    Call m_call;
    std::atomic<unsigned long> m_round = 0;
    std::atomic<int> m_busy = 0;
    std::exception_ptr m_failure;
    std::vector<std::jthread> m_threads; ///< last member: the threads end before what they use
};

} // namespace alignoscope::nn

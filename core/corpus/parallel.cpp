// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/parallel.h"

#include "corpus/cancellation.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace alignoscope::corpus {

void forEachChunk(std::size_t chunks, std::size_t workers, const Progress& progress,
                  const std::function<void(std::size_t worker, std::size_t chunk)>& body)
{
    std::atomic<std::size_t> next{0}, done{0};
    std::atomic<bool> failed{false};
    std::exception_ptr failure;
    std::mutex failureMutex;

    const auto work = [&](std::size_t worker) {
        try {
            for (std::size_t chunk = next++; chunk < chunks && !failed && !progress.stop.stop_requested();
                 chunk = next++) {
                body(worker, chunk);
                const std::size_t finished = ++done;
                if (worker == 0)
                    progress(static_cast<double>(finished) / static_cast<double>(chunks));
            }
        } catch (...) {
            const std::lock_guard lock(failureMutex);
            if (!failed.exchange(true))
                failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (std::size_t worker = 1; worker < std::min(workers, chunks); ++worker)
            helpers.emplace_back(work, worker);
        work(0);
    }
    if (failure)
        std::rethrow_exception(failure);
    throwIfStopped(progress.stop);
}

std::size_t allWorkers()
{
    return std::max(1U, std::thread::hardware_concurrency());
}

} // namespace alignoscope::corpus

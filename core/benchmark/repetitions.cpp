// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmark/repetitions.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace alignoscope {

const std::vector<BenchmarkSize>& benchmarkSizes()
{
    static const std::vector<BenchmarkSize> sizes = {{"S", 128}, {"M", 256}, {"L", 512}};
    return sizes;
}

int benchmarkThreads(const BenchmarkSettings& settings)
{
    return settings.threads > 0 ? settings.threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace alignoscope

namespace alignoscope::benchmark {

void check(const BenchmarkSettings& settings)
{
    if (!(settings.seconds > 0 && settings.seconds <= 3600))
        throw Error(ErrorKind::Usage,
                    {"seconds",
                     "a figure cannot take this long",
                     "more than 0, at most 3600",
                     std::to_string(settings.seconds),
                     {}});
    if (settings.threads < 0 || settings.threads > 1024)
        throw Error(ErrorKind::Usage,
                    {"threads", "there cannot be this many", "0 to 1024", std::to_string(settings.threads), {}});
}

std::vector<double> secondsOfCalls(const BenchmarkSettings& settings, const Progress& progress,
                                   const std::function<void()>& work)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::size_t fewest = 3;
    check(settings);
    std::vector<double> calls;
    double sum = 0;
    for (bool warm = false; !warm || calls.size() < fewest || sum < settings.seconds; warm = true) {
        if (progress.stop.stop_requested())
            throw Error(ErrorKind::Cancelled, {"benchmark", "it was interrupted", {}, {}, {}});
        const auto begin = Clock::now();
        work();
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        if (warm) {
            calls.push_back(seconds);
            sum += seconds;
        }
    }
    return calls;
}

double medianSeconds(const BenchmarkSettings& settings, const Progress& progress, const std::function<void()>& work)
{
    std::vector<double> calls = secondsOfCalls(settings, progress, work);
    const auto middle = calls.begin() + static_cast<std::ptrdiff_t>(calls.size() / 2);
    std::nth_element(calls.begin(), middle, calls.end());
    return *middle;
}

} // namespace alignoscope::benchmark

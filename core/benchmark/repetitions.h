// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/benchmark.h"

#include <functional>
#include <vector>

namespace alignoscope::benchmark {

/// Throws Error(Usage).
void check(const BenchmarkSettings& settings);

/// The seconds that each call of `work` took: after one call that warms up, at least three, and as many as
/// `settings.seconds` have room for. Throws Error(Cancelled) between two calls.
std::vector<double> secondsOfCalls(const BenchmarkSettings& settings, const Progress& progress,
                                   const std::function<void()>& work);

/// Of the same calls, the median: what disturbs a few of them does not count.
double medianSeconds(const BenchmarkSettings& settings, const Progress& progress, const std::function<void()>& work);

} // namespace alignoscope::benchmark

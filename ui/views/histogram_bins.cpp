// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/histogram_bins.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr int wanted = 20;

/// The smallest of 1, 2, 5 · 10^k that is not below `width`.
double roundWidth(double width)
{
    const double power = std::pow(10.0, std::floor(std::log10(width)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * power >= width * (1 - 1e-9))
            return digit * power;
    return 10 * power;
}

} // namespace

HistogramBins HistogramBins::over(const std::vector<double>& values, bool whole)
{
    HistogramBins bins;
    if (values.empty())
        return bins;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double span = *most - *least;
    bins.least = *least;
    bins.most = *most;
    bins.width = span > 0 ? roundWidth(span / wanted) : std::max(1e-3, std::abs(*most) * 0.1);
    if (whole)
        bins.width = std::max(1.0, std::round(bins.width));
    bins.low = std::floor(*least / bins.width + 1e-9) * bins.width;
    const auto count = static_cast<std::size_t>(std::floor((*most - bins.low) / bins.width + 1e-9)) + 1;
    bins.all.assign(count, 0);
    bins.passing.assign(count, 0);
    return bins;
}

void HistogramBins::count(const std::vector<double>& values, const std::vector<bool>& passes)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto bin = static_cast<std::size_t>(binOf(values[i]));
        ++all[bin];
        passing[bin] += passes[i] ? 1 : 0;
    }
}

int HistogramBins::binOf(double value) const
{
    return std::clamp(static_cast<int>(std::floor((value - low) / width + 1e-9)), 0, size() - 1);
}

} // namespace alignoscope::ui

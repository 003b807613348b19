// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/decimated_series.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

DecimatedSeries::DecimatedSeries(std::size_t capacity) : m_capacity(capacity) { }

void DecimatedSeries::clear()
{
    m_buckets.clear();
    m_perBucket = 1;
    m_values = 0;
}

void DecimatedSeries::add(double step, double value)
{
    if (!std::isfinite(step) || !std::isfinite(value))
        return;
    while (!m_buckets.empty() && m_buckets.back().last >= step) {
        m_values -= m_buckets.back().count;
        m_buckets.pop_back();
    }
    // Exponential smoothing whose window grows with the run: quick where the loss still falls quickly.
    const double window = std::clamp(static_cast<double>(m_values) * 0.05, 1.0, 500.0);
    const double smoothed =
        m_buckets.empty() ? value : m_buckets.back().smoothed + (value - m_buckets.back().smoothed) / window;
    if (m_buckets.empty() || m_buckets.back().count >= m_perBucket) {
        if (m_buckets.size() == m_capacity)
            halve();
        if (m_buckets.empty() || m_buckets.back().count >= m_perBucket)
            m_buckets.push_back({step, step, value, value, smoothed, 0});
    }
    Bucket& bucket = m_buckets.back();
    bucket.last = step;
    bucket.low = std::min(bucket.low, value);
    bucket.high = std::max(bucket.high, value);
    bucket.smoothed = smoothed;
    ++bucket.count;
    ++m_values;
}

void DecimatedSeries::halve()
{
    // The first values stay exact: on logarithmic steps they fill half of the picture.
    const std::size_t exact = m_capacity / 8;
    std::size_t kept = exact;
    for (std::size_t i = exact; i + 1 < m_buckets.size(); i += 2) {
        const Bucket left = m_buckets[i];
        const Bucket right = m_buckets[i + 1];
        m_buckets[kept++] = {left.first,
                             right.last,
                             std::min(left.low, right.low),
                             std::max(left.high, right.high),
                             right.smoothed,
                             left.count + right.count};
    }
    m_buckets.resize(kept);
    m_perBucket *= 2;
}

const DecimatedSeries::Bucket* DecimatedSeries::nearest(double step) const
{
    if (m_buckets.empty())
        return nullptr;
    auto after = std::ranges::lower_bound(m_buckets, step, {}, &Bucket::last);
    if (after == m_buckets.end())
        --after;
    if (after != m_buckets.begin() && step - std::prev(after)->last < after->first - step)
        --after;
    return &*after;
}

} // namespace alignoscope::ui

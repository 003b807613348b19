// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace alignoscope::ui {

/// A curve of any length in bounded memory: neighbouring values share a bucket that knows their range and their
/// smoothed value. A value is added in constant time on average.
class DecimatedSeries {
public:
    struct Bucket {
        double first = 0, last = 0; ///< steps
        double low = 0, high = 0;
        double smoothed = 0; ///< after the last value
        std::size_t count = 0;
    };

    /// At most `capacity` buckets, a multiple of 16.
    explicit DecimatedSeries(std::size_t capacity = 2048);

    /// Steps ascend; a step at or below the last one removes everything from there on. Values that are not finite are
    /// passed over.
    void add(double step, double value);
    void clear();
    [[nodiscard]] const std::vector<Bucket>& buckets() const { return m_buckets; }
    /// The bucket nearest to a step; null where there are none.
    [[nodiscard]] const Bucket* nearest(double step) const;

private:
    std::size_t m_capacity;
    std::size_t m_perBucket = 1;
    std::size_t m_values = 0;
    std::vector<Bucket> m_buckets;

    void halve();
};

} // namespace alignoscope::ui

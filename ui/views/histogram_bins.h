// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace alignoscope::ui {

/// Equal steps over the values, between round numbers.
struct HistogramBins {
    double least = 0, most = 0; ///< of the values
    double low = 0, width = 1; ///< bin i holds what is in [low + i · width, low + (i + 1) · width)
    std::vector<int> all, passing;

    /// About 20 bins; of whole numbers no bin is narrower than 1. No values: no bins.
    static HistogramBins over(const std::vector<double>& values, bool whole);
    void count(const std::vector<double>& values, const std::vector<bool>& passes);

    [[nodiscard]] int size() const { return static_cast<int>(all.size()); }
    [[nodiscard]] double edge(int bin) const { return low + bin * width; }
    [[nodiscard]] int binOf(double value) const; ///< the nearest one
    bool operator==(const HistogramBins&) const = default;
};

} // namespace alignoscope::ui

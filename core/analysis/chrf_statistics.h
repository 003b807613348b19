// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace alignoscope::analysis {

/// What chrF counts over a corpus: character n-grams of orders 1 to 6 (Popović 2015).
struct ChrfStatistics {
    static constexpr std::size_t orders = 6;
    std::array<std::int64_t, orders> hypothesis{}, reference{}, common{};

    /// Adds a sentence as it stands: white space counts if it was not taken out before. A hypothesis' n-grams do not
    /// count in orders for which the reference is too short, as in sacreBLEU 2.
    void add(const std::u32string& hypothesisText, const std::u32string& referenceText);

    /// 0…100: the F-measure of precision and recall averaged over the orders that both sides have n-grams of;
    /// recall weighs beta times as much as precision.
    [[nodiscard]] double score(double beta) const;
};

/// The characters chrF compares: white space taken out, lower case where wanted.
std::u32string chrfCharacters(const std::string& text, bool lowercase);

} // namespace alignoscope::analysis

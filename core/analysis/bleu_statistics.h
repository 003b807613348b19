// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/metrics.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace alignoscope::analysis {

/// What BLEU counts over a corpus, from which the score follows (Papineni et al. 2002).
struct BleuStatistics {
    std::array<std::int64_t, 4> correct{}; ///< hypothesis n-grams found in a reference, clipped
    std::array<std::int64_t, 4> total{};   ///< hypothesis n-grams
    std::int64_t hypothesisLength = 0, referenceLength = 0;

    /// Adds a sentence of tokens with its references: an n-gram counts as often as it stands in the reference that has
    /// it most often, and the reference length is the one nearest to the hypothesis' (the shorter of two).
    void add(const std::vector<std::string>& hypothesis, std::span<const std::vector<std::string>> references);

    enum class Orders {
        All,      ///< the geometric mean of four; 0 where one has no n-grams
        Effective ///< of those the hypothesis is long enough for
    };
    /// BLEU with exponential smoothing; without a signature. 0 where not a single word is right.
    [[nodiscard]] BleuScore score(Orders counted = Orders::All) const;
};

} // namespace alignoscope::analysis

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/attention_snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alignoscope {

/// A token of two sequences laid side by side: where it stands in each, or -1 where it has no partner.
struct TokenPair {
    std::int32_t left = -1, right = -1;
    [[nodiscard]] bool matched() const { return left >= 0 && right >= 0; }
    bool operator==(const TokenPair&) const = default;
};

/// Lays two sequences side by side so that as many equal tokens as possible stand opposite one another (a longest
/// common subsequence). Every token of both appears once, in order; among tokens without a partner the left ones come
/// first. Time and memory grow as the product of what differs (equal beginnings and ends cost nothing). Thread-safe.
ALIGNOSCOPE_API std::vector<TokenPair> pairTokens(const std::vector<std::string>& left,
                                                  const std::vector<std::string>& right);

/// How attention differs between two pictures (runs, steps, interventions, sentences), cell by cell.
struct AttentionDifference {
    std::vector<TokenPair> sources, targets;             ///< columns and rows: S' and T' of them
    std::vector<std::string> sourceTokens, targetTokens; ///< of the columns and rows
    /// T' × S' row-major: right − left, from −1 to 1. NaN where the row or the column has no partner: there is nothing
    /// to subtract from.
    std::vector<float> values;
    float largest = 0; ///< the largest |value|; a colour scale from −largest to largest holds them all

    /// The rows with a partner that are compared below; the end-of-sentence mark is no word.
    std::int32_t wordsCompared = 0;
    std::int32_t wordsLeft = 0, wordsRight = 0; ///< target words of either side, the end left out
    /// Mean over the compared words i of TV(p, q) = ½ Σ_j |p_j − q_j|, p and q the rows of left and right: the share of
    /// attention that moved to other source tokens, from 0 to 1. A source token without a partner counts with all its
    /// weight. 0 where no word can be compared.
    double meanTotalVariation = 0;
    std::vector<double> totalVariation; ///< of each of the T' rows, the end included; NaN without a partner
    /// Compared words that look most at another source token than before (the first of equals on either side, the end
    /// of the source included; a row without weight looks at none).
    std::int32_t movedPeaks = 0;

    [[nodiscard]] bool compares(std::size_t target, std::size_t source) const
    {
        return targets[target].matched() && sources[source].matched();
    }
    /// Whether every row and column has its partner.
    [[nodiscard]] ALIGNOSCOPE_API bool complete() const;
};

/// Throws Error(Usage) where a snapshot has not one weight for each pair of its tokens. Thread-safe.
ALIGNOSCOPE_API AttentionDifference compareAttention(const AttentionSnapshot& left, const AttentionSnapshot& right);

/// A table as attentionToCsv writes it; a cell without a value is empty.
ALIGNOSCOPE_API std::string differenceToCsv(const AttentionDifference& difference);
/// {left, right: as attentionToJson writes them; source, target: tokens of the columns and rows; sourcePairs,
/// targetPairs: places [left, right], null without a partner; difference: rows of numbers, null where there is none;
/// summary}.
ALIGNOSCOPE_API std::string differenceToJson(const AttentionSnapshot& left, const AttentionSnapshot& right,
                                             const AttentionDifference& difference);

} // namespace alignoscope

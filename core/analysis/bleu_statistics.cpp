// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bleu_statistics.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string_view>

namespace alignoscope::analysis {

namespace {

constexpr std::size_t orders = 4;
using Words = std::span<const std::string>;

struct WordsLess {
    bool operator()(Words a, Words b) const
    {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
    }
};
using WordNgrams = std::map<Words, std::int64_t, WordsLess>;

/// The n-grams of one order; the keys look into `tokens`.
WordNgrams countNgrams(const std::vector<std::string>& tokens, std::size_t order)
{
    WordNgrams counts;
    for (std::size_t i = 0; i + order <= tokens.size(); ++i)
        ++counts[Words(tokens).subspan(i, order)];
    return counts;
}

/// The most often each n-gram stands in one reference.
WordNgrams largestCounts(std::span<const std::vector<std::string>> references, std::size_t order)
{
    WordNgrams largest;
    for (const auto& reference : references) {
        for (const auto& [ngram, count] : countNgrams(reference, order))
            largest[ngram] = std::max(largest[ngram], count);
    }
    return largest;
}

std::int64_t nearestLength(std::int64_t length, std::span<const std::vector<std::string>> references)
{
    std::int64_t nearest = -1;
    for (const auto& reference : references) {
        const auto candidate = static_cast<std::int64_t>(reference.size());
        const auto difference = std::abs(candidate - length), best = std::abs(nearest - length);
        if (nearest < 0 || difference < best || (difference == best && candidate < nearest))
            nearest = candidate;
    }
    return std::max<std::int64_t>(nearest, 0);
}

} // namespace

void BleuStatistics::add(const std::vector<std::string>& hypothesis,
                         std::span<const std::vector<std::string>> references)
{
    for (std::size_t n = 0; n < orders; ++n) {
        const WordNgrams allowed = largestCounts(references, n + 1);
        for (const auto& [ngram, count] : countNgrams(hypothesis, n + 1)) {
            const auto found = allowed.find(ngram);
            correct[n] += found == allowed.end() ? 0 : std::min(count, found->second);
            total[n] += count;
        }
    }
    const auto length = static_cast<std::int64_t>(hypothesis.size());
    hypothesisLength += length;
    referenceLength += nearestLength(length, references);
}

BleuScore BleuStatistics::score(Orders counted) const
{
    BleuScore result;
    result.hypothesisLength = hypothesisLength;
    result.referenceLength = referenceLength;
    // BP = exp(1 − r/c) where c < r
    if (hypothesisLength < referenceLength) {
        result.brevityPenalty = hypothesisLength == 0
            ? 0
            : std::exp(1 - static_cast<double>(referenceLength) / static_cast<double>(hypothesisLength));
    }
    if (std::all_of(correct.begin(), correct.end(), [](auto count) { return count == 0; }))
        return result;
    double smoothing = 1;
    std::size_t available = 0;
    for (std::size_t n = 0; n < orders && total[n] > 0; ++n) {
        ++available;
        // p_n = 100 · correct / total; the k-th order without a hit counts 1/2^k of one (NIST's smoothing)
        const double hits = correct[n] > 0 ? static_cast<double>(correct[n]) : 1 / (smoothing *= 2);
        result.precisions[n] = 100 * hits / static_cast<double>(total[n]);
    }
    // BLEU = BP · (p_1 p_2 p_3 p_4)^(1/4); an order without n-grams makes it 0 unless it is left out
    const std::size_t averaged = counted == Orders::All ? orders : available;
    double logarithms = 0;
    for (std::size_t n = 0; n < averaged; ++n)
        logarithms += std::log(result.precisions[n]);
    result.score = result.brevityPenalty * std::exp(logarithms / static_cast<double>(averaged));
    return result;
}

} // namespace alignoscope::analysis

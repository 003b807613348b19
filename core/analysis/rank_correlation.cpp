// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/explanation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace alignoscope {

namespace {

/// Sums over groups of t equal values, as the variance of Kendall's statistic wants them.
struct Ties {
    double pairs = 0;    ///< Σ t(t − 1) / 2
    double triples = 0;  ///< Σ t(t − 1)(t − 2)
    double weighted = 0; ///< Σ t(t − 1)(2t + 5)
};

Ties tiesOf(std::span<const float> values)
{
    std::vector<float> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    Ties ties;
    for (auto from = sorted.begin(); from != sorted.end();) {
        const auto to = std::upper_bound(from, sorted.end(), *from);
        const auto t = static_cast<double>(to - from);
        ties.pairs += t * (t - 1) / 2;
        ties.triples += t * (t - 1) * (t - 2);
        ties.weighted += t * (t - 1) * (2 * t + 5);
        from = to;
    }
    return ties;
}

/// Twice the chance of at most `inversions` in a random order of n (Kendall 1948): each further item adds 0 … i − 1
/// inversions, all equally likely.
double exactP(std::size_t n, std::size_t inversions)
{
    std::vector<double> chance(inversions + 1, 0), before;
    chance[0] = 1;
    for (std::size_t items = 2; items <= n; ++items) {
        before = chance;
        double window = 0; // of the last `items` entries
        for (std::size_t k = 0; k <= inversions; ++k) {
            window += before[k] - (k >= items ? before[k - items] : 0);
            chance[k] = window / static_cast<double>(items);
        }
    }
    double sum = 0;
    for (const double one : chance)
        sum += one;
    return std::min(1.0, 2 * sum);
}

/// Kendall 1970, Rank Correlation Methods, section 4.4.
double normalP(double difference, double n, const Ties& a, const Ties& b)
{
    const double m = n * (n - 1);
    const double variance = (m * (2 * n + 5) - a.weighted - b.weighted) / 18 + 2 * a.pairs * b.pairs / m
        + a.triples * b.triples / (9 * m * (n - 2));
    return std::erfc(std::abs(difference) / std::sqrt(2 * variance));
}

} // namespace

RankCorrelation kendallTau(std::span<const float> a, std::span<const float> b)
{
    if (a.size() != b.size())
        throw Error(ErrorKind::Usage,
                    {"rank correlation", "two lists of unequal size have no common order", std::to_string(a.size()),
                     std::to_string(b.size()), ""});
    const std::size_t n = a.size();
    std::size_t concordant = 0, discordant = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool unequal = a[i] != a[j] && b[i] != b[j];
            concordant += unequal && (a[i] < a[j]) == (b[i] < b[j]) ? 1 : 0;
            discordant += unequal && (a[i] < a[j]) != (b[i] < b[j]) ? 1 : 0;
        }
    }
    const Ties tiesA = tiesOf(a), tiesB = tiesOf(b);
    const double size = static_cast<double>(n), pairs = size * (size - 1) / 2;
    const double difference = static_cast<double>(concordant) - static_cast<double>(discordant);
    RankCorrelation result;
    if (n < 2 || tiesA.pairs == pairs || tiesB.pairs == pairs)
        return result;
    result.tau = std::clamp(difference / std::sqrt((pairs - tiesA.pairs) * (pairs - tiesB.pairs)), -1.0, 1.0);
    constexpr std::size_t countedExactly = 33;
    if (tiesA.pairs == 0 && tiesB.pairs == 0 && n <= countedExactly)
        result.p = exactP(n, std::min(concordant, discordant));
    else
        result.p = normalP(difference, size, tiesA, tiesB);
    return result;
}

} // namespace alignoscope

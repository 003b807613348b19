// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/metrics.h"
#include "analysis/matrix_size.h"

#include <algorithm>
#include <span>

namespace alignoscope {

namespace {

/// For every target word the source words that `links` join to it.
std::vector<std::vector<std::int32_t>> pointsOf(const std::vector<Link>& links, std::int32_t targets,
                                                std::int32_t sources)
{
    std::vector<std::vector<std::int32_t>> points(static_cast<std::size_t>(std::max(targets - 1, 0)));
    for (const Link link : links)
        if (link.target >= 0 && link.target < targets - 1 && link.source >= 0 && link.source < sources - 1)
            points[static_cast<std::size_t>(link.target)].push_back(link.source);
    for (auto& words : points) {
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
    }
    return points;
}

/// Whether each of the n points is among the n largest weights of the row; the first of equals is the larger.
bool areLargest(std::span<const float> row, const std::vector<std::int32_t>& points)
{
    const auto isPoint = [&](std::size_t word) {
        return std::binary_search(points.begin(), points.end(), static_cast<std::int32_t>(word));
    };
    return std::all_of(points.begin(), points.end(), [&](std::int32_t point) {
        const auto at = static_cast<std::size_t>(point);
        for (std::size_t word = 0; word < row.size(); ++word)
            if (!isPoint(word) && (row[word] > row[at] || (row[word] == row[at] && word < at)))
                return false;
        return row[at] > 0;
    });
}

} // namespace

AttentionAgreement attentionAgreement(const std::vector<float>& weights, std::int32_t targets, std::int32_t sources,
                                      const GoldAlignment& gold)
{
    analysis::requireMatrixSize(weights.size(), targets, sources);
    const auto sure = pointsOf(gold.sure, targets, sources), possible = pointsOf(gold.possible, targets, sources);
    AttentionAgreement agreement;
    for (std::size_t target = 0; target < sure.size(); ++target) {
        const auto& points = sure[target].empty() ? possible[target] : sure[target];
        if (points.empty())
            continue;
        const float* row = weights.data() + target * static_cast<std::size_t>(sources);
        ++agreement.words;
        agreement.matched += areLargest({row, static_cast<std::size_t>(sources - 1)}, points) ? 1 : 0;
        for (const std::int32_t point : points)
            agreement.weight += row[point];
    }
    return agreement;
}

} // namespace alignoscope

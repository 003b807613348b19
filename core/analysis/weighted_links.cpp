// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_shape.h"

#include "analysis/matrix_size.h"

#include <algorithm>

namespace alignoscope {

std::vector<WeightedLink> linksAbove(const AttentionSnapshot& snapshot, float threshold)
{
    analysis::requireMatrixSize(snapshot.weights.size(), snapshot.targets(), snapshot.sources());
    std::vector<WeightedLink> links;
    for (std::int32_t target = 0; target < snapshot.targets(); ++target) {
        for (std::int32_t source = 0; source < snapshot.sources(); ++source) {
            const float weight = snapshot.weight(target, source);
            if (weight > 0 && weight >= threshold)
                links.push_back({source, target, weight});
        }
    }
    std::ranges::stable_sort(links, {}, &WeightedLink::weight);
    return links;
}

std::vector<Link> likeliestLinks(const AttentionSnapshot& snapshot)
{
    const bool sourceEnds = !snapshot.sourceTokens.empty() && isEndToken(snapshot.sourceTokens.back());
    const bool targetEnds = !snapshot.targetTokens.empty() && isEndToken(snapshot.targetTokens.back());
    if (sourceEnds && targetEnds)
        return argmaxLinks(snapshot.weights, snapshot.targets(), snapshot.sources());
    // argmaxLinks takes the last row and column for ends; without them, empty ones stand in their place
    const std::int32_t sources = snapshot.sources() + (sourceEnds ? 0 : 1);
    const std::int32_t targets = snapshot.targets() + (targetEnds ? 0 : 1);
    std::vector<float> weights(static_cast<std::size_t>(sources) * static_cast<std::size_t>(targets));
    analysis::requireMatrixSize(snapshot.weights.size(), snapshot.targets(), snapshot.sources());
    for (std::int32_t target = 0; target < snapshot.targets(); ++target)
        std::ranges::copy(snapshot.row(target), weights.begin() + static_cast<std::ptrdiff_t>(target) * sources);
    return argmaxLinks(weights, targets, sources);
}

} // namespace alignoscope

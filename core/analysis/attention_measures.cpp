// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_measures.h"

#include "analysis/matrix_size.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace alignoscope {

bool hasAlignment(std::span<const float> weights)
{
    return std::ranges::any_of(weights, [](float weight) { return weight != 0; });
}

double entropy(std::span<const float> weights)
{
    double sum = 0;
    for (const float weight : weights)
        sum += weight;
    if (!(sum > 0))
        return 0;
    double result = 0;
    for (const float weight : weights) {
        const double share = weight / sum;
        if (share > 0)
            result -= share * std::log(share);
    }
    return result;
}

std::vector<double> rowEntropies(const std::vector<float>& weights, std::int32_t targets, std::int32_t sources)
{
    analysis::requireMatrixSize(weights.size(), targets, sources);
    const auto width = static_cast<std::size_t>(sources);
    std::vector<double> entropies;
    for (std::size_t row = 0; row < static_cast<std::size_t>(targets); ++row)
        entropies.push_back(entropy({weights.data() + row * width, width}));
    return entropies;
}

AttentionMeasures measureAttention(const std::vector<float>& weights, std::int32_t targets, std::int32_t sources)
{
    AttentionMeasures measures;
    for (const double rowEntropy : rowEntropies(weights, targets, sources))
        measures.absentmindednessOut -= rowEntropy / targets;
    std::vector<float> column(static_cast<std::size_t>(targets));
    for (std::size_t j = 0; j < static_cast<std::size_t>(sources); ++j) {
        double coverage = 0;
        for (std::size_t i = 0; i < column.size(); ++i) {
            column[i] = weights[i * static_cast<std::size_t>(sources) + j];
            coverage += column[i];
        }
        measures.coverageDeviation -= std::log1p((1 - coverage) * (1 - coverage)) / sources;
        measures.absentmindednessIn -= entropy(column) / sources;
    }
    const double sum = measures.coverageDeviation + measures.absentmindednessOut + measures.absentmindednessIn;
    measures.confidence = std::exp(-0.05 * sum * sum);
    return measures;
}

} // namespace alignoscope

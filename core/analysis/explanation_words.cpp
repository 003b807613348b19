// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_measures.h"
#include "alignoscope/error.h"
#include "alignoscope/explanation.h"
#include "analysis/matrix_size.h"

#include <algorithm>
#include <cmath>

namespace alignoscope {

double totalVariation(std::span<const float> p, std::span<const float> q)
{
    if (p.size() != q.size())
        throw Error(ErrorKind::Usage,
                    {"total variation distance", "the distributions are not over the same words",
                     std::to_string(p.size()), std::to_string(q.size()), ""});
    double sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i)
        sum += std::abs(static_cast<double>(p[i]) - static_cast<double>(q[i]));
    return sum / 2;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

namespace {

void requireWholeMatrices(const Explanation& explanation)
{
    const auto targets = static_cast<std::int32_t>(explanation.targets());
    const auto sources = static_cast<std::int32_t>(explanation.sources());
    for (const auto* matrix : {&explanation.attention, &explanation.gradient, &explanation.leaveOneOut})
        analysis::requireMatrixSize(matrix->size(), targets, sources);
    for (const auto* column : {&explanation.permutedChange, &explanation.uniformChange})
        analysis::requireMatrixSize(column->size(), targets, 1);
}

} // namespace

std::vector<WordExplanation> explainedWords(const Explanation& explanation)
{
    requireWholeMatrices(explanation);
    const std::size_t sources = explanation.sources();
    std::vector<WordExplanation> words(explanation.targets());
    if (sources == 0)
        return words;
    std::vector<float> gradient(sources - 1);
    const bool attends = hasAlignment(explanation.attention);
    for (std::size_t t = 0; t < words.size(); ++t) {
        const auto row = [&](const std::vector<float>& matrix) {
            return std::span(matrix).subspan(t * sources, sources - 1); // without EOS
        };
        std::ranges::transform(row(explanation.gradient), gradient.begin(),
                               [](float value) { return std::abs(value); });
        WordExplanation& word = words[t];
        word.position = t;
        word.attentionGradient = kendallTau(row(explanation.attention), gradient);
        word.attentionLeaveOneOut = kendallTau(row(explanation.attention), row(explanation.leaveOneOut));
        word.gradientLeaveOneOut = kendallTau(gradient, row(explanation.leaveOneOut));
        if (!attends) {
            word.largestWeight = word.permutedChange = word.uniformChange = std::numeric_limits<double>::quiet_NaN();
            continue;
        }
        word.largestWeight = *std::ranges::max_element(std::span(explanation.attention).subspan(t * sources, sources));
        word.permutedChange = explanation.permutedChange[t];
        word.uniformChange = explanation.uniformChange[t];
    }
    return words;
}

} // namespace alignoscope

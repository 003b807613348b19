// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_measures.h"
#include "alignoscope/error.h"
#include "alignoscope/explanation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace alignoscope {

namespace {

using Order = ExplanationSummary::Order;

Order orderOf(const std::vector<WordExplanation>& words, RankCorrelation WordExplanation::*which)
{
    Order order;
    for (const WordExplanation& word : words) {
        const RankCorrelation& one = word.*which;
        if (!one.defined())
            continue;
        ++order.words;
        order.mean += one.tau;
        order.significant += one.significant() ? 1 : 0;
    }
    if (order.words > 0) {
        order.mean /= static_cast<double>(order.words);
        order.significant /= static_cast<double>(order.words);
    }
    return order;
}

double meanOf(const std::vector<WordExplanation>& words, double WordExplanation::*which)
{
    double sum = 0;
    for (const WordExplanation& word : words)
        sum += word.*which;
    return words.empty() ? 0 : sum / static_cast<double>(words.size());
}

/// The source token, EOS left out, with the largest absolute value in row t; the first of equals.
std::int32_t largest(const std::vector<float>& matrix, std::size_t t, std::size_t sources)
{
    const auto row = std::span(matrix).subspan(t * sources, sources - 1);
    const auto less = [](float a, float b) { return std::abs(a) < std::abs(b); };
    return static_cast<std::int32_t>(std::ranges::max_element(row, less) - row.begin());
}

/// Adds counts of hits, and of chances, to `sum`.
void addAgreement(const Explanation& explanation, const GoldAlignment& gold, GoldAgreement& sum)
{
    const auto sources = static_cast<std::int32_t>(explanation.sources()) - 1;
    for (std::size_t t = 0; t + 1 < explanation.targets(); ++t) {
        std::set<std::int32_t> linked;
        for (const auto* links : {&gold.sure, &gold.possible})
            for (const Link link : *links)
                if (link.target == static_cast<std::int32_t>(t) && link.source >= 0 && link.source < sources)
                    linked.insert(link.source);
        if (linked.empty())
            continue;
        const auto hit = [&](const std::vector<float>& matrix) {
            return linked.contains(largest(matrix, t, explanation.sources())) ? 1 : 0;
        };
        ++sum.words;
        sum.attention += hit(explanation.attention);
        sum.gradient += hit(explanation.gradient);
        sum.leaveOneOut += hit(explanation.leaveOneOut);
        sum.chance += static_cast<double>(linked.size()) / sources;
    }
}

GoldAgreement agreementWith(const std::vector<GoldAlignment>& gold, std::span<const Explanation> explanations)
{
    GoldAgreement sum;
    for (std::size_t i = 0; i < explanations.size(); ++i)
        addAgreement(explanations[i], gold[i], sum);
    if (std::ranges::none_of(explanations, [](const Explanation& one) { return hasAlignment(one.attention); }))
        sum.attention = std::numeric_limits<double>::quiet_NaN();
    if (sum.words > 0)
        for (double* share : {&sum.attention, &sum.gradient, &sum.leaveOneOut, &sum.chance})
            *share /= static_cast<double>(sum.words);
    return sum;
}

} // namespace

ExplanationSummary summarize(std::span<const Explanation> explanations, const std::vector<GoldAlignment>* gold)
{
    if (gold && gold->size() != explanations.size())
        throw Error(ErrorKind::Usage,
                    {"gold alignments", "there must be one for every explanation", std::to_string(explanations.size()),
                     std::to_string(gold->size()), ""});
    ExplanationSummary summary;
    summary.sentences = static_cast<std::int64_t>(explanations.size());
    double tokens = 0;
    for (std::size_t i = 0; i < explanations.size(); ++i) {
        std::vector<WordExplanation> words = explainedWords(explanations[i]);
        const auto count = static_cast<double>(words.size());
        tokens += count;
        summary.loss += explanations[i].loss * count;
        summary.uniformLoss += explanations[i].uniformLoss * count;
        if (!words.empty())
            words.pop_back(); // EOS
        for (WordExplanation& word : words)
            word.sentence = i;
        summary.words.insert(summary.words.end(), words.begin(), words.end());
    }
    summary.attends =
        std::ranges::none_of(summary.words, [](const WordExplanation& word) { return std::isnan(word.largestWeight); });
    if (tokens > 0) {
        summary.loss /= tokens;
        summary.uniformLoss /= tokens;
    }
    if (!summary.attends)
        summary.uniformLoss = std::numeric_limits<double>::quiet_NaN();
    summary.attentionGradient = orderOf(summary.words, &WordExplanation::attentionGradient);
    summary.attentionLeaveOneOut = orderOf(summary.words, &WordExplanation::attentionLeaveOneOut);
    summary.gradientLeaveOneOut = orderOf(summary.words, &WordExplanation::gradientLeaveOneOut);
    summary.largestWeight = meanOf(summary.words, &WordExplanation::largestWeight);
    summary.permutedChange = meanOf(summary.words, &WordExplanation::permutedChange);
    summary.uniformChange = meanOf(summary.words, &WordExplanation::uniformChange);
    if (gold)
        summary.gold = agreementWith(*gold, explanations);
    return summary;
}

} // namespace alignoscope

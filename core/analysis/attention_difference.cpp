// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_difference.h"
#include "alignoscope/attention_shape.h"
#include "analysis/matrix_size.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace alignoscope {
namespace {

constexpr float noValue = std::numeric_limits<float>::quiet_NaN();

std::int32_t sentenceLength(const std::vector<std::string>& tokens)
{
    return static_cast<std::int32_t>(tokens.size()) - (!tokens.empty() && isEndToken(tokens.back()) ? 1 : 0);
}

std::vector<std::string> tokensOf(const std::vector<TokenPair>& pairs, const std::vector<std::string>& left,
                                  const std::vector<std::string>& right)
{
    std::vector<std::string> tokens;
    for (const TokenPair& pair : pairs)
        tokens.push_back(pair.left >= 0 ? left[static_cast<std::size_t>(pair.left)]
                                        : right[static_cast<std::size_t>(pair.right)]);
    return tokens;
}

/// The source token with the largest weight; -1 where all are 0.
std::int32_t peak(std::span<const float> row)
{
    const auto largest = std::ranges::max_element(row);
    return largest == row.end() || !(*largest > 0) ? -1 : static_cast<std::int32_t>(largest - row.begin());
}

class Comparison {
public:
    Comparison(const AttentionSnapshot& left, const AttentionSnapshot& right) : m_left(left), m_right(right) { }

    AttentionDifference make()
    {
        m_result.sources = pairTokens(m_left.sourceTokens, m_right.sourceTokens);
        m_result.targets = pairTokens(m_left.targetTokens, m_right.targetTokens);
        m_result.sourceTokens = tokensOf(m_result.sources, m_left.sourceTokens, m_right.sourceTokens);
        m_result.targetTokens = tokensOf(m_result.targets, m_left.targetTokens, m_right.targetTokens);
        m_result.wordsLeft = sentenceLength(m_left.targetTokens);
        m_result.wordsRight = sentenceLength(m_right.targetTokens);
        m_result.values.assign(m_result.targets.size() * m_result.sources.size(), noValue);
        m_result.totalVariation.assign(m_result.targets.size(), std::numeric_limits<double>::quiet_NaN());
        for (std::size_t row = 0; row < m_result.targets.size(); ++row)
            if (m_result.targets[row].matched())
                compareRow(row);
        if (m_result.wordsCompared > 0)
            m_result.meanTotalVariation /= m_result.wordsCompared;
        return std::move(m_result);
    }

private:
    const AttentionSnapshot& m_left;
    const AttentionSnapshot& m_right;
    AttentionDifference m_result;

    void compareRow(std::size_t row)
    {
        const TokenPair target = m_result.targets[row];
        const std::span<const float> left = m_left.row(target.left), right = m_right.row(target.right);
        const std::int32_t leftPeak = peak(left), rightPeak = peak(right);
        bool samePeak = leftPeak < 0 && rightPeak < 0;
        double moved = 0; // Σ_j |p_j − q_j|
        for (std::size_t column = 0; column < m_result.sources.size(); ++column) {
            const TokenPair source = m_result.sources[column];
            const float before = source.left < 0 ? 0 : left[static_cast<std::size_t>(source.left)];
            const float after = source.right < 0 ? 0 : right[static_cast<std::size_t>(source.right)];
            moved += std::abs(static_cast<double>(after) - before);
            if (!source.matched())
                continue;
            m_result.values[row * m_result.sources.size() + column] = after - before;
            m_result.largest = std::max(m_result.largest, std::abs(after - before));
            samePeak = samePeak || (source.left == leftPeak && source.right == rightPeak);
        }
        m_result.totalVariation[row] = moved / 2;
        if (target.left == m_result.wordsLeft && target.right == m_result.wordsRight) // the mark at the end
            return;
        ++m_result.wordsCompared;
        m_result.meanTotalVariation += moved / 2;
        m_result.movedPeaks += samePeak ? 0 : 1;
    }
};

void requireWeights(const AttentionSnapshot& snapshot)
{
    analysis::requireMatrixSize(snapshot.weights.size(), snapshot.targets(), snapshot.sources());
}

} // namespace

bool AttentionDifference::complete() const
{
    return std::ranges::all_of(sources, &TokenPair::matched) && std::ranges::all_of(targets, &TokenPair::matched);
}

AttentionDifference compareAttention(const AttentionSnapshot& left, const AttentionSnapshot& right)
{
    requireWeights(left);
    requireWeights(right);
    return Comparison(left, right).make();
}

} // namespace alignoscope

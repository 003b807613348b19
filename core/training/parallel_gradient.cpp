// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/parallel_gradient.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::training {

void packWeights(nn::Weights<float>& weights, ThreadTeam& team)
{
    team.run([&](int part) { weights.pack(part, team.size()); });
}

ParallelGradient::ParallelGradient(const models::RnnSearch<float>& network, ThreadTeam& team)
    : m_network(network), m_team(team), m_shares(static_cast<std::size_t>(team.size())), m_tables(network.wordTables())
{
    for (Share& share : m_shares)
        share.gradient.assign(static_cast<std::size_t>(network.layout().size()), 0);
    std::size_t begin = 0;
    for (const nn::Slot& table : m_tables) { // in the layout's order
        m_dense.push_back({begin, static_cast<std::size_t>(table.offset)});
        begin = static_cast<std::size_t>(table.offset + table.rows * table.cols);
    }
    m_dense.push_back({begin, static_cast<std::size_t>(network.layout().size())});
}

/// Every thread gets every n-th pair: lengths in a batch are sorted, so the shares are alike.
void ParallelGradient::deal(const EncodedPairs& pairs, std::span<const std::uint32_t> batch)
{
    for (Share& share : m_shares) {
        share.sources.clear();
        share.targets.clear();
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
        Share& share = m_shares[i % m_shares.size()];
        share.sources.push_back(pairs.source(batch[i]));
        share.targets.push_back(pairs.target(batch[i]));
    }
}

ParallelGradient::Result ParallelGradient::compute(const nn::Weights<float>& weights, const EncodedPairs& pairs,
                                                   std::span<const std::uint32_t> batch,
                                                   const models::DropoutPlan& dropout, double smoothing)
{
    Result result;
    for (const std::uint32_t pair : batch)
        result.targetTokens += static_cast<std::int64_t>(pairs.target(pair).size());
    deal(pairs, batch);
    const auto scale = static_cast<float>(1.0 / static_cast<double>(result.targetTokens));
    m_team.run([&](int number) {
        Share& share = m_shares[static_cast<std::size_t>(number)];
        clear(share);
        share.part.source.assign(share.sources, m_network.sizes().sourceWords);
        share.part.target.assign(share.targets, share.part.source, m_network.sizes().targetWords, number,
                                 static_cast<nn::Index>(m_shares.size()));
        if (!share.sources.empty())
            share.loss = m_network.lossAndGradient(weights, share.gradient.data(), share.part, dropout, scale,
                                                   static_cast<float>(smoothing), share.trace);
    });
    collectWords();
    m_team.run([this](int part) { sumGradients(static_cast<std::size_t>(part)); });
    double squares = 0;
    for (const Share& share : m_shares) {
        result.loss += share.loss;
        squares += share.squares;
    }
    result.loss /= static_cast<double>(result.targetTokens);
    result.norm = std::sqrt(squares);
    return result;
}

/// Zeros where the last batch left a gradient.
void ParallelGradient::clear(Share& share)
{
    share.loss = 0;
    for (const Range& range : m_dense)
        std::fill(share.gradient.data() + range.begin, share.gradient.data() + range.end, 0.0F);
    for (std::size_t table = 0; table < m_tables.size(); ++table)
        for (const std::int32_t word : m_words[table].words())
            m_tables[table].in(share.gradient.data()).col(word).setZero();
}

void ParallelGradient::collectWords()
{
    for (std::size_t table = 0; table < m_tables.size(); ++table) {
        m_words[table].clear(m_tables[table].cols);
        for (const Share& share : m_shares)
            for (const std::int32_t word : (table == 0 ? share.part.source.words : share.part.target.words).words())
                m_words[table].add(word);
    }
}

/// Adds the shares' gradients into the first one's, a part of them on each thread.
void ParallelGradient::sumGradients(std::size_t part)
{
    const std::size_t parts = m_shares.size();
    double squares = 0;
    for (const Range& range : m_dense) {
        const std::size_t blocks = (range.end - range.begin) / 16; // every parameter begins at a multiple of 16
        squares += sumRange(range.begin + blocks * part / parts * 16,
                            part + 1 == parts ? range.end : range.begin + blocks * (part + 1) / parts * 16);
    }
    for (std::size_t table = 0; table < m_tables.size(); ++table) {
        const std::vector<std::int32_t>& words = m_words[table].words();
        const auto rows = static_cast<std::size_t>(m_tables[table].rows);
        for (std::size_t i = words.size() * part / parts; i < words.size() * (part + 1) / parts; ++i) {
            const std::size_t begin = static_cast<std::size_t>(m_tables[table].offset + words[i] * m_tables[table].rows);
            squares += sumRange(begin, begin + rows);
        }
    }
    m_shares[part].squares = squares;
}

/// Returns the sum's sum of squares.
double ParallelGradient::sumRange(std::size_t begin, std::size_t end)
{
    constexpr std::size_t piece = 2048; // stays in the cache; a float sum of millions of squares would lose digits
    double squares = 0;
    for (std::size_t at = begin; at < end; at += piece) {
        const auto size = static_cast<nn::Index>(std::min(piece, end - at));
        Eigen::Map<Eigen::VectorXf> sum(m_shares.front().gradient.data() + at, size);
        for (std::size_t other = 1; other < m_shares.size(); ++other)
            sum += Eigen::Map<const Eigen::VectorXf>(m_shares[other].gradient.data() + at, size);
        squares += static_cast<double>(sum.squaredNorm());
    }
    return squares;
}

} // namespace alignoscope::training

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
    : m_network(network), m_team(team), m_shares(static_cast<std::size_t>(team.size()))
{
    const auto size = static_cast<std::size_t>(network.layout().size());
    for (Share& share : m_shares)
        share.gradient = nn::ZeroPages(size);
    std::size_t begin = 0;
    for (const nn::Slot& table : network.wordTables()) { // in the layout's order
        m_dense.push_back({begin, static_cast<std::size_t>(table.offset)});
        begin = static_cast<std::size_t>(table.offset + table.rows * table.cols);
        m_gradient.tables.push_back({table, {}, {}, std::vector<float>(static_cast<std::size_t>(table.rows), 0)});
    }
    m_dense.push_back({begin, size});
    m_gradient.block = {m_shares.front().gradient.data(), size};
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

void ParallelGradient::clear(Share& share)
{
    share.loss = 0;
    for (const Range& range : m_dense)
        std::fill(share.gradient.data() + range.begin, share.gradient.data() + range.end, 0.0F);
}

void ParallelGradient::collectWords()
{
    for (std::size_t number = 0; number < m_gradient.tables.size(); ++number) {
        Gradient::Table& table = m_gradient.tables[number];
        table.words.clear(table.slot.cols);
        for (const Share& share : m_shares)
            for (const std::int32_t word : wordsOf(share, number).words())
                table.words.add(word);
        table.columns.shape(table.slot.rows, table.words.size());
    }
}

const nn::DistinctWords& ParallelGradient::wordsOf(const Share& share, std::size_t table)
{
    return table == 0 ? share.part.source.words : share.part.target.words;
}

/// Adds the shares' gradients up, a part of them on each thread.
void ParallelGradient::sumGradients(std::size_t part)
{
    const std::size_t parts = m_shares.size();
    double squares = 0;
    for (const Range& range : m_dense) {
        const std::size_t blocks = (range.end - range.begin) / 16; // every parameter begins at a multiple of 16
        squares += sumRange(range.begin + blocks * part / parts * 16,
                            part + 1 == parts ? range.end : range.begin + blocks * (part + 1) / parts * 16);
    }
    for (std::size_t table = 0; table < m_gradient.tables.size(); ++table) {
        const auto words = static_cast<std::size_t>(m_gradient.tables[table].words.size());
        for (std::size_t i = words * part / parts; i < words * (part + 1) / parts; ++i)
            squares += sumWord(table, static_cast<nn::Index>(i));
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

double ParallelGradient::sumWord(std::size_t number, nn::Index place)
{
    Gradient::Table& table = m_gradient.tables[number];
    const std::int32_t word = table.words.words()[static_cast<std::size_t>(place)];
    auto sum = table.columns.map().col(place);
    sum.setZero();
    for (const Share& share : m_shares)
        if (const nn::Index own = wordsOf(share, number).find(word); own >= 0)
            sum += models::RnnSearch<float>::wordGradients(share.trace)[number].col(own);
    return static_cast<double>(sum.squaredNorm());
}

} // namespace alignoscope::training

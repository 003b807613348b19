// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What BatchGradient does, for whoever instantiates it.
#include "training/batch_gradient.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::training {

template <class Share>
BatchGradient<Share>::BatchGradient(const Network& network, ThreadTeam& team)
    : m_network(network), m_team(team), m_parts(static_cast<std::size_t>(team.size()))
{
    const auto size = static_cast<std::size_t>(network.layout().size());
    for (Part& part : m_parts)
        part.gradient = nn::ZeroPages(size);
    std::size_t begin = 0;
    for (const nn::Slot& table : network.wordTables()) { // in the layout's order
        m_dense.push_back({begin, static_cast<std::size_t>(table.offset)});
        begin = static_cast<std::size_t>(table.offset + table.rows * table.cols);
        m_gradient.tables.push_back({table, {}, {}, std::vector<float>(static_cast<std::size_t>(table.rows), 0)});
    }
    m_dense.push_back({begin, size});
    m_gradient.block = {m_parts.front().gradient.data(), size};
}

/// Every thread gets every n-th pair: lengths in a batch are sorted, so the shares are alike. Returns what counts.
template <class Share>
std::int64_t BatchGradient<Share>::deal(const EncodedPairs& pairs, std::span<const std::uint32_t> batch)
{
    for (Part& part : m_parts)
        part.share.clear();
    std::int64_t tokens = 0;
    for (std::size_t i = 0; i < batch.size(); ++i)
        tokens += m_parts[i % m_parts.size()].share.add(pairs, batch[i]);
    return tokens;
}

template <class Share>
BatchLoss BatchGradient<Share>::compute(const nn::Weights<float>& weights, const EncodedPairs& pairs,
                                        std::span<const std::uint32_t> batch, const typename Share::Dropout& dropout,
                                        double smoothing)
{
    BatchLoss result;
    result.targetTokens = deal(pairs, batch);
    const auto scale = static_cast<float>(1.0 / static_cast<double>(result.targetTokens));
    m_team.run([&](int number) {
        Part& part = m_parts[static_cast<std::size_t>(number)];
        clear(part);
        part.share.arrange(m_network, number, static_cast<nn::Index>(m_parts.size()));
        if (!part.share.empty())
            part.loss = part.share.lossAndGradient(m_network, weights, part.gradient.data(), dropout, scale,
                                                   static_cast<float>(smoothing));
    });
    collectWords();
    m_team.run([this](int number) { sumGradients(static_cast<std::size_t>(number)); });
    double squares = 0;
    for (const Part& part : m_parts) {
        result.loss += part.loss;
        squares += part.squares;
    }
    result.loss /= static_cast<double>(result.targetTokens);
    result.norm = std::sqrt(squares);
    return result;
}

template <class Share>
void BatchGradient<Share>::clear(Part& part)
{
    part.loss = 0;
    for (const Range& range : m_dense)
        std::fill(part.gradient.data() + range.begin, part.gradient.data() + range.end, 0.0F);
}

template <class Share>
void BatchGradient<Share>::collectWords()
{
    for (std::size_t number = 0; number < m_gradient.tables.size(); ++number) {
        Gradient::Table& table = m_gradient.tables[number];
        table.words.clear(table.slot.cols);
        for (const Part& part : m_parts)
            for (const std::int32_t word : part.share.words(number).words())
                table.words.add(word);
        table.columns.shape(table.slot.rows, table.words.size());
    }
}

/// Adds the parts' gradients up, a piece of them on each thread.
template <class Share>
void BatchGradient<Share>::sumGradients(std::size_t number)
{
    const std::size_t parts = m_parts.size();
    double squares = 0;
    for (const Range& range : m_dense) {
        const std::size_t blocks = (range.end - range.begin) / 16; // every parameter begins at a multiple of 16
        squares += sumRange(range.begin + blocks * number / parts * 16,
                            number + 1 == parts ? range.end : range.begin + blocks * (number + 1) / parts * 16);
    }
    for (std::size_t table = 0; table < m_gradient.tables.size(); ++table) {
        const auto words = static_cast<std::size_t>(m_gradient.tables[table].words.size());
        for (std::size_t i = words * number / parts; i < words * (number + 1) / parts; ++i)
            squares += sumWord(table, static_cast<nn::Index>(i));
    }
    m_parts[number].squares = squares;
}

/// Returns the sum's sum of squares.
template <class Share>
double BatchGradient<Share>::sumRange(std::size_t begin, std::size_t end)
{
    constexpr std::size_t piece = 2048; // stays in the cache; a float sum of millions of squares would lose digits
    double squares = 0;
    for (std::size_t at = begin; at < end; at += piece) {
        const auto size = static_cast<nn::Index>(std::min(piece, end - at));
        Eigen::Map<Eigen::VectorXf> sum(m_parts.front().gradient.data() + at, size);
        for (std::size_t other = 1; other < m_parts.size(); ++other)
            sum += Eigen::Map<const Eigen::VectorXf>(m_parts[other].gradient.data() + at, size);
        squares += static_cast<double>(sum.squaredNorm());
    }
    return squares;
}

template <class Share>
double BatchGradient<Share>::sumWord(std::size_t number, nn::Index place)
{
    Gradient::Table& table = m_gradient.tables[number];
    const std::int32_t word = table.words.words()[static_cast<std::size_t>(place)];
    auto sum = table.columns.map().col(place);
    sum.setZero();
    for (const Part& part : m_parts)
        if (const nn::Index own = part.share.words(number).find(word); own >= 0)
            sum += part.share.wordGradient(number).col(own);
    return static_cast<double>(sum.squaredNorm());
}

} // namespace alignoscope::training

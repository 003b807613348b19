// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/classifier_gradient.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::training {

ClassifierGradient::ClassifierGradient(const models::TextClassifier<float>& network, ThreadTeam& team)
    : m_network(network), m_team(team), m_shares(static_cast<std::size_t>(team.size()))
{
    const auto size = static_cast<std::size_t>(network.layout().size());
    for (Share& share : m_shares)
        share.gradient = nn::ZeroPages(size);
    const nn::Slot& table = network.embedding();
    m_dense = static_cast<std::size_t>(table.offset + table.rows * table.cols + 15) / 16 * 16;
    m_gradient.tables.push_back({table, {}, {}, std::vector<float>(static_cast<std::size_t>(table.rows), 0)});
    m_gradient.block = {m_shares.front().gradient.data(), size};
}

/// Every thread gets every n-th text: lengths in a batch are sorted, so the shares are alike.
void ClassifierGradient::deal(const EncodedPairs& pairs, std::span<const std::uint32_t> batch)
{
    for (Share& share : m_shares) {
        share.texts.clear();
        share.labels.clear();
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
        Share& share = m_shares[i % m_shares.size()];
        share.texts.push_back(pairs.source(batch[i]));
        share.labels.push_back(pairs.target(batch[i]).front());
    }
}

ClassifierGradient::Result ClassifierGradient::compute(const nn::Weights<float>& weights, const EncodedPairs& pairs,
                                                       std::span<const std::uint32_t> batch,
                                                       const models::ClassifierDropout& dropout, double smoothing)
{
    Result result;
    result.texts = static_cast<std::int64_t>(batch.size());
    deal(pairs, batch);
    const auto scale = static_cast<float>(1.0 / static_cast<double>(batch.size()));
    m_team.run([&](int number) {
        Share& share = m_shares[static_cast<std::size_t>(number)];
        share.loss = 0;
        std::fill(share.gradient.data() + m_dense, share.gradient.data() + m_gradient.block.size(), 0.0F);
        share.batch.assign(share.texts, share.labels, m_network.sizes().shape(), number,
                           static_cast<nn::Index>(m_shares.size()));
        if (!share.texts.empty())
            share.loss = m_network.lossAndGradient(weights, share.gradient.data(), share.batch, dropout, scale,
                                                   static_cast<float>(smoothing), share.trace);
    });
    collectWords();
    m_team.run([this](int part) { sum(static_cast<std::size_t>(part)); });
    double squares = 0;
    for (const Share& share : m_shares) {
        result.loss += share.loss;
        squares += share.squares;
    }
    result.loss /= static_cast<double>(batch.size());
    result.norm = std::sqrt(squares);
    return result;
}

void ClassifierGradient::collectWords()
{
    Gradient::Table& table = m_gradient.tables.front();
    table.words.clear(table.slot.cols);
    for (const Share& share : m_shares)
        for (const std::int32_t word : share.batch.words.words())
            table.words.add(word);
    table.columns.shape(table.slot.rows, table.words.size());
}

/// Adds the shares' gradients up, a part of them on each thread.
void ClassifierGradient::sum(std::size_t part)
{
    const std::size_t parts = m_shares.size(), size = m_gradient.block.size();
    const std::size_t blocks = (size - m_dense) / 16; // every parameter begins at a multiple of 16
    double squares = sumDense(m_dense + blocks * part / parts * 16,
                              part + 1 == parts ? size : m_dense + blocks * (part + 1) / parts * 16);
    const auto words = static_cast<std::size_t>(m_gradient.tables.front().words.size());
    for (std::size_t i = words * part / parts; i < words * (part + 1) / parts; ++i)
        squares += sumWord(static_cast<nn::Index>(i));
    m_shares[part].squares = squares;
}

double ClassifierGradient::sumDense(std::size_t begin, std::size_t end)
{
    constexpr std::size_t piece = 2048; // a float sum of many squares would lose digits
    double squares = 0;
    for (std::size_t at = begin; at < end; at += piece) {
        const auto count = static_cast<nn::Index>(std::min(piece, end - at));
        Eigen::Map<Eigen::VectorXf> total(m_shares.front().gradient.data() + at, count);
        for (std::size_t other = 1; other < m_shares.size(); ++other)
            total += Eigen::Map<const Eigen::VectorXf>(m_shares[other].gradient.data() + at, count);
        squares += static_cast<double>(total.squaredNorm());
    }
    return squares;
}

double ClassifierGradient::sumWord(nn::Index place)
{
    Gradient::Table& table = m_gradient.tables.front();
    const std::int32_t word = table.words.words()[static_cast<std::size_t>(place)];
    auto total = table.columns.map().col(place);
    total.setZero();
    for (const Share& share : m_shares)
        if (const nn::Index own = share.batch.words.find(word); own >= 0)
            total += share.trace.wordGradient.map().col(own);
    return static_cast<double>(total.squaredNorm());
}

} // namespace alignoscope::training

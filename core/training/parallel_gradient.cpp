// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/parallel_gradient.h"

#include <cmath>
#include <numeric>

namespace alignoscope::training {

ParallelGradient::ParallelGradient(const models::RnnSearch<float>& network, ThreadTeam& team)
    : m_network(network), m_team(team), m_shares(static_cast<std::size_t>(team.size()))
{
    for (Share& share : m_shares)
        share.gradient.assign(static_cast<std::size_t>(network.layout().size()), 0);
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

ParallelGradient::Result ParallelGradient::compute(std::span<const float> parameters, const EncodedPairs& pairs,
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
        std::fill(share.gradient.begin(), share.gradient.end(), 0.0F);
        share.score = {};
        if (share.sources.empty())
            return;
        share.part.source.assign(share.sources, m_network.sizes().sourceWords);
        share.part.target.assign(share.targets, share.part.source, m_network.sizes().targetWords, number,
                                 static_cast<nn::Index>(m_shares.size()));
        share.score = m_network.lossAndGradient(parameters.data(), share.gradient.data(), share.part, dropout, scale,
                                                static_cast<float>(smoothing), share.trace);
    });
    m_team.run([this](int part) { sumGradients(part); });
    double squares = 0;
    for (const Share& share : m_shares) {
        result.loss += share.score.loss;
        squares += share.squares;
    }
    result.loss /= static_cast<double>(result.targetTokens);
    result.norm = std::sqrt(squares);
    return result;
}

/// Adds the shares' gradients into the first one's, a range of them on each thread.
void ParallelGradient::sumGradients(int part)
{
    const std::size_t blocks = m_shares.front().gradient.size() / 16, threads = m_shares.size();
    const std::size_t begin = blocks * static_cast<std::size_t>(part) / threads * 16;
    const std::size_t end = blocks * (static_cast<std::size_t>(part) + 1) / threads * 16;
    const auto size = static_cast<nn::Index>(end - begin);
    Eigen::Map<Eigen::VectorXf> sum(m_shares.front().gradient.data() + begin, size);
    for (std::size_t other = 1; other < threads; ++other)
        sum += Eigen::Map<const Eigen::VectorXf>(m_shares[other].gradient.data() + begin, size);
    // in pieces: a float sum of millions of squares would lose digits
    double squares = 0;
    for (nn::Index at = 0; at < size; at += 4096)
        squares += static_cast<double>(sum.segment(at, std::min<nn::Index>(4096, size - at)).squaredNorm());
    m_shares[static_cast<std::size_t>(part)].squares = squares;
}

} // namespace alignoscope::training

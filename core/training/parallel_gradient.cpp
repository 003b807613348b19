// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/parallel_gradient.h"

#include "training/batch_gradient_passes.h"

namespace alignoscope::training {

void packWeights(nn::Weights<float>& weights, ThreadTeam& team)
{
    team.run([&](int part) { weights.pack(part, team.size()); });
}

void PairShare::clear()
{
    m_sources.clear();
    m_targets.clear();
}

std::int64_t PairShare::add(const EncodedPairs& pairs, std::uint32_t pair)
{
    m_sources.push_back(pairs.source(pair));
    m_targets.push_back(pairs.target(pair));
    return static_cast<std::int64_t>(m_targets.back().size());
}

void PairShare::arrange(const Network& network, int number, nn::Index shares)
{
    m_part.source.assign(m_sources, network.sizes().sourceWords);
    m_part.target.assign(m_targets, m_part.source, network.sizes().targetWords, number, shares);
}

double PairShare::lossAndGradient(const Network& network, const nn::Weights<float>& weights, float* gradient,
                                  const Dropout& dropout, float scale, float smoothing)
{
    return network.lossAndGradient(weights, gradient, m_part, dropout, scale, smoothing, m_trace);
}

template class BatchGradient<PairShare>;

} // namespace alignoscope::training

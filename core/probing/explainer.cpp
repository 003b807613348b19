// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing/explainer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alignoscope::probing {

namespace {

using What = ExplanationShare::What;

/// Divides `total` positions, each of `width` columns of a pass, into shares.
void divide(What what, Index total, Index width, int threads, std::vector<ExplanationShare>& shares)
{
    constexpr Index largest = 1024; // columns of a pass: long products in little memory
    const Index even = (total + threads - 1) / threads;
    const Index size = std::max<Index>(1, std::min(even, largest / std::max<Index>(1, width)));
    for (Index first = 0; first < total; first += size)
        shares.push_back({what, first, std::min(size, total - first)});
}

} // namespace

std::vector<ExplanationShare> explanationShares(Index sources, Index targets, int threads)
{
    std::vector<ExplanationShare> shares;
    divide(What::Gradient, targets, sources, threads, shares);
    divide(What::LeaveOneOut, sources - 1, targets, threads, shares);
    divide(What::OtherWeights, targets, 128, threads, shares);
    return shares;
}

void makeRoom(Explanation& explanation, Index sources, Index targets)
{
    const auto cells = static_cast<std::size_t>(sources * targets), rows = static_cast<std::size_t>(targets);
    for (auto* matrix :
         {&explanation.attention, &explanation.gradient, &explanation.leaveOneOut, &explanation.leaveOneOutLogRatio})
        matrix->assign(cells, 0);
    for (auto* column : {&explanation.logProbability, &explanation.permutedChange, &explanation.uniformChange})
        column->assign(rows, 0);
}

Explainer::Explainer(const Network& network, const Weights& weights, const ExplanationOptions& options)
    : m_network(network), m_weights(weights), m_options(options), m_pass(network, weights),
      m_saliency(network, weights), m_leaveOneOut(network, weights), m_permutation(network, weights)
{
}

void Explainer::begin(Tokens source, Tokens target)
{
    m_source = source;
    m_target = target;
    m_seed = m_options.seed;
    for (const TokenId token : source)
        m_seed = m_seed * 0x2545f4914f6cdd1dU + static_cast<std::uint64_t>(index(token)) + 1;
    m_pass.run({&m_source, 1}, {&m_target, 1});
    distributions(m_network, m_weights, m_pass.trace().maxout.map(), m_distributions);
    m_permutation.begin(m_pass, m_distributions);
}

void Explainer::fillWhole(Explanation& out)
{
    const auto weights = m_pass.trace().decoder.weights.map();
    std::copy_n(weights.data(), out.attention.size(), out.attention.begin());
    const auto count = static_cast<double>(m_target.size());
    for (std::size_t t = 0; t < m_target.size(); ++t) {
        const float p = m_distributions.map()(index(m_target[t]), static_cast<Index>(t));
        out.logProbability[t] = std::log(static_cast<double>(std::max(p, std::numeric_limits<float>::min())));
        out.loss -= out.logProbability[t] / count;
    }
    out.uniformLoss = m_permutation.uniformLoss() / count;
}

void Explainer::fill(const ExplanationShare& share, Explanation& out)
{
    switch (share.what) {
    case What::Gradient:
        return m_saliency.rows(m_source, m_target, share.first, share.count, out.gradient.data());
    case What::LeaveOneOut:
        return m_leaveOneOut.columns(m_source, m_target, m_distributions, share.first, share.count,
                                     out.leaveOneOut.data(), out.leaveOneOutLogRatio.data());
    case What::OtherWeights:
        for (Index t = share.first; t < share.first + share.count; ++t) {
            // a generator of its own for every word: it does not matter who computes it, or after what
            const nn::Random random(m_seed * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(t));
            const auto change = m_permutation.change(t, m_options.permutations, random);
            out.permutedChange[static_cast<std::size_t>(t)] = change.permuted;
            out.uniformChange[static_cast<std::size_t>(t)] = change.uniform;
        }
    }
}

} // namespace alignoscope::probing

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing/permutation.h"

#include "alignoscope/explanation.h"

#include <algorithm>
#include <utility>

namespace alignoscope::probing {

void Permutation::begin(const ForcedPass& pass, const nn::Buffer<float>& whole)
{
    m_pass = &pass;
    m_whole = &whole;
    const auto annotations = pass.trace().encoded.annotations.map();
    m_network.head().contextPart(m_weights, annotations,
                                 m_contextPart.shape(m_network.head().rows(), annotations.cols()));
}

Eigen::Map<const nn::Vector<float>> Permutation::weightsAt(Index t) const
{
    const Index length = m_contextPart.map().cols();
    return {m_pass->trace().decoder.weights.map().data() + t * length, length};
}

std::vector<double> Permutation::changes(Index t, const nn::ConstMatrixRef<float>& others)
{
    auto differences = m_differences.shape(others.rows(), others.cols());
    differences = others.colwise() - weightsAt(t);
    auto deep = m_deep.shape(m_contextPart.map().rows(), others.cols());
    deep.noalias() = m_contextPart.map() * differences;
    deep.colwise() += m_pass->trace().deep.map().col(t);
    auto maxout = m_maxout.shape(m_network.sizes().maxout, others.cols());
    m_network.head().activate(deep, maxout);

    const auto p = m_whole->map().col(t);
    std::vector<double> changes;
    for (Index from = 0; from < maxout.cols(); from += columnsTogether) {
        const Index size = std::min(columnsTogether, maxout.cols() - from);
        distributions(m_network, m_weights, maxout.middleCols(from, size), m_distributions);
        for (Index i = 0; i < size; ++i)
            changes.push_back(distance(p, m_distributions.map().col(i)));
    }
    return changes;
}

Permutation::Change Permutation::change(Index t, int permutations, nn::Random random)
{
    const auto alpha = weightsAt(t);
    auto others = m_others.shape(alpha.size(), permutations + 1);
    for (Index column = 0; column < permutations; ++column) {
        auto one = others.col(column);
        one = alpha;
        for (Index left = one.size(); left > 1; --left) // Fisher & Yates
            std::swap(one[left - 1], one[static_cast<Index>(random.below(static_cast<std::uint64_t>(left)))]);
    }
    others.col(permutations).setConstant(1 / static_cast<float>(alpha.size()));
    std::vector<double> all = changes(t, others);
    Change change;
    change.uniform = all.back();
    all.pop_back();
    change.permuted = median(std::move(all));
    return change;
}

double Permutation::uniformLoss()
{
    const Network::Trace& trace = m_pass->trace();
    const models::BatchPart& part = m_pass->part();
    const auto annotations = trace.encoded.annotations.map();
    // where all annotations are their mean, every context is that of uniform weights, whatever the weights
    m_mean.annotations.shape(annotations.rows(), annotations.cols()).colwise() = annotations.rowwise().mean();
    const auto keys = trace.encoded.keys.map(), summary = trace.encoded.summary.map();
    m_mean.keys.shape(keys.rows(), keys.cols()) = keys;
    m_mean.summary.shape(summary.rows(), summary.cols()) = summary;
    m_network.decoder().forward(m_weights, part, m_mean, trace.inputs.map(), models::DropoutPlan::none(), m_decoder);

    const Index total = part.target.sequences.total();
    auto deep = m_deep.shape(m_network.head().rows(), total);
    auto maxout = m_maxout.shape(m_network.head().units(), total);
    m_network.deepOutput(m_weights, trace.projected.map(), part.target.inputWord,
                         m_network.decoder().headStates(m_decoder), std::as_const(m_decoder.contexts).map(), deep,
                         maxout);
    return m_network.output().score(m_weights, maxout, part.target.output, m_output, nullptr, nullptr).loss;
}

} // namespace alignoscope::probing

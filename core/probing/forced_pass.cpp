// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing/forced_pass.h"

namespace alignoscope::probing {

void distributions(const Network& network, const Weights& weights, const nn::ConstMatrixRef<float>& maxout,
                   nn::Buffer<float>& out)
{
    auto p = out.shape(network.sizes().targetWords, maxout.cols());
    network.output().logits(weights, maxout, p);
    for (Index column = 0; column < p.cols(); ++column) {
        auto one = p.col(column).array();
        one = (one - one.maxCoeff()).exp();
        one /= one.sum();
    }
}

void ForcedPass::run(std::span<const Tokens> sources, std::span<const Tokens> targets)
{
    m_part.source.assign(sources, m_network.sizes().sourceWords);
    m_part.target.assign(targets, m_part.source, m_network.sizes().targetWords);
    m_network.forward(m_weights, m_part, models::DropoutPlan::none(), m_trace);
}

} // namespace alignoscope::probing

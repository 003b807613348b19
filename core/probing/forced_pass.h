// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rnnsearch.h"

#include <span>

namespace alignoscope::probing {

using nn::Index;
using Tokens = std::span<const TokenId>; ///< of a sentence, EOS last
using Network = models::RnnSearch<float>;
using Weights = nn::Weights<float>;

/// Columns of the output layer that are looked at together: their logits stay in the cache.
inline constexpr Index columnsTogether = 32;

/// p = softmax(W_oᵀ t + b_o) for deep outputs t (l × k); `out` becomes V × k.
void distributions(const Network& network, const Weights& weights, const nn::ConstMatrixRef<float>& maxout,
                   nn::Buffer<float>& out);

/// ½ Σ |p − q| of two columns.
template <class P, class Q>
double distance(const P& p, const Q& q)
{
    return 0.5 * static_cast<double>((p - q).array().abs().sum());
}

/// Teacher forcing over a few pairs with everything kept. Holds the memory of its passes; not thread-safe.
class ForcedPass {
public:
    ForcedPass(const Network& network, const Weights& weights) : m_network(network), m_weights(weights) { }

    void run(std::span<const Tokens> sources, std::span<const Tokens> targets);
    [[nodiscard]] const models::BatchPart& part() const { return m_part; }
    [[nodiscard]] const Network::Trace& trace() const { return m_trace; }

private:
    const Network& m_network;
    const Weights& m_weights;
    models::BatchPart m_part;
    Network::Trace m_trace;
};

} // namespace alignoscope::probing

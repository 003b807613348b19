// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probing/forced_pass.h"

#include <vector>

namespace alignoscope::probing {

/// Leave-one-out (Li, Monroe & Jurafsky 2016, arXiv 1612.08220; Jain & Wallace 2019, section 4.1): the sentence is read
/// without token j, the target stays as it is, and
///
///     change_tj = ½ Σ_v |p_t(v) − p_t(v | without j)|
///     logRatio_tj = ln p_t(y_t) − ln p_t(y_t | without j)
///
/// Holds memory; not thread-safe.
class LeaveOneOut {
public:
    LeaveOneOut(const Network& network, const Weights& weights)
        : m_network(network), m_weights(weights), m_pass(network, weights)
    {
    }

    /// Fills columns `first` to `first` + `count` − 1 of two T × S row-major matrices; none of them may be EOS, the
    /// last. `whole`: p_t of the whole sentence, V × T.
    void columns(Tokens source, Tokens target, const nn::Buffer<float>& whole, Index first, Index count, float* change,
                 float* logRatio);

private:
    const Network& m_network;
    const Weights& m_weights;
    ForcedPass m_pass;
    nn::Buffer<float> m_distributions;
    std::vector<std::vector<TokenId>> m_shortened;
    std::vector<Tokens> m_sources, m_targets;
};

} // namespace alignoscope::probing

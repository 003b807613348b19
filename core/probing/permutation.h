// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/random.h"
#include "probing/forced_pass.h"

#include <vector>

namespace alignoscope::probing {

/// What the next word would be with other attention weights: permuted ones (Jain & Wallace 2019, algorithm 1) and
/// uniform ones (Wiegreffe & Pinter 2019, section 3.1).
///
/// The deep output reads the weights through the context alone, so those of one step need no pass of their own:
///
///     t̃'_t = t̃_t + C_o Σ_j (α'_j − α_tj) h_j
///
/// Holds memory; not thread-safe.
class Permutation {
public:
    Permutation(const Network& network, const Weights& weights) : m_network(network), m_weights(weights) { }

    /// Takes one pair's pass and its distributions p_t (V × T), both of which must stay until the next.
    void begin(const ForcedPass& pass, const nn::Buffer<float>& whole);

    /// ½ Σ_v |p_t − p'_t| at target position t when the weights at t alone are others: a column of `others`, S × k,
    /// each.
    std::vector<double> changes(Index t, const nn::ConstMatrixRef<float>& others);

    struct Change {
        double permuted = 0; ///< median over random permutations of α_t
        double uniform = 0;  ///< with weights 1 / S
    };
    Change change(Index t, int permutations, nn::Random random);

    /// The summed loss when the weights are 1 / S at every step.
    double uniformLoss();

private:
    [[nodiscard]] Eigen::Map<const nn::Vector<float>> weightsAt(Index t) const;

    const Network& m_network;
    const Weights& m_weights;
    const ForcedPass* m_pass = nullptr;
    const nn::Buffer<float>* m_whole = nullptr;
    nn::Buffer<float> m_contextPart; ///< C_o h_j, a row a number of t̃, × S
    nn::Buffer<float> m_others, m_differences, m_deep, m_maxout, m_distributions;
    models::Encoded<float> m_mean;
    models::Decoder<float>::Trace m_decoder;
    nn::SoftmaxScratch<float> m_output;
};

} // namespace alignoscope::probing

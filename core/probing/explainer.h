// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/explanation.h"
#include "probing/leave_one_out.h"
#include "probing/permutation.h"
#include "probing/saliency.h"

#include <vector>

namespace alignoscope::probing {

/// A piece of an explanation that can be computed apart from the others.
struct ExplanationShare {
    enum class What { Gradient, LeaveOneOut, OtherWeights } what = What::Gradient;
    Index first = 0, count = 0; ///< target positions; of LeaveOneOut source positions
};

/// All of them, of a size that suits `threads` threads and the memory of a pass.
std::vector<ExplanationShare> explanationShares(Index sources, Index targets, int threads);

/// Gives the numbers of `explanation` their places, all 0. Tokens stay as they are.
void makeRoom(Explanation& explanation, Index sources, Index targets);

/// Computes explanations, one pair after the other. Several of them may work on the shares of one explanation at once,
/// each on its own thread. Holds the memory of its passes; not thread-safe.
class Explainer {
public:
    /// `weights` must be packed for both passes.
    Explainer(const Network& network, const Weights& weights, const ExplanationOptions& options);
    Explainer(const Explainer&) = delete;
    Explainer& operator=(const Explainer&) = delete;

    /// Reads a pair; both must stay until the next, and this where it is.
    void begin(Tokens source, Tokens target);
    /// Attention, log probabilities and losses.
    void fillWhole(Explanation& out);
    void fill(const ExplanationShare& share, Explanation& out);

private:
    const Network& m_network;
    const Weights& m_weights;
    ExplanationOptions m_options;
    Tokens m_source, m_target;
    std::uint64_t m_seed = 0; ///< of this source's permutations
    ForcedPass m_pass;
    nn::Buffer<float> m_distributions; ///< p_t, V × T
    Saliency<float> m_saliency;
    LeaveOneOut m_leaveOneOut;
    Permutation m_permutation;
};

} // namespace alignoscope::probing

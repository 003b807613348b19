// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trained_model.h"
#include "nn/thread_team.h"
#include "training/gradient.h"

#include "alignoscope/dataset.h"

#include <span>
#include <vector>

namespace alignoscope::training {

using nn::ThreadTeam;

/// Packs the weights anew, all threads together: due after every change of the parameters.
void packWeights(nn::Weights<float>& weights, ThreadTeam& team);

/// The loss of one batch and its gradient, the batch split over the threads, each with memory of its own. The same
/// number of threads gives the same bits; another number the same to rounding.
class ParallelGradient {
public:
    ParallelGradient(const models::RnnSearch<float>& network, ThreadTeam& team);

    struct Result {
        double loss = 0;               ///< nats a target token
        std::int64_t targetTokens = 0; ///< EOS included
        double norm = 0;               ///< L2 of the gradient
    };
    /// Afterwards `gradient()` holds the gradient of the mean loss a target token.
    Result compute(const nn::Weights<float>& weights, const EncodedPairs& pairs, std::span<const std::uint32_t> batch,
                   const models::DropoutPlan& dropout, double smoothing);

    [[nodiscard]] const Gradient& gradient() const { return m_gradient; }

private:
    struct Share {
        std::vector<std::span<const TokenId>> sources, targets;
        models::BatchPart part;
        models::RnnSearch<float>::Trace trace;
        nn::ZeroPages gradient; ///< a block; where word tables lie it is never touched
        double loss = 0, squares = 0;
    };
    struct Range {
        std::size_t begin = 0, end = 0;
    };
    void deal(const EncodedPairs& pairs, std::span<const std::uint32_t> batch);
    static const nn::DistinctWords& wordsOf(const Share& share, std::size_t table);
    void clear(Share& share);
    void collectWords();
    void sumGradients(std::size_t part);
    double sumRange(std::size_t begin, std::size_t end);
    double sumWord(std::size_t table, nn::Index place);

    const models::RnnSearch<float>& m_network;
    ThreadTeam& m_team;
    std::vector<Share> m_shares;
    std::vector<Range> m_dense; ///< of the block: all but the word tables
    Gradient m_gradient;        ///< its block is the first share's
};

} // namespace alignoscope::training

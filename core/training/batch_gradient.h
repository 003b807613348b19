// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "nn/page_memory.h"
#include "nn/thread_team.h"
#include "nn/weights.h"
#include "training/gradient.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alignoscope::training {

using nn::ThreadTeam;

/// Packs the weights anew, all threads together: due after every change of the parameters.
void packWeights(nn::Weights<float>& weights, ThreadTeam& team);

struct BatchLoss {
    double loss = 0;               ///< nats a target token
    std::int64_t targetTokens = 0; ///< EOS included; of a classifier a label a text
    double norm = 0;               ///< L2 of the gradient
};

/// The loss of one batch and its gradient, the batch split over the threads, each with memory of its own. The same
/// number of threads gives the same bits; another number the same to rounding.
///
/// `Share` is what one thread works on, and names its Network and Dropout: `clear`, `add` a pair and return what of it
/// counts, `arrange` what was added, `lossAndGradient`, and for each word table `words` and `wordGradient`.
template <class Share>
class BatchGradient {
public:
    using Result = BatchLoss;
    using Network = typename Share::Network;

    BatchGradient(const Network& network, ThreadTeam& team);

    /// Afterwards `gradient()` holds the gradient of the mean loss a target token.
    Result compute(const nn::Weights<float>& weights, const EncodedPairs& pairs, std::span<const std::uint32_t> batch,
                   const typename Share::Dropout& dropout, double smoothing);

    [[nodiscard]] const Gradient& gradient() const { return m_gradient; }

private:
    struct Part {
        Share share;
        nn::ZeroPages gradient; ///< a block; where word tables lie it is never touched
        double loss = 0, squares = 0;
    };
    struct Range {
        std::size_t begin = 0, end = 0;
    };
    std::int64_t deal(const EncodedPairs& pairs, std::span<const std::uint32_t> batch);
    void clear(Part& part);
    void collectWords();
    void sumGradients(std::size_t number);
    double sumRange(std::size_t begin, std::size_t end);
    double sumWord(std::size_t table, nn::Index place);

    const Network& m_network;
    ThreadTeam& m_team;
    std::vector<Part> m_parts;
    std::vector<Range> m_dense; ///< of the block: all but the word tables
    Gradient m_gradient;        ///< its block is the first part's
};

} // namespace alignoscope::training

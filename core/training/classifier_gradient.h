// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text_classifier.h"
#include "nn/page_memory.h"
#include "nn/thread_team.h"
#include "training/gradient.h"

#include "alignoscope/dataset.h"

#include <span>
#include <vector>

namespace alignoscope::training {

using nn::ThreadTeam;

/// The loss of one batch of texts and its gradient, the batch split over the threads as ParallelGradient does. The same
/// number of threads gives the same bits.
class ClassifierGradient {
public:
    ClassifierGradient(const models::TextClassifier<float>& network, ThreadTeam& team);

    struct Result {
        double loss = 0; ///< nats a text
        std::int64_t texts = 0;
        double norm = 0; ///< L2 of the gradient
    };
    /// Afterwards `gradient()` holds the gradient of the mean loss a text.
    Result compute(const nn::Weights<float>& weights, const EncodedPairs& pairs, std::span<const std::uint32_t> batch,
                   const models::ClassifierDropout& dropout, double smoothing);

    [[nodiscard]] const Gradient& gradient() const { return m_gradient; }

private:
    struct Share {
        std::vector<std::span<const TokenId>> texts;
        std::vector<TokenId> labels;
        models::TextBatch batch;
        models::TextClassifier<float>::Trace trace;
        nn::ZeroPages gradient;
        double loss = 0, squares = 0;
    };
    void deal(const EncodedPairs& pairs, std::span<const std::uint32_t> batch);
    void collectWords();
    void sum(std::size_t part);
    double sumDense(std::size_t begin, std::size_t end);
    double sumWord(nn::Index place);

    const models::TextClassifier<float>& m_network;
    ThreadTeam& m_team;
    std::vector<Share> m_shares;
    std::size_t m_dense = 0; ///< where the block goes on behind the word vectors, its first parameter
    Gradient m_gradient;     ///< its block is the first share's
};

} // namespace alignoscope::training

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trained_model.h"
#include "training/batch_gradient.h"

namespace alignoscope::training {

/// Sentence pairs of a batch that one thread works on.
struct PairShare {
    using Network = models::RnnSearch<float>;
    using Dropout = models::DropoutPlan;

    void clear();
    std::int64_t add(const EncodedPairs& pairs, std::uint32_t pair);
    void arrange(const Network& network, int number, nn::Index shares);
    [[nodiscard]] bool empty() const { return m_sources.empty(); }
    double lossAndGradient(const Network& network, const nn::Weights<float>& weights, float* gradient,
                           const Dropout& dropout, float scale, float smoothing);
    [[nodiscard]] const nn::DistinctWords& words(std::size_t table) const
    {
        return table == 0 ? m_part.source.words : m_part.target.words;
    }
    [[nodiscard]] auto wordGradient(std::size_t table) const { return Network::wordGradients(m_trace)[table]; }

private:
    std::vector<std::span<const TokenId>> m_sources, m_targets;
    models::BatchPart m_part;
    Network::Trace m_trace;
};

/// Of the recurrent encoder-decoder.
using ParallelGradient = BatchGradient<PairShare>;
extern template class BatchGradient<PairShare>;

} // namespace alignoscope::training

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rnnsearch.h"

#include <span>
#include <utility>
#include <vector>

namespace alignoscope::probing {

using nn::Index;

/// Gradient × input (Shrikumar et al. 2016, arXiv 1605.01713; for attention Jain & Wallace 2019, section 4.1): by how
/// much, to first order, ln p(y_t) owes to the word vector at each source position.
///
///     g_tj = Σ_k x_jk ∂ ln p(y_t | y_<t, x) / ∂x_jk
///
/// One copy of the pair for every t, whose loss is that of its own word alone, so that a batch of copies gives a row
/// each. A copy's target ends at its word: what comes later does not matter to it. Holds memory; not thread-safe.
template <class Scalar>
class Saliency {
public:
    using Tokens = std::span<const TokenId>;

    /// `weights` must be packed for both passes.
    Saliency(const models::RnnSearch<Scalar>& network, const nn::Weights<Scalar>& weights)
        : m_network(network), m_weights(weights)
    {
    }

    /// Fills rows `first` to `first` + `count` − 1 of `out`, T × S row-major.
    void rows(Tokens source, Tokens target, Index first, Index count, Scalar* out)
    {
        m_sources.assign(static_cast<std::size_t>(count), source);
        m_targets.clear();
        for (Index t = first; t < first + count; ++t)
            m_targets.push_back(target.first(static_cast<std::size_t>(t) + 1));
        m_part.source.assign(m_sources, m_network.sizes().sourceWords, true);
        m_part.target.assign(m_targets, m_part.source, m_network.sizes().targetWords);
        const auto none = models::DropoutPlan::none();
        m_network.forward(m_weights, m_part, none, m_trace);
        seedLastWords();
        m_network.backward(m_weights, nullptr, m_part, none, m_trace);

        const auto x = std::as_const(m_trace.encoder.embedded).map();
        const auto dx = models::RnnSearch<Scalar>::wordGradients(m_trace)[0];
        const auto length = static_cast<Index>(source.size());
        for (Index copy = 0; copy < count; ++copy)
            for (Index j = 0; j < length; ++j)
                out[(first + copy) * length + j] =
                    x.col(m_part.source.annotation(copy) + j).dot(dx.col(m_part.source.annotation(copy) + j));
    }

private:
    /// ∂ ln p(y_t) / ∂t_t at the last position of every copy; 0 elsewhere.
    void seedLastWords()
    {
        const auto& sequences = m_part.target.sequences;
        const Index rows = m_network.sizes().maxout, copies = sequences.sentences();
        const auto maxout = std::as_const(m_trace.maxout).map();
        auto last = m_last.shape(rows, copies), gradient = m_lastGradient.shape(rows, copies);
        m_words.clear();
        for (Index copy = 0; copy < copies; ++copy) {
            const Index column = sequences.column(copy, sequences.length(copy) - 1);
            last.col(copy) = maxout.col(column);
            m_words.push_back(m_part.target.output[static_cast<std::size_t>(column)]);
        }
        m_network.output().logProbabilityGradient(m_weights, last, m_words, m_trace.output, gradient);
        auto seeds = m_trace.maxoutGradient.zeros(rows, sequences.total());
        for (Index copy = 0; copy < copies; ++copy)
            seeds.col(sequences.column(copy, sequences.length(copy) - 1)) = gradient.col(copy);
    }

    const models::RnnSearch<Scalar>& m_network;
    const nn::Weights<Scalar>& m_weights;
    std::vector<Tokens> m_sources, m_targets;
    std::vector<std::int32_t> m_words;
    models::BatchPart m_part;
    typename models::RnnSearch<Scalar>::Trace m_trace;
    nn::Buffer<Scalar> m_last, m_lastGradient;
};

extern template class Saliency<float>;

} // namespace alignoscope::probing

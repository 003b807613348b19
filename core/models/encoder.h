// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/encoder_layer.h"
#include "models/sizes.h"

#include <string>
#include <utility>
#include <vector>

namespace alignoscope::models {

/// What the decoder sees of the source: annotations and the keys of attention, sentence by sentence.
template <class Scalar>
struct Encoded {
    nn::Buffer<Scalar> annotations; ///< h_j, a × all source tokens
    nn::Buffer<Scalar> keys;        ///< U_a h_j, n' × all source tokens; none where the kind of attention wants none
    nn::Buffer<Scalar> summary; ///< what starts the decoder: ←h_1 of every sentence, from the left alone →h_S; n × B
};

/// Recurrent encoder of one or more layers, in one or both directions. With one bidirectional layer of GRUs that of
/// Bahdanau, Cho & Bengio (2015, A.2.1):
///
///     x = [W→; W←] E w + b                 (all directions, once a distinct word)
///     →h, ←h by RecurrentLayer
///     h_j = [→h_j; ←h_j]                   (a)
///     x' = [W'→; W'←] h_j + b'             of every layer above, and again
///     k_j = U_a h_j                        of the last layer
template <class Scalar>
class Encoder {
public:
    struct Trace {
        nn::Buffer<Scalar> embedded;  ///< m × distinct words
        nn::Buffer<Scalar> projected; ///< x of distinct words
        std::vector<typename EncoderLayer<Scalar>::Trace> layers;
        nn::ThreadTeam* team = nullptr; ///< does both directions at once
        nn::Buffer<Scalar> annotationGradient;
        nn::Buffer<Scalar> embeddedGradient; ///< m × distinct words: the embeddings' gradient
    };

    Encoder() = default;
    Encoder(nn::ParameterLayout& layout, const Sizes& sizes, const std::vector<nn::StartBlock>& keys)
        : m_embedding(layout.add("encoder.embedding", sizes.sourceWords, {{nn::Start::Embedding, sizes.embedding}}))
    {
        m_layers.emplace_back(layout, "encoder", sizes, sizes.embedding);
        for (int number = 2; number <= sizes.layers; ++number)
            m_layers.emplace_back(layout, "encoder.layer" + std::to_string(number), sizes, sizes.annotation());
        if (!keys.empty())
            m_keys = layout.add("attention.keys.weight", sizes.annotation(), keys, nn::Factor::Weight);
    }

    void forward(const nn::Weights<Scalar>& weights, const SourceBatch& batch, const nn::Dropout& dropout, Trace& trace,
                 Encoded<Scalar>& out) const
    {
        trace.layers.resize(m_layers.size());
        auto embedded = trace.embedded.shape(m_embedding.rows, batch.words.size());
        nn::lookUp<Scalar>(weights.in(m_embedding), batch.words, dropout, embedded);
        auto projected = trace.projected.shape(m_layers.front().inputRows(), batch.words.size());
        m_layers.front().project(weights, embedded, projected, trace.team);
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            auto& to = i + 1 == m_layers.size() ? out.annotations : trace.layers[i].annotations;
            if (i == 0) {
                m_layers[i].forward(weights, batch, projected, &batch.forwardWord, &batch.backwardWord, trace.layers[i],
                                    trace.team, to);
                continue;
            }
            const auto below = std::as_const(trace.layers[i - 1].annotations).map();
            auto inputs = trace.layers[i].projected.shape(m_layers[i].inputRows(), below.cols());
            m_layers[i].project(weights, below, inputs, trace.team);
            m_layers[i].forward(weights, batch, inputs, nullptr, nullptr, trace.layers[i], trace.team, to);
        }
        const auto annotations = out.annotations.map();
        m_layers.back().summarize(batch, annotations, out.summary);
        auto keys = out.keys.shape(m_keys.rows, annotations.cols());
        if (m_keys.rows > 0)
            multiply(weights.of(m_keys), annotations, keys);
    }

    /// `gradients` holds dL/d of what `forward` filled; its annotations' gradient is completed by the keys' here.
    /// Without a `gradient` block (null) the parameters' is not computed.
    void backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const SourceBatch& batch,
                  const nn::Dropout& dropout, const Encoded<Scalar>& encoded, Trace& trace, Encoded<Scalar>& gradients,
                  nn::ProductScratch<Scalar>& scratch) const
    {
        // k_j = U_a h_j
        auto annotations = gradients.annotations.map();
        if (m_keys.rows > 0) {
            multiplyAdd(weights.transposed(m_keys), gradients.keys.map(), annotations);
            if (gradient)
                multiplyTransposedAdd(gradients.keys.map(), encoded.annotations.map(), m_keys.in(gradient), scratch);
        }
        m_layers.back().summarizeBackward(batch, gradients.summary, annotations);
        for (std::size_t i = m_layers.size() - 1; i > 0; --i) {
            const auto below = std::as_const(trace.layers[i - 1].annotations).map();
            auto inputs = trace.layers[i].projected.zeros(m_layers[i].inputRows(), below.cols());
            m_layers[i].backward(weights, gradient, batch, nullptr, nullptr, annotations, trace.layers[i], inputs,
                                 scratch);
            m_layers[i].projectBackward(weights, gradient, below, inputs, scratch);
            new (&annotations) nn::MatrixMap<Scalar>(trace.annotationGradient.shape(below.rows(), below.cols()));
            m_layers[i].toBelow(weights, inputs, annotations);
        }
        auto projected = trace.projected.zeros(m_layers.front().inputRows(), batch.words.size());
        m_layers.front().backward(weights, gradient, batch, &batch.forwardWord, &batch.backwardWord, annotations,
                                  trace.layers.front(), projected, scratch);
        m_layers.front().projectBackward(weights, gradient, trace.embedded.map(), projected, scratch);
        auto embedded = trace.embeddedGradient.shape(m_embedding.rows, batch.words.size());
        m_layers.front().toBelow(weights, projected, embedded);
        nn::lookUpBackward(embedded, batch.words, dropout);
    }

    [[nodiscard]] const nn::Slot& embedding() const { return m_embedding; }
    [[nodiscard]] const std::vector<EncoderLayer<Scalar>>& layers() const { return m_layers; }

private:
    nn::Slot m_embedding, m_keys;
    std::vector<EncoderLayer<Scalar>> m_layers;
};

} // namespace alignoscope::models

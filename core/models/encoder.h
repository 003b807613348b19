// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "nn/gru.h"

namespace alignoscope::models {

/// What the decoder sees of the source: annotations and the keys of attention, sentence by sentence.
template <class Scalar>
struct Encoded {
    nn::Buffer<Scalar> annotations;   ///< h_j = [→h_j; ←h_j], 2n × all source tokens
    nn::Buffer<Scalar> keys;          ///< U_a h_j, n' × all source tokens
    nn::Buffer<Scalar> firstBackward; ///< ←h_1 of every sentence, n × B
};

/// Bidirectional GRU encoder (Bahdanau, Cho & Bengio 2015, A.2.1).
///
///     x = [W_z; W_r; W] E w + b      (both directions: 6n × distinct words)
///     →h, ←h by Gru
///     h_j = [→h_j; ←h_j],  k_j = U_a h_j
template <class Scalar>
class Encoder {
public:
    struct Trace {
        nn::Buffer<Scalar> embedded;  ///< m × distinct words
        nn::Buffer<Scalar> projected; ///< 6n × distinct words
        nn::Buffer<Scalar> inputs;    ///< 3n × N
        nn::Buffer<Scalar> otherInputs;
        nn::ThreadTeam* team = nullptr; ///< does both directions at once
        typename nn::Gru<Scalar>::Trace forward, backward;
        nn::Buffer<Scalar> stateGradient;
        nn::Buffer<Scalar> embeddedGradient; ///< m × distinct words: the embeddings' gradient
    };

    Encoder() = default;
    Encoder(nn::ParameterLayout& layout, Index words, Index embedding, Index hidden, Index alignment)
        : m_embedding(layout.add("encoder.embedding", words, {{nn::Start::Embedding, embedding}})),
          m_input(layout.add("encoder.input.weight", embedding,
                             std::vector(6, nn::StartBlock{nn::Start::Weight, hidden}), nn::Factor::Weight)),
          m_bias(layout.add("encoder.input.bias", 1, {{nn::Start::Zero, 6 * hidden}})),
          m_forward(layout, "encoder.forward", hidden), m_backward(layout, "encoder.backward", hidden),
          m_keys(
              layout.add("attention.keys.weight", 2 * hidden, {{nn::Start::Alignment, alignment}}, nn::Factor::Weight))
    {
    }

    void forward(const nn::Weights<Scalar>& weights, const SourceBatch& batch, const nn::Dropout& dropout, Trace& trace,
                 Encoded<Scalar>& out) const
    {
        const Index n = m_forward.units(), total = batch.sequences.total();
        auto embedded = trace.embedded.shape(m_embedding.rows, batch.words.size());
        nn::lookUp<Scalar>(weights.in(m_embedding), batch.words, dropout, embedded);
        auto projected = trace.projected.shape(6 * n, batch.words.size());
        multiply(weights.of(m_input), embedded, projected, trace.team);
        projected.colwise() += weights.in(m_bias).col(0);

        const auto readFromLeft = [&](nn::Buffer<Scalar>& buffer) {
            auto inputs = buffer.shape(3 * n, total);
            nn::gather(projected.topRows(3 * n), batch.forwardWord, inputs);
            m_forward.forward(weights, batch.sequences, inputs, trace.forward);
        };
        const auto readFromRight = [&](nn::Buffer<Scalar>& buffer) {
            auto inputs = buffer.shape(3 * n, total);
            nn::gather(projected.bottomRows(3 * n), batch.backwardWord, inputs);
            m_backward.forward(weights, batch.sequences, inputs, trace.backward);
        };
        if (trace.team && trace.team->size() > 1) {
            trace.team->run([&](int part) {
                if (part == 0)
                    readFromLeft(trace.inputs);
                else if (part == 1)
                    readFromRight(trace.otherInputs);
            });
        } else {
            readFromLeft(trace.inputs);
            readFromRight(trace.inputs);
        }

        auto annotations = out.annotations.shape(2 * n, total);
        auto first = out.firstBackward.shape(n, batch.sentences());
        forTokens(batch, [&](Index annotation, Index left, Index right) {
            annotations.col(annotation).head(n) = trace.forward.states.map().col(left);
            annotations.col(annotation).tail(n) = trace.backward.states.map().col(right);
        });
        for (Index b = 0; b < batch.sentences(); ++b)
            first.col(b) = annotations.col(batch.annotation(b)).tail(n);
        multiply(weights.of(m_keys), annotations, out.keys.shape(m_keys.rows, total));
    }

    /// `gradients` holds dL/d of what `forward` filled; its annotations' gradient is completed by the keys' here.
    /// Without a `gradient` block (null) the parameters' is not computed.
    void backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const SourceBatch& batch,
                  const nn::Dropout& dropout, const Encoded<Scalar>& encoded, Trace& trace, Encoded<Scalar>& gradients,
                  nn::ProductScratch<Scalar>& scratch) const
    {
        const Index n = m_forward.units(), total = batch.sequences.total();
        // k_j = U_a h_j
        auto annotations = gradients.annotations.map();
        multiplyAdd(weights.transposed(m_keys), gradients.keys.map(), annotations);
        if (gradient)
            multiplyTransposedAdd(gradients.keys.map(), encoded.annotations.map(), m_keys.in(gradient), scratch);
        for (Index b = 0; b < batch.sentences(); ++b)
            annotations.col(batch.annotation(b)).tail(n) += gradients.firstBackward.map().col(b);

        auto projected = trace.projected.zeros(6 * n, batch.words.size());
        auto states = trace.stateGradient.shape(n, total);
        auto inputs = trace.inputs.shape(3 * n, total);
        forTokens(batch,
                  [&](Index annotation, Index left, Index) { states.col(left) = annotations.col(annotation).head(n); });
        m_forward.backward(weights, gradient, batch.sequences, trace.forward, states, inputs, scratch);
        nn::scatterAdd(inputs, batch.forwardWord, projected.topRows(3 * n));
        forTokens(batch, [&](Index annotation, Index, Index right) {
            states.col(right) = annotations.col(annotation).tail(n);
        });
        m_backward.backward(weights, gradient, batch.sequences, trace.backward, states, inputs, scratch);
        nn::scatterAdd(inputs, batch.backwardWord, projected.bottomRows(3 * n));

        // x = W E w + b
        if (gradient) {
            m_bias.in(gradient).col(0) += projected.rowwise().sum();
            multiplyTransposedAdd(projected, trace.embedded.map(), m_input.in(gradient), scratch);
        }
        auto embedded = trace.embeddedGradient.shape(m_embedding.rows, batch.words.size());
        multiply(weights.transposed(m_input), projected, embedded);
        nn::lookUpBackward(embedded, batch.words, dropout);
    }

    [[nodiscard]] const nn::Slot& embedding() const { return m_embedding; }

private:
    /// Calls work(annotation, its packed column from the left, its packed column from the right) for every token.
    template <class Work>
    static void forTokens(const SourceBatch& batch, Work&& work)
    {
        for (Index b = 0; b < batch.sentences(); ++b)
            for (Index t = 0, length = batch.sequences.length(b); t < length; ++t)
                work(batch.annotation(b) + t, batch.sequences.column(b, t), batch.sequences.column(b, length - 1 - t));
    }

    nn::Slot m_embedding, m_input, m_bias;
    nn::Gru<Scalar> m_forward, m_backward;
    nn::Slot m_keys;
};

} // namespace alignoscope::models

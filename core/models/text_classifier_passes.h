// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two passes of TextClassifier, for whoever instantiates it (the library in float, tests in double).
#include "models/text_classifier.h"
#include "nn/global_pooling.h"

namespace alignoscope::models {

template <class Scalar>
TextClassifier<Scalar>::TextClassifier(const ClassifierSizes& sizes)
    : m_sizes(sizes), m_embedding(m_layout.add("embedding", sizes.words, {{nn::Start::Embedding, sizes.embedding}})),
      m_frozen(m_layout.add("embedding.frozen", 1, {{nn::Start::Zero, sizes.words}})),
      m_input(m_layout.add("encoder.input.weight", sizes.embedding,
                           std::vector(6, nn::StartBlock{nn::Start::Weight, sizes.units}), nn::Factor::Weight)),
      m_bias(m_layout.add("encoder.input.bias", 1, {{nn::Start::Zero, 6 * sizes.units}})),
      m_forward(m_layout, "encoder.forward", RecurrentCell::Gru, sizes.units),
      m_backward(m_layout, "encoder.backward", RecurrentCell::Gru, sizes.units),
      m_attention(m_layout, "attention", 2 * sizes.units, sizes.positions),
      m_convolution(m_layout, "convolution", 2 * sizes.units, sizes.kernel, sizes.filters),
      m_dense(m_layout, "dense", 2 * sizes.units + 2 * sizes.filters, sizes.dense),
      m_output(m_layout, "output", sizes.dense, sizes.labels)
{
}

template <class Scalar>
Index TextClassifier<Scalar>::parameters(const Scalar* block) const
{
    const auto frozen = static_cast<Index>(m_frozen.in(block).sum());
    return m_layout.parameters() - m_sizes.words - frozen * m_sizes.embedding;
}

template <class Scalar>
void TextClassifier<Scalar>::forward(const nn::Weights<Scalar>& weights, const TextBatch& batch,
                                     const ClassifierDropout& dropout, Trace& trace) const
{
    embed(weights, batch, dropout, trace);
    read(weights, batch, trace);
    summarize(weights, batch, trace);
    // u = max(0, W [a; average; maximum] + b)
    auto hidden = trace.hidden.shape(m_dense.outputs(), batch.texts());
    m_dense.forward(weights, trace.features.map(), hidden);
    auto dropped = trace.dropped.shape(hidden.rows(), hidden.cols());
    dropped = hidden;
    if (dropout.hidden.active())
        for (Index b = 0; b < batch.texts(); ++b)
            dropout.hidden.apply(dropped.col(b), batch.dropoutKey[static_cast<std::size_t>(b)]);
    m_output.logits(weights, dropped, trace.logits.shape(m_sizes.labels, batch.texts()));
}

template <class Scalar>
double TextClassifier<Scalar>::lossAndGradient(const nn::Weights<Scalar>& weights, Scalar* gradient,
                                               const TextBatch& batch, const ClassifierDropout& dropout, Scalar scale,
                                               Scalar smoothing, Trace& trace) const
{
    forward(weights, batch, dropout, trace);
    auto hidden = trace.hiddenGradient.shape(m_dense.outputs(), batch.texts());
    const double loss = m_output.lossAndGradient(weights, gradient, trace.dropped.map(), batch.label, scale, smoothing,
                                                 trace.output, hidden);
    if (dropout.hidden.active())
        for (Index b = 0; b < batch.texts(); ++b)
            dropout.hidden.apply(hidden.col(b), batch.dropoutKey[static_cast<std::size_t>(b)]);
    auto features = trace.featureGradient.shape(trace.features.map().rows(), batch.texts());
    m_dense.backward(weights, gradient, trace.features.map(), trace.hidden.map(), hidden, features, trace.products);
    summarizeBackward(weights, gradient, batch, trace);
    readBackward(weights, gradient, batch, trace);
    embedBackward(weights, gradient, batch, dropout, trace);
    return loss;
}

/// x_j = mask ∘ E w_j
template <class Scalar>
void TextClassifier<Scalar>::embed(const nn::Weights<Scalar>& weights, const TextBatch& batch,
                                   const ClassifierDropout& dropout, Trace& trace) const
{
    const auto table = weights.in(m_embedding);
    auto embedded = trace.embedded.shape(m_sizes.embedding, batch.columns());
    for (Index column = 0; column < batch.columns(); ++column)
        embedded.col(column) =
            table.col(batch.words.words()[static_cast<std::size_t>(batch.word[static_cast<std::size_t>(column)])]);
    const nn::SpatialDropout<Scalar> spatial{dropout.spatial};
    for (Index b = 0; b < batch.texts(); ++b)
        spatial.apply(embedded.middleCols(batch.first(b), batch.length(b)),
                      batch.dropoutKey[static_cast<std::size_t>(b)]);
}

/// The backward of embed: dE of the distinct words; none of the frozen ones.
template <class Scalar>
void TextClassifier<Scalar>::embedBackward(const nn::Weights<Scalar>& weights, Scalar* gradient, const TextBatch& batch,
                                           const ClassifierDropout& dropout, Trace& trace) const
{
    // inputs = [W_z; W_r; W] x + b
    auto projected = trace.projectedGradient.map();
    m_bias.in(gradient).col(0) += projected.rowwise().sum();
    multiplyTransposedAdd(projected, trace.embedded.map(), m_input.in(gradient), trace.products);
    auto tokens = trace.tokenGradient.shape(m_sizes.embedding, batch.columns());
    multiply(weights.transposed(m_input), projected, tokens);
    const nn::SpatialDropout<Scalar> spatial{dropout.spatial};
    for (Index b = 0; b < batch.texts(); ++b)
        spatial.apply(tokens.middleCols(batch.first(b), batch.length(b)),
                      batch.dropoutKey[static_cast<std::size_t>(b)]);
    auto words = trace.wordGradient.zeros(m_sizes.embedding, batch.words.size());
    nn::scatterAdd(tokens, batch.word, words);
    const auto frozen = weights.in(m_frozen);
    for (Index i = 0; i < words.cols(); ++i)
        if (frozen(batch.words.words()[static_cast<std::size_t>(i)], 0) != Scalar(0))
            words.col(i).setZero();
}

/// h_j = [→h_j; ←h_j]
template <class Scalar>
void TextClassifier<Scalar>::read(const nn::Weights<Scalar>& weights, const TextBatch& batch, Trace& trace) const
{
    const Index n = m_sizes.units, total = batch.columns();
    auto projected = trace.projected.shape(6 * n, total);
    multiply(weights.of(m_input), trace.embedded.map(), projected);
    projected.colwise() += weights.in(m_bias).col(0);
    auto inputs = trace.inputs.shape(3 * n, total);
    auto annotations = trace.annotations.shape(2 * n, total);
    nn::gather(projected.topRows(3 * n), batch.forward, inputs);
    m_forward.forward(weights, batch.sequences, inputs, trace.forward);
    nn::gather(projected.bottomRows(3 * n), batch.backward, inputs);
    m_backward.forward(weights, batch.sequences, inputs, trace.backward);
    for (Index packed = 0; packed < total; ++packed) {
        const auto at = static_cast<std::size_t>(packed);
        annotations.col(batch.forward[at]).head(n) = trace.forward.states.map().col(packed);
        annotations.col(batch.backward[at]).tail(n) = trace.backward.states.map().col(packed);
    }
}

template <class Scalar>
void TextClassifier<Scalar>::readBackward(const nn::Weights<Scalar>& weights, Scalar* gradient, const TextBatch& batch,
                                          Trace& trace) const
{
    const Index n = m_sizes.units, total = batch.columns();
    const auto annotations = trace.annotationGradient.map();
    auto states = trace.stateGradient.shape(n, total);
    auto inputs = trace.inputs.shape(3 * n, total);
    auto projected = trace.projectedGradient.shape(6 * n, total);
    nn::gather(annotations.topRows(n), batch.forward, states);
    m_forward.backward(weights, gradient, batch.sequences, trace.forward, states, inputs, trace.products);
    for (Index packed = 0; packed < total; ++packed)
        projected.col(batch.forward[static_cast<std::size_t>(packed)]).head(3 * n) = inputs.col(packed);
    nn::gather(annotations.bottomRows(n), batch.backward, states);
    m_backward.backward(weights, gradient, batch.sequences, trace.backward, states, inputs, trace.products);
    for (Index packed = 0; packed < total; ++packed)
        projected.col(batch.backward[static_cast<std::size_t>(packed)]).tail(3 * n) = inputs.col(packed);
}

/// [a; average; maximum]
template <class Scalar>
void TextClassifier<Scalar>::summarize(const nn::Weights<Scalar>& weights, const TextBatch& batch, Trace& trace) const
{
    const Index d = 2 * m_sizes.units, f = m_sizes.filters;
    trace.windowStart.assign(1, 0);
    for (Index b = 0; b < batch.texts(); ++b)
        trace.windowStart.push_back(trace.windowStart.back() + m_convolution.windows(batch.length(b)));
    auto windows = trace.windows.shape(m_convolution.windowRows(), trace.windowStart.back());
    auto filtered = trace.filtered.shape(f, windows.cols());
    auto features = trace.features.shape(d + 2 * f, batch.texts());
    auto scores = trace.scores.shape(batch.columns(), 1);
    auto alphas = trace.alphas.shape(batch.columns(), 1);
    auto largest = trace.largest.shape(f, batch.texts());
    for (Index b = 0; b < batch.texts(); ++b) {
        const Index from = trace.windowStart[static_cast<std::size_t>(b)];
        const auto text = trace.annotations.map().middleCols(batch.first(b), batch.length(b));
        m_attention.forward(weights, text, scores.col(0).segment(batch.first(b), text.cols()),
                            alphas.col(0).segment(batch.first(b), text.cols()), features.col(b).head(d));
        m_convolution.unfold(text, windows.middleCols(from, m_convolution.windows(text.cols())));
    }
    m_convolution.forward(weights, windows, filtered);
    for (Index b = 0; b < batch.texts(); ++b) {
        const Index from = trace.windowStart[static_cast<std::size_t>(b)];
        nn::globalPooling(filtered.middleCols(from, m_convolution.windows(batch.length(b))),
                          features.col(b).segment(d, f), features.col(b).segment(d + f, f), largest.col(b));
    }
}

template <class Scalar>
void TextClassifier<Scalar>::summarizeBackward(const nn::Weights<Scalar>& weights, Scalar* gradient,
                                               const TextBatch& batch, Trace& trace) const
{
    const Index d = 2 * m_sizes.units, f = m_sizes.filters;
    const auto features = trace.featureGradient.map();
    auto annotations = trace.annotationGradient.zeros(d, batch.columns());
    auto filtered = trace.filteredGradient.shape(f, trace.windowStart.back());
    auto windows = trace.windowGradient.shape(m_convolution.windowRows(), trace.windowStart.back());
    for (Index b = 0; b < batch.texts(); ++b) {
        const Index from = trace.windowStart[static_cast<std::size_t>(b)];
        nn::globalPoolingBackward(features.col(b).segment(d, f), features.col(b).segment(d + f, f),
                                  trace.largest.map().col(b),
                                  filtered.middleCols(from, m_convolution.windows(batch.length(b))));
    }
    m_convolution.backward(weights, gradient, trace.windows.map(), filtered, windows, trace.products);
    for (Index b = 0; b < batch.texts(); ++b) {
        const Index from = trace.windowStart[static_cast<std::size_t>(b)], first = batch.first(b),
                    size = batch.length(b);
        m_convolution.fold(windows.middleCols(from, m_convolution.windows(size)), annotations.middleCols(first, size));
        m_attention.backward(weights, gradient, trace.annotations.map().middleCols(first, size),
                             trace.scores.map().col(0).segment(first, size),
                             trace.alphas.map().col(0).segment(first, size), features.col(b).head(d), trace.attention,
                             annotations.middleCols(first, size));
    }
}

} // namespace alignoscope::models

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The passes of RnnSearch, for whoever instantiates it: rnnsearch.cpp in float, the gradient checks in double.
#include "models/rnnsearch.h"
#include "nn/attention_passes.h"

namespace alignoscope::models {

template <class Scalar>
void RnnSearch<Scalar>::forward(const nn::Weights<Scalar>& weights, const BatchPart& part, const DropoutPlan& dropout,
                                Trace& trace) const
{
    const Index total = part.target.sequences.total();
    m_encoder.forward(weights, part.source, dropout.source, trace.encoder, trace.encoded);

    auto projected = trace.projected.shape(projectedRows(), part.target.words.size());
    projectWords(weights, part.target.words, dropout.target, trace.embedded, projected);
    auto inputs = trace.inputs.shape(inputRows(), total);
    nn::gather(projected.topRows(inputRows()), part.target.inputWord, inputs);
    m_decoder->forward(weights, part, trace.encoded, inputs, dropout, trace.decoder);

    auto deep = trace.deep.shape(m_head.rows(), total);
    auto maxout = trace.maxout.shape(m_sizes.maxout, total);
    deepOutput(weights, projected, part.target.inputWord, m_decoder->headStates(trace.decoder),
               trace.decoder.contexts.map(), deep, maxout);
    if (dropout.output.active())
        for (Index column = 0; column < total; ++column)
            dropout.output.apply(maxout.col(column), part.target.dropoutKey[static_cast<std::size_t>(column)]);
}

template <class Scalar>
nn::OutputScore RnnSearch<Scalar>::score(const nn::Weights<Scalar>& weights, const BatchPart& part, Trace& trace,
                                         std::vector<double>* columnLoss, std::vector<bool>* columnCorrect) const
{
    forward(weights, part, DropoutPlan::none(), trace);
    return m_output.score(weights, trace.maxout.map(), part.target.output, trace.output, columnLoss, columnCorrect);
}

template <class Scalar>
double RnnSearch<Scalar>::lossAndGradient(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                                          const DropoutPlan& dropout, Scalar scale, Scalar smoothing,
                                          Trace& trace) const
{
    forward(weights, part, dropout, trace);
    auto maxoutGradient = trace.maxoutGradient.shape(m_sizes.maxout, part.target.sequences.total());
    const double loss = m_output.lossAndGradient(weights, gradient, trace.maxout.map(), part.target.output, scale,
                                                 smoothing, trace.output, maxoutGradient);
    const bool covers = m_decoder->attention().readsCoverage();
    backward(weights, gradient, part, dropout, trace,
             covers ? scale * static_cast<Scalar>(m_sizes.attention.coverageLoss) : Scalar(0));
    return loss;
}

template <class Scalar>
void RnnSearch<Scalar>::backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                                 const DropoutPlan& dropout, Trace& trace, Scalar coverageScale) const
{
    const Index total = part.target.sequences.total();
    auto maxoutGradient = trace.maxoutGradient.map();
    if (dropout.output.active())
        for (Index column = 0; column < total; ++column)
            dropout.output.apply(maxoutGradient.col(column), part.target.dropoutKey[static_cast<std::size_t>(column)]);
    auto deep = trace.deep.map(); // becomes its gradient
    m_head.activateBackward(deep, maxoutGradient, deep);
    auto headGradient = trace.headGradient.shape(m_sizes.hidden, total);
    auto contextGradient = trace.contextGradient.shape(m_sizes.annotation(), total);
    m_head.backward(weights, deep, headGradient, contextGradient);

    auto& gradients = trace.encodedGradient;
    gradients.annotations.zeros(m_sizes.annotation(), part.source.annotations());
    gradients.keys.zeros(trace.encoded.keys.map().rows(), part.source.annotations());
    gradients.summary.zeros(m_sizes.encoderUnits(), part.source.sentences());
    auto inputs = trace.inputs.shape(inputRows(), total);
    m_decoder->backward(weights, gradient, part, trace.encoded, dropout, coverageScale, trace.decoder, headGradient,
                        contextGradient, inputs, gradients, trace.products);
    if (m_sizes.inputFeeding) // t̃ is read by the next step too
        deep += trace.decoder.fed.map();
    if (gradient)
        m_head.parameterGradient(gradient, deep, m_decoder->headStates(trace.decoder), trace.decoder.contexts.map(),
                                 trace.products);

    // [x; v] = W E y_{i−1} + b
    auto projected = trace.projected.zeros(projectedRows(), part.target.words.size());
    nn::scatterAdd(inputs, part.target.inputWord, projected.topRows(inputRows()));
    if (wordRows() > 0)
        nn::scatterAdd(deep, part.target.inputWord, projected.bottomRows(wordRows()));
    if (gradient) {
        m_bias.in(gradient).col(0) += projected.rowwise().sum();
        multiplyTransposedAdd(projected, trace.embedded.map(), m_input.in(gradient), trace.products);
    }
    auto embedded = trace.embeddedGradient.shape(m_sizes.embedding, part.target.words.size());
    multiply(weights.transposed(m_input), projected, embedded);
    nn::lookUpBackward(embedded, part.target.words, dropout.target);
    if (gradient && m_sizes.tieEmbeddings)
        for (Index i = 0; i < part.target.words.size(); ++i)
            m_embedding.in(gradient).col(part.target.words.words()[static_cast<std::size_t>(i)]) += embedded.col(i);

    m_encoder.backward(weights, gradient, part.source, dropout.source, trace.encoded, trace.encoder, gradients,
                       trace.products);
}

} // namespace alignoscope::models

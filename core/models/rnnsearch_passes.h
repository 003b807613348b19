// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The passes of RnnSearch, for whoever instantiates it: rnnsearch.cpp in float, the gradient checks in double.
#include "models/rnnsearch.h"

namespace alignoscope::models {

template <class Scalar>
void RnnSearch<Scalar>::forward(const nn::Weights<Scalar>& weights, const BatchPart& part, const DropoutPlan& dropout,
                                Trace& trace) const
{
    const Index n = m_sizes.hidden, l = m_sizes.maxout, total = part.target.sequences.total();
    m_encoder.forward(weights, part.source, dropout.source, trace.encoder, trace.encoded);

    auto projected = trace.projected.shape(3 * n + 2 * l, part.target.words.size());
    projectWords(weights, part.target.words, dropout.target, trace.embedded, projected);
    auto inputs = trace.inputs.shape(3 * n, total);
    nn::gather(projected.topRows(3 * n), part.target.inputWord, inputs);
    m_decoder.forward(weights, part, trace.encoded, inputs, trace.decoder);

    auto deep = trace.deep.shape(2 * l, total);
    nn::gather(projected.bottomRows(2 * l), part.target.inputWord, deep);
    auto maxout = trace.maxout.shape(l, total);
    deepOutput(weights, trace.decoder.previous.map(), trace.decoder.contexts.map(), deep, maxout);
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
    backward(weights, gradient, part, dropout, trace);
    return loss;
}

template <class Scalar>
void RnnSearch<Scalar>::backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                                 const DropoutPlan& dropout, Trace& trace) const
{
    const Index n = m_sizes.hidden, l = m_sizes.maxout, total = part.target.sequences.total();
    auto maxoutGradient = trace.maxoutGradient.map();
    if (dropout.output.active())
        for (Index column = 0; column < total; ++column)
            dropout.output.apply(maxoutGradient.col(column), part.target.dropoutKey[static_cast<std::size_t>(column)]);
    // t̃ = U_o s_{i−1} + v_i + C_o c_i, t = maxout(t̃)
    auto deep = trace.deep.map(); // becomes its gradient
    nn::maxoutBackward(deep, maxoutGradient, deep);
    const auto states = trace.decoder.previous.map();
    const auto contexts = trace.decoder.contexts.map();
    if (gradient) {
        multiplyTransposedAdd(deep, states, m_deepState.in(gradient), trace.products);
        multiplyTransposedAdd(deep, contexts, m_deepContext.in(gradient), trace.products);
    }
    auto previousGradient = trace.previousGradient.shape(n, total);
    multiply(weights.transposed(m_deepState), deep, previousGradient);
    auto contextGradient = trace.contextGradient.shape(2 * n, total);
    multiply(weights.transposed(m_deepContext), deep, contextGradient);

    auto& gradients = trace.encodedGradient;
    gradients.annotations.zeros(2 * n, part.source.annotations());
    gradients.keys.zeros(m_sizes.alignment, part.source.annotations());
    gradients.firstBackward.zeros(n, part.source.sentences());
    auto inputs = trace.inputs.shape(3 * n, total);
    m_decoder.backward(weights, gradient, part, trace.encoded, trace.decoder, previousGradient, contextGradient, inputs,
                       gradients, trace.products);

    // [x; v] = W E y_{i−1} + b
    auto projected = trace.projected.zeros(3 * n + 2 * l, part.target.words.size());
    nn::scatterAdd(inputs, part.target.inputWord, projected.topRows(3 * n));
    nn::scatterAdd(deep, part.target.inputWord, projected.bottomRows(2 * l));
    if (gradient) {
        m_bias.in(gradient).col(0) += projected.rowwise().sum();
        multiplyTransposedAdd(projected, trace.embedded.map(), m_input.in(gradient), trace.products);
    }
    auto embedded = trace.embeddedGradient.shape(m_sizes.embedding, part.target.words.size());
    multiply(weights.transposed(m_input), projected, embedded);
    nn::lookUpBackward(embedded, part.target.words, dropout.target);

    m_encoder.backward(weights, gradient, part.source, dropout.source, trace.encoded, trace.encoder, gradients,
                       trace.products);
}

} // namespace alignoscope::models

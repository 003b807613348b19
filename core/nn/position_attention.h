// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/weights.h"

namespace alignoscope::nn {

/// Attention of a text over its own words, without a query (after Raffel & Ellis 2015, with a bias of its own for every
/// position):
///
///     e_j = tanh(wᵀ h_j + b_j)      w: d, b: positions
///     α   = softmax(e)              over the S words of the text
///     a   = Σ_j α_j h_j             (d)
template <class Scalar>
class PositionAttention {
public:
    PositionAttention() = default;
    PositionAttention(ParameterLayout& layout, const std::string& name, Index features, Index positions)
        : m_weight(layout.add(name + ".weight", 1, {{Start::Weight, features}})),
          m_bias(layout.add(name + ".bias", 1, {{Start::Zero, positions}}))
    {
    }

    /// `annotations` d × S, S at most `positions`; fills `scores` (e, S), `alphas` (S) and `context` (d).
    template <class Scores, class Alphas, class Context>
    void forward(const Weights<Scalar>& weights, const ConstMatrixRef<Scalar>& annotations, Scores&& scores,
                 Alphas&& alphas, Context&& context) const
    {
        scores.noalias() = annotations.transpose() * weights.in(m_weight).col(0);
        scores += weights.in(m_bias).col(0).head(annotations.cols());
        scores.array() = scores.array().tanh();
        alphas.array() = (scores.array() - scores.maxCoeff()).exp();
        alphas /= alphas.sum();
        context.noalias() = annotations * alphas;
    }

    /// Of one text; `contextGradient` (d) in. Adds to the gradients of annotations, w and b.
    template <class Scores, class Alphas, class Context>
    void backward(const Weights<Scalar>& weights, Scalar* gradient, const ConstMatrixRef<Scalar>& annotations,
                  const Scores& scores, const Alphas& alphas, const Context& contextGradient, Buffer<Scalar>& scratch,
                  MatrixRef<Scalar> annotationGradient) const
    {
        auto inner = scratch.shape(annotations.cols(), 1).col(0);
        // a = Σ α_j h_j
        annotationGradient.noalias() += contextGradient * alphas.transpose();
        inner.noalias() = annotations.transpose() * contextGradient;
        // α = softmax(e)
        inner.array() = alphas.array() * (inner.array() - alphas.dot(inner));
        // e_j = tanh(wᵀ h_j + b_j)
        inner.array() *= 1 - scores.array().square();
        annotationGradient.noalias() += weights.in(m_weight).col(0) * inner.transpose();
        m_weight.in(gradient).col(0).noalias() += annotations * inner;
        m_bias.in(gradient).col(0).head(inner.size()) += inner;
    }

private:
    Slot m_weight, m_bias;
};

} // namespace alignoscope::nn

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/parameters.h"

#include <cmath>

namespace alignoscope::nn {

/// Additive attention of one query over one sentence (Bahdanau, Cho & Bengio 2015, A.1.2):
///
///     e_j = v_aᵀ tanh(q + k_j)       q = W_a s_{i−1}, k_j = U_a h_j       (n' each)
///     α   = softmax(e)               over the S real tokens of the sentence
///     c   = Σ_j α_j h_j              (2n)
///
/// The products that make q and k belong to the decoder and the encoder, which fuse them with others; the layer itself
/// owns v_a.
template <class Scalar>
class AdditiveAttention {
public:
    AdditiveAttention() = default;
    AdditiveAttention(ParameterLayout& layout, const std::string& name, Index alignment)
        : m_score(layout.add(name + ".score", 1, {{Start::Zero, alignment}}))
    {
    }

    /// `keys` n' × S, `annotations` 2n × S; fills `weights` (S) and `context` (2n). `scratch` is n' × S.
    template <class Query, class Weights, class Context>
    void forward(const Scalar* parameters, const Query& query, const ConstMatrixRef<Scalar>& keys,
                 const ConstMatrixRef<Scalar>& annotations, Buffer<Scalar>& scratch, Weights&& weights,
                 Context&& context) const
    {
        const auto v = m_score.in(parameters).col(0);
        auto activation = scratch.shape(keys.rows(), keys.cols());
        activation = (keys.colwise() + query).array().tanh();
        weights.noalias() = activation.transpose() * v;
        weights.array() = (weights.array() - weights.maxCoeff()).exp();
        weights /= weights.sum();
        context.noalias() = annotations * weights;
    }

    /// `contextGradient` (2n) in; adds to the gradients of query (n'), keys (n' × S), annotations (2n × S) and v_a.
    /// tanh is computed again rather than kept: it costs less than S × T × n' numbers of memory.
    template <class Query, class Weights, class Context, class QueryGradient>
    void backward(const Scalar* parameters, Scalar* gradient, const Query& query, const ConstMatrixRef<Scalar>& keys,
                  const ConstMatrixRef<Scalar>& annotations, const Weights& weights, const Context& contextGradient,
                  Buffer<Scalar>& scratch, Vector<Scalar>& scores, QueryGradient&& queryGradient,
                  MatrixRef<Scalar> keyGradient, MatrixRef<Scalar> annotationGradient) const
    {
        const auto v = m_score.in(parameters).col(0);
        // c = Σ α_j h_j
        annotationGradient.noalias() += contextGradient * weights.transpose();
        scores.noalias() = annotations.transpose() * contextGradient;
        // α = softmax(e)
        scores = weights.array() * (scores.array() - weights.dot(scores));
        // e_j = vᵀ tanh(q + k_j)
        auto activation = scratch.shape(keys.rows(), keys.cols());
        activation = (keys.colwise() + query).array().tanh();
        m_score.in(gradient).col(0).noalias() += activation * scores;
        activation.array() = 1 - activation.array().square();
        for (Index j = 0; j < keys.cols(); ++j) {
            activation.col(j).array() *= v.array() * scores[j];
            keyGradient.col(j) += activation.col(j);
            queryGradient += activation.col(j);
        }
    }

private:
    Slot m_score;
};

} // namespace alignoscope::nn

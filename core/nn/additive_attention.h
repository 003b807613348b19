// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/weights.h"

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

    /// `keys` n' × S, `annotations` 2n × S; fills `alphas` (S) and `context` (2n).
    template <class Query, class Alphas, class Context>
    void forward(const Weights<Scalar>& weights, const Query& query, const ConstMatrixRef<Scalar>& keys,
                 const ConstMatrixRef<Scalar>& annotations, Alphas&& alphas, Context&& context) const
    {
        const auto v = weights.in(m_score).col(0);
        for (Index j = 0; j < keys.cols(); ++j)
            alphas[j] = ((keys.col(j) + query).array().tanh() * v.array()).sum();
        alphas.array() = (alphas.array() - alphas.maxCoeff()).exp();
        alphas /= alphas.sum();
        this->context(annotations, alphas, context);
    }

    /// c of weights that come from elsewhere.
    template <class Alphas, class Context>
    void context(const ConstMatrixRef<Scalar>& annotations, const Alphas& alphas, Context&& context) const
    {
        context.noalias() = annotations * alphas;
    }

    /// `contextGradient` (2n) in; adds to the gradients of query (n'), keys (n' × S), annotations (2n × S) and v_a (not
    /// where `gradient` is null). tanh is computed again rather than kept: it costs less than S × T × n' numbers of
    /// memory.
    template <class Query, class Alphas, class Context, class QueryGradient>
    void backward(const Weights<Scalar>& weights, Scalar* gradient, const Query& query,
                  const ConstMatrixRef<Scalar>& keys, const ConstMatrixRef<Scalar>& annotations, const Alphas& alphas,
                  const Context& contextGradient, Buffer<Scalar>& scratch, QueryGradient&& queryGradient,
                  MatrixRef<Scalar> keyGradient, MatrixRef<Scalar> annotationGradient) const
    {
        const auto v = weights.in(m_score).col(0);
        auto work = scratch.shape(keys.rows() + keys.cols(), 1);
        auto scores = work.col(0).tail(keys.cols());
        auto activation = work.col(0).head(keys.rows());
        // c = Σ α_j h_j
        annotationGradient.noalias() += contextGradient * alphas.transpose();
        scores.noalias() = annotations.transpose() * contextGradient;
        // α = softmax(e)
        scores.array() = alphas.array() * (scores.array() - alphas.dot(scores));
        // e_j = vᵀ tanh(q + k_j)
        for (Index j = 0; j < keys.cols(); ++j) {
            activation = (keys.col(j) + query).array().tanh();
            if (gradient)
                m_score.in(gradient).col(0) += scores[j] * activation;
            activation.array() = (scores[j] * v.array()) * (1 - activation.array().square());
            keyGradient.col(j) += activation;
            queryGradient += activation;
        }
    }

private:
    Slot m_score;
};

} // namespace alignoscope::nn

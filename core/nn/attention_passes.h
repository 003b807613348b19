// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The passes of Attention, for whoever instantiates it: attention.cpp in float, the gradient checks in double.
#include "nn/attention.h"
#include "nn/attention_files.h"
#include "nn/state_limit.h"

#include "alignoscope/error.h"

namespace alignoscope::nn {

template <class Scalar>
typename Attention<Scalar>::Stretch Attention<Scalar>::seen(const Weights<Scalar>&, const Input& in) const
{
    const Index length = in.annotations.cols();
    return {0, m_options.causal ? std::min(in.position + 1, length) : length};
}

template <class Scalar>
void Attention<Scalar>::forward(const Weights<Scalar>& weights, const Input& in, Column alphas, Column context,
                                Scratch& scratch) const
{
    const Stretch some = seen(weights, in);
    Column e(alphas.data() + some.first, some.count);
    scores(weights, in, some, e, scratch.scores);
    const bool limited = limitStates(m_options.limit, e, scratch.weights);
    // α = softmax(e)
    const Scalar largest = e.maxCoeff();
    if (limited) // vectorised, exp(−∞) is not quite 0
        e.array() = (e.array() < std::numeric_limits<Scalar>::lowest()).select(Scalar(0), (e.array() - largest).exp());
    else
        e.array() = (e.array() - largest).exp();
    e /= e.sum();
    reweigh(weights, in, some, e);
    alphas.head(some.first).setZero();
    alphas.tail(alphas.size() - some.first - some.count).setZero();
    if (!in.dropout || !in.dropout->active()) {
        this->context(in, ConstColumn(alphas.data(), alphas.size()), context);
        return;
    }
    auto kept = scratch.weights.shape(alphas.size(), 1);
    kept.col(0) = alphas;
    in.dropout->apply(kept.col(0), in.dropoutKey);
    this->context(in, ConstColumn(kept.data(), kept.size()), context);
}

template <class Scalar>
void Attention<Scalar>::context(const Input& in, ConstColumn alphas, Column context) const
{
    context.noalias() = in.annotations * alphas;
}

template <class Scalar>
void Attention<Scalar>::backward(const Weights<Scalar>& weights, const Input& in, ConstColumn alphas,
                                 ConstColumn contextGradient, ConstColumn alphaGradient, Scratch& scratch,
                                 const Gradient& gradient) const
{
    const Index length = alphas.size();
    auto work = scratch.weights.shape(length, 2);
    Column soft(work.col(0).data(), length), back(work.col(1).data(), length);
    soft = alphas;
    // c = Σ α_j h_j, some of the weights dropped
    back.noalias() = in.annotations.transpose() * contextGradient;
    if (in.dropout && in.dropout->active()) {
        in.dropout->apply(soft, in.dropoutKey);
        in.dropout->apply(back, in.dropoutKey);
    }
    auto annotations = gradient.annotations;
    annotations.noalias() += contextGradient * soft.transpose();
    soft = alphas;
    if (alphaGradient.size() > 0)
        back += alphaGradient;
    const Stretch some = seen(weights, in);
    Column a(soft.data() + some.first, some.count), da(back.data() + some.first, some.count);
    reweighBackward(weights, in, some, a, da, gradient);
    // α = softmax(e); what the limit hid has α = 0
    da.array() = a.array() * (da.array() - a.dot(da));
    scoresBackward(weights, in, some, ConstColumn(da.data(), da.size()), scratch.scores, gradient);
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> makeAttention(const AttentionSizes& sizes, const AttentionOptions& options)
{
#define ALIGNOSCOPE_KIND(file)                                                                                         \
    if (options.kind == kinds::file::kind().name)                                                                      \
        return kinds::file::make<Scalar>(sizes, options);
    ALIGNOSCOPE_ATTENTION_KINDS(ALIGNOSCOPE_KIND)
#undef ALIGNOSCOPE_KIND
    attentionKind(options.kind); // throws, and lists the names
    return nullptr;
}

} // namespace alignoscope::nn

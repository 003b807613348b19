// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention.h"

namespace alignoscope::nn {

/// The layer `Attention` of Keras, with its options:
///
///     score_mode dot:     e_j = g · sᵀ h_j                      not divided by √n
///     score_mode concat:  e_j = w · Σ tanh(g · (s + h_j))       w: concat_score_weight, a number that starts at 1
///
/// g: `scale`, a number that starts at 1 with use_scale, and is 1 without. Its causal mask hides the source words after
/// the target word's own position; its masks of padding have no counterpart, because no column here is padding.
template <class Scalar>
class KerasAttention final : public Attention<Scalar> {
public:
    using Base = Attention<Scalar>;
    using typename Base::Column, typename Base::ConstColumn, typename Base::Gradient, typename Base::Input,
        typename Base::Stretch;

    KerasAttention(const AttentionSizes&, const AttentionOptions& options)
        : Base(options), m_concat(options.scoreMode == ScoreMode::Concat)
    {
    }

    void addParameters(ParameterLayout& layout, const std::string& name) override
    {
        if (this->options().scale)
            m_scale = layout.add(name + ".scale", 1, {{Start::One, 1}});
        if (m_concat)
            m_concatWeight = layout.add(name + ".concat_score_weight", 1, {{Start::One, 1}});
    }

protected:
    void scores(const Weights<Scalar>& weights, const Input& in, Stretch seen, Column e, Buffer<Scalar>&) const override
    {
        const Scalar g = number(weights, m_scale), w = number(weights, m_concatWeight);
        const auto h = in.annotations.middleCols(seen.first, seen.count);
        if (!m_concat) {
            e.noalias() = g * (h.transpose() * in.state);
            return;
        }
        for (Index j = 0; j < seen.count; ++j)
            e[j] = w * (g * (in.state + h.col(j))).array().tanh().sum();
    }

    void scoresBackward(const Weights<Scalar>& weights, const Input& in, Stretch seen, ConstColumn e,
                        Buffer<Scalar>& scratch, const Gradient& gradient) const override
    {
        const Scalar g = number(weights, m_scale), w = number(weights, m_concatWeight);
        const auto h = in.annotations.middleCols(seen.first, seen.count);
        auto state = gradient.state;
        auto annotations = gradient.annotations;
        if (!m_concat) {
            auto weighed = scratch.shape(in.state.size(), 1).col(0); // Σ_j dL/de_j h_j
            weighed.noalias() = h * e;
            state += g * weighed;
            annotations.middleCols(seen.first, seen.count).noalias() += (g * in.state) * e.transpose();
            add(gradient, m_scale, weighed.dot(in.state));
            return;
        }
        auto activation = scratch.shape(in.state.size(), 1).col(0);
        for (Index j = 0; j < seen.count; ++j) {
            activation = (g * (in.state + h.col(j))).array().tanh();
            add(gradient, m_concatWeight, e[j] * activation.sum());
            activation.array() = (e[j] * w) * (1 - activation.array().square()); // dL/d g (s + h_j)
            add(gradient, m_scale, activation.dot(in.state + h.col(j)));
            state += g * activation;
            annotations.col(seen.first + j) += g * activation;
        }
    }

private:
    /// A learned number, 1 where there is none.
    static Scalar number(const Weights<Scalar>& weights, const Slot& slot)
    {
        return slot.rows > 0 ? weights.in(slot)(0, 0) : Scalar(1);
    }
    static void add(const Gradient& gradient, const Slot& slot, Scalar value)
    {
        if (gradient.parameters && slot.rows > 0)
            slot.in(gradient.parameters)(0, 0) += value;
    }

    bool m_concat;
    Slot m_scale, m_concatWeight;
};

namespace kinds::keras_attention {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "keras-attention";
    kind.title = "Attention, as in Keras";
    kind.summary =
        "The layer Attention of Keras: a dot product with an optional learned factor, or its score mode concat.";
    kind.equation = "e = g · sᵀ h   or   e = w · Σ tanh(g · (s + h))";
    kind.source = "Keras, keras.layers.Attention";
    kind.place = 8;
    kind.comparesStates = true;
    kind.options = {AttentionOption::Scale, AttentionOption::ScoreMode, AttentionOption::Causal,
                    AttentionOption::Dropout};
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<KerasAttention<Scalar>>(sizes, options);
}

} // namespace kinds::keras_attention
} // namespace alignoscope::nn

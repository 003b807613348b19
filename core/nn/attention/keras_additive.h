// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention.h"

namespace alignoscope::nn {

/// The layer `AdditiveAttention` of Keras:
///
///     e_j = Σ g ∘ tanh(s + h_j)          g: `scale`, n numbers, of Glorot's variance at first; all 1 without use_scale
///
/// No matrix is between: what is compared are the states themselves. Its causal mask and its masks of padding: see
/// KerasAttention.
template <class Scalar>
class KerasAdditiveAttention final : public Attention<Scalar> {
public:
    using Base = Attention<Scalar>;
    using typename Base::Column, typename Base::ConstColumn, typename Base::Gradient, typename Base::Input,
        typename Base::Stretch;

    KerasAdditiveAttention(const AttentionSizes& sizes, const AttentionOptions& options)
        : Base(options), m_rows(sizes.state)
    {
    }

    void addParameters(ParameterLayout& layout, const std::string& name) override
    {
        if (this->options().scale)
            m_scale = layout.add(name + ".scale", 1, {{Start::GlorotVector, m_rows}});
    }

protected:
    void scores(const Weights<Scalar>& weights, const Input& in, Stretch seen, Column e, Buffer<Scalar>&) const override
    {
        for (Index j = 0; j < seen.count; ++j) {
            const auto activation = (in.state + in.annotations.col(seen.first + j)).array().tanh();
            e[j] = learnt() ? (activation * weights.in(m_scale).col(0).array()).sum() : activation.sum();
        }
    }

    void scoresBackward(const Weights<Scalar>& weights, const Input& in, Stretch seen, ConstColumn e,
                        Buffer<Scalar>& scratch, const Gradient& gradient) const override
    {
        auto activation = scratch.shape(m_rows, 1).col(0);
        auto state = gradient.state;
        auto annotations = gradient.annotations;
        for (Index j = 0; j < seen.count; ++j) {
            activation = (in.state + in.annotations.col(seen.first + j)).array().tanh();
            if (learnt() && gradient.parameters)
                m_scale.in(gradient.parameters).col(0) += e[j] * activation;
            activation.array() = e[j] * (1 - activation.array().square());
            if (learnt())
                activation.array() *= weights.in(m_scale).col(0).array();
            state += activation;
            annotations.col(seen.first + j) += activation;
        }
    }

private:
    [[nodiscard]] bool learnt() const { return m_scale.rows > 0; }

    Index m_rows;
    Slot m_scale;
};

namespace kinds::keras_additive {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "keras-additive";
    kind.title = "AdditiveAttention, as in Keras";
    kind.summary =
        "The layer AdditiveAttention of Keras: state and annotation are added as they are, without matrices.";
    kind.equation = "e = Σ g · tanh(s + h)";
    kind.source = "Keras, keras.layers.AdditiveAttention";
    kind.place = 9;
    kind.comparesStates = true;
    kind.options = {AttentionOption::Scale, AttentionOption::Causal, AttentionOption::Dropout};
    kind.defaults.scale = true;
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<KerasAdditiveAttention<Scalar>>(sizes, options);
}

} // namespace kinds::keras_additive
} // namespace alignoscope::nn

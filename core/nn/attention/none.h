// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention.h"

namespace alignoscope::nn {

/// The encoder-decoder without attention (Cho et al. 2014, arXiv 1406.1078; Sutskever, Vinyals & Le 2014): one context
/// for every target word, what the encoder knows when it has read the sentence to its ends.
///
///     c = [→h_S; ←h_1]
template <class Scalar>
class NoAttention final : public Attention<Scalar> {
public:
    using Base = Attention<Scalar>;
    using typename Base::Column, typename Base::ConstColumn, typename Base::Gradient, typename Base::Input,
        typename Base::Scratch, typename Base::Stretch;

    NoAttention(const AttentionSizes& sizes, const AttentionOptions& options)
        : Base(options), m_leftToRight(sizes.leftToRight)
    {
    }

    [[nodiscard]] bool aligns() const override { return false; }

    void forward(const Weights<Scalar>&, const Input& in, Column alphas, Column context, Scratch&) const override
    {
        alphas.setZero();
        summary(in, context);
    }
    void context(const Input& in, ConstColumn, Column context) const override { summary(in, context); }
    void backward(const Weights<Scalar>&, const Input& in, ConstColumn, ConstColumn contextGradient, ConstColumn,
                  Scratch&, const Gradient& gradient) const override
    {
        auto annotations = gradient.annotations;
        const Index right = in.annotations.rows() - m_leftToRight;
        annotations.col(annotations.cols() - 1).head(m_leftToRight) += contextGradient.head(m_leftToRight);
        annotations.col(0).tail(right) += contextGradient.tail(right);
    }

protected:
    void scores(const Weights<Scalar>&, const Input&, Stretch, Column, Buffer<Scalar>&) const override { }
    void scoresBackward(const Weights<Scalar>&, const Input&, Stretch, ConstColumn, Buffer<Scalar>&,
                        const Gradient&) const override
    {
    }

private:
    void summary(const Input& in, Column context) const
    {
        const Index right = in.annotations.rows() - m_leftToRight;
        context.head(m_leftToRight) = in.annotations.col(in.annotations.cols() - 1).head(m_leftToRight);
        context.tail(right) = in.annotations.col(0).tail(right);
    }

    Index m_leftToRight;
};

namespace kinds::none {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "none";
    kind.title = "None: one vector for the whole sentence";
    kind.summary = "The decoder sees what the encoder remembers at the end of the sentence, the same for every word.";
    kind.equation = "c = [→h_S; ←h_1]";
    kind.source = "Cho et al. 2014; Sutskever, Vinyals & Le 2014";
    kind.place = 100;
    kind.aligns = false;
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<NoAttention<Scalar>>(sizes, options);
}

} // namespace kinds::none
} // namespace alignoscope::nn

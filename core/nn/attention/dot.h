// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention.h"

namespace alignoscope::nn {

/// Dot product (Luong, Pham & Manning 2015, section 3.1):
///
///     e_j = sᵀ h_j
template <class Scalar>
class DotAttention final : public Attention<Scalar> {
public:
    using Base = Attention<Scalar>;
    using typename Base::Column, typename Base::ConstColumn, typename Base::Gradient, typename Base::Input,
        typename Base::Stretch;

    DotAttention(const AttentionSizes&, const AttentionOptions& options) : Base(options) { }

protected:
    void scores(const Weights<Scalar>&, const Input& in, Stretch seen, Column e, Buffer<Scalar>&) const override
    {
        e.noalias() = in.annotations.middleCols(seen.first, seen.count).transpose() * in.state;
    }
    void scoresBackward(const Weights<Scalar>&, const Input& in, Stretch seen, ConstColumn e, Buffer<Scalar>&,
                        const Gradient& gradient) const override
    {
        auto state = gradient.state;
        auto annotations = gradient.annotations;
        state.noalias() += in.annotations.middleCols(seen.first, seen.count) * e;
        annotations.middleCols(seen.first, seen.count).noalias() += in.state * e.transpose();
    }
};

namespace kinds::dot {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "dot";
    kind.title = "Dot product (Luong)";
    kind.summary = "The decoder’s state is multiplied with each word’s annotation: the more alike, the more weight.";
    kind.equation = "e = sᵀ h";
    kind.source = "Luong, Pham & Manning 2015, section 3.1";
    kind.place = 1;
    kind.comparesStates = true;
    kind.options = {AttentionOption::Dropout};
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<DotAttention<Scalar>>(sizes, options);
}

} // namespace kinds::dot
} // namespace alignoscope::nn

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention.h"

#include <cmath>

namespace alignoscope::nn {

/// Scaled dot product (Vaswani et al. 2017, arXiv 1706.03762, equation 1):
///
///     e_j = sᵀ h_j / √n
template <class Scalar>
class ScaledAttention final : public Attention<Scalar> {
public:
    using Base = Attention<Scalar>;
    using typename Base::Column, typename Base::ConstColumn, typename Base::Gradient, typename Base::Input,
        typename Base::Stretch;

    ScaledAttention(const AttentionSizes& sizes, const AttentionOptions& options)
        : Base(options), m_factor(1 / std::sqrt(static_cast<Scalar>(sizes.state)))
    {
    }

protected:
    void scores(const Weights<Scalar>&, const Input& in, Stretch seen, Column e, Buffer<Scalar>&) const override
    {
        e.noalias() = m_factor * (in.annotations.middleCols(seen.first, seen.count).transpose() * in.state);
    }
    void scoresBackward(const Weights<Scalar>&, const Input& in, Stretch seen, ConstColumn e, Buffer<Scalar>&,
                        const Gradient& gradient) const override
    {
        auto state = gradient.state;
        auto annotations = gradient.annotations;
        state.noalias() += m_factor * (in.annotations.middleCols(seen.first, seen.count) * e);
        annotations.middleCols(seen.first, seen.count).noalias() += (m_factor * in.state) * e.transpose();
    }

private:
    Scalar m_factor;
};

namespace kinds::scaled {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "scaled";
    kind.title = "Scaled dot product (Vaswani)";
    kind.summary = "The dot product divided by √n, so that scores do not grow with the size of the states.";
    kind.equation = "e = sᵀ h / √n";
    kind.source = "Vaswani et al. 2017, section 3.2.1";
    kind.place = 2;
    kind.comparesStates = true;
    kind.options = {AttentionOption::Dropout};
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<ScaledAttention<Scalar>>(sizes, options);
}

} // namespace kinds::scaled
} // namespace alignoscope::nn

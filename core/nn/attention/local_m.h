// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention/general.h"

#include <algorithm>

namespace alignoscope::nn {

/// Local-m, monotonic (Luong, Pham & Manning 2015, section 3.2): target word t sees a window around source word t.
///
///     p_t = t,  but the last position where the source is shorter
///     e_j = sᵀ W h_j          of j in p_t − D … p_t + D, as far as the sentence goes
template <class Scalar>
class MonotonicAttention final : public GeneralAttention<Scalar> {
public:
    using Base = GeneralAttention<Scalar>;
    using typename Base::Input, typename Base::Stretch;

    using Base::Base;

    [[nodiscard]] Index window() const override { return this->options().window; }
    [[nodiscard]] Scalar centre(const Weights<Scalar>&, const Input& in) const override
    {
        return static_cast<Scalar>(position(in));
    }

protected:
    [[nodiscard]] Stretch seen(const Weights<Scalar>&, const Input& in) const override
    {
        const Index first = std::max<Index>(0, position(in) - window());
        return {first, std::min(in.annotations.cols(), position(in) + window() + 1) - first};
    }

private:
    static Index position(const Input& in) { return std::min(in.position, in.annotations.cols() - 1); }
};

namespace kinds::local_m {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "local-m";
    kind.title = "Local, monotonic (Luong)";
    kind.summary = "Target word t looks only at the source words near position t.";
    kind.equation = "e = sᵀ W h,  |j − t| ≤ D";
    kind.source = "Luong, Pham & Manning 2015, section 3.2";
    kind.place = 5;
    kind.options = {AttentionOption::Window, AttentionOption::Dropout};
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<MonotonicAttention<Scalar>>(sizes, options);
}

} // namespace kinds::local_m
} // namespace alignoscope::nn

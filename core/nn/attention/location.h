// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention.h"

#include <algorithm>

namespace alignoscope::nn {

/// Location (Luong, Pham & Manning 2015, section 3.1, equation 8): which position, whatever stands there.
///
///     e = the first S numbers of W s          W: a row for every position of the longest sentence trained on
///
/// Positions beyond those rows have no score and are never seen.
template <class Scalar>
class LocationAttention final : public Attention<Scalar> {
public:
    using Base = Attention<Scalar>;
    using typename Base::Blocks, typename Base::Column, typename Base::ConstColumn, typename Base::Gradient,
        typename Base::Input, typename Base::Stretch;

    LocationAttention(const AttentionSizes& sizes, const AttentionOptions& options)
        : Base(options), m_longest(sizes.longest)
    {
    }

    [[nodiscard]] Blocks queryBlocks() const override { return {{Start::Weight, m_longest}}; }

protected:
    [[nodiscard]] Stretch seen(const Weights<Scalar>&, const Input& in) const override
    {
        return {0, std::min(in.annotations.cols(), m_longest)};
    }
    void scores(const Weights<Scalar>&, const Input& in, Stretch seen, Column e, Buffer<Scalar>&) const override
    {
        e = in.query.segment(seen.first, seen.count);
    }
    void scoresBackward(const Weights<Scalar>&, const Input&, Stretch seen, ConstColumn e, Buffer<Scalar>&,
                        const Gradient& gradient) const override
    {
        auto query = gradient.query;
        query.segment(seen.first, seen.count) += e;
    }

private:
    Index m_longest;
};

namespace kinds::location {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "location";
    kind.title = "Location (Luong)";
    kind.summary = "The decoder’s state alone says which positions to look at, without seeing what words stand there.";
    kind.equation = "e = W s";
    kind.source = "Luong, Pham & Manning 2015, section 3.1";
    kind.place = 7;
    kind.options = {AttentionOption::Dropout};
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<LocationAttention<Scalar>>(sizes, options);
}

} // namespace kinds::location
} // namespace alignoscope::nn

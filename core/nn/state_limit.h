// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_kinds.h"
#include "nn/matrix.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace alignoscope::nn {

/// The first of the `count` neighbours whose summed exp(e) is the largest; of equal ones the leftmost.
template <class Column>
Index heaviestWindow(const Column& e, Index count)
{
    using Scalar = typename Column::Scalar;
    const Scalar largest = e.maxCoeff();
    Index best = 0;
    Scalar bestSum = -1;
    for (Index first = 0; first + count <= e.size(); ++first) {
        const Scalar sum = (e.segment(first, count).array() - largest).exp().sum();
        if (sum > bestSum) {
            bestSum = sum;
            best = first;
        }
    }
    return best;
}

/// Scores of the states that the limit hides become −∞; false: it hides none. Of equal scores the leftmost are kept.
template <class Column, class Scalar = typename Column::Scalar>
bool limitStates(const StateLimitOptions& options, Column& e, Buffer<Scalar>& scratch)
{
    const auto count = static_cast<Index>(options.states);
    constexpr Scalar hidden = -std::numeric_limits<Scalar>::infinity();
    if (options.limit == StateLimit::All || count >= e.size())
        return false;
    if (options.limit == StateLimit::Window) {
        const Index first = heaviestWindow(e, count);
        e.head(first).setConstant(hidden);
        e.tail(e.size() - first - count).setConstant(hidden);
        return true;
    }
    auto sorted = scratch.shape(e.size(), 1);
    sorted.col(0) = e;
    std::nth_element(sorted.data(), sorted.data() + count - 1, sorted.data() + sorted.size(), std::greater<>());
    const Scalar least = sorted(count - 1, 0);
    Index ties = count - (e.array() > least).count();
    for (Index j = 0; j < e.size(); ++j)
        if (e[j] < least || (e[j] == least && ties-- <= 0))
            e[j] = hidden;
    return true;
}

} // namespace alignoscope::nn

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/matrix.h"

namespace alignoscope::nn {

/// t_j = max(t̃_{2j−1}, t̃_{2j})   (Goodfellow et al. 2013; Bahdanau, Cho & Bengio 2015, A.2.2)
/// The pair's halves are kept apart, the first l rows against the last l rows, which is the same model with its rows
/// renumbered. `before`: 2l × N, `after`: l × N.
template <class Before, class After>
void maxout(const Before& before, After&& after)
{
    after = before.topRows(after.rows()).cwiseMax(before.bottomRows(after.rows()));
}

/// The backward of maxout: the gradient goes to the larger of the two. `out` may be `before` itself.
template <class Before, class Gradient, class Out>
void maxoutBackward(const Before& before, const Gradient& gradient, Out&& out)
{
    using Scalar = typename std::decay_t<Out>::Scalar;
    const auto l = gradient.rows();
    const auto upper = (before.topRows(l).array() >= before.bottomRows(l).array()).template cast<Scalar>();
    out.topRows(l) = gradient.array() * upper;
    out.bottomRows(l) = gradient - out.topRows(l);
}

} // namespace alignoscope::nn

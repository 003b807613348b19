// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/progress.h"
#include "nn/matrix.h"

namespace alignoscope::probing {

using nn::Index;

/// The directions in which a cloud of points varies most (Pearson 1901, Hotelling 1933). D dimensions.
struct PrincipalComponents {
    nn::Vector<double> mean; ///< D
    nn::Matrix<double> axes; ///< D × count, orthonormal, most variance first; the largest number of each is positive
    nn::Vector<double> variances; ///< count: λ, the variance along each (divided by N − 1)
    double total = 0;             ///< the variance in all directions together, Σ λ

    [[nodiscard]] double share(Index component) const { return total > 0 ? variances(component) / total : 0; }
};

/// The first `count` components of `points` (D × N, N > 0, count <= D), in memory of the points' size and on `threads`
/// threads; the result does not depend on their number. Throws Error(Cancelled).
PrincipalComponents principalComponents(const nn::ConstMatrixRef<double>& points, Index count, int threads,
                                        const std::stop_token& stop);

/// The same of points whose mean is 0 already, or whose mean matters: axes and variances alone are filled in.
PrincipalComponents leadingDirections(const nn::ConstMatrixRef<double>& centred, Index count, int threads,
                                      const std::stop_token& stop);

} // namespace alignoscope::probing

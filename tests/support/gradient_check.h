// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <ostream>
#include <span>

namespace alignoscope::testing {

/// Where a backward pass disagrees most with central differences.
struct GradientCheck {
    double worst = 0;      ///< |analytic − numeric| / max(1, |numeric|), infinite where it is not a number
    std::size_t where = 0; ///< index of the value it is the derivative by
    double analytic = 0, numeric = 0;
    double largest = 0; ///< of all numeric derivatives: a check of zeros proves nothing
};

inline std::ostream& operator<<(std::ostream& out, const GradientCheck& check)
{
    return out << "worst at " << check.where << ": " << check.analytic << " instead of " << check.numeric;
}

/// Compares `gradient` with (loss(x + h) − loss(x − h)) / 2h at every value. `loss` reads `values` anew at each call;
/// they are as before afterwards. The error of the difference itself is about 1e-9 for smooth losses near 1.
template <class Loss>
GradientCheck checkGradient(std::span<double> values, std::span<const double> gradient, Loss&& loss, double h = 1e-5)
{
    GradientCheck check;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double before = values[i];
        values[i] = before + h;
        const double above = loss();
        values[i] = before - h;
        const double below = loss();
        values[i] = before;
        const double numeric = (above - below) / (2 * h);
        double error = std::abs(gradient[i] - numeric) / std::max(1.0, std::abs(numeric));
        if (!std::isfinite(error))
            error = std::numeric_limits<double>::infinity();
        check.largest = std::max(check.largest, std::abs(numeric));
        if (error > check.worst) {
            check.worst = error;
            check.where = i;
            check.analytic = gradient[i];
            check.numeric = numeric;
        }
    }
    return check;
}

} // namespace alignoscope::testing

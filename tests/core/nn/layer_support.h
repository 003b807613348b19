// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/random.h"
#include "nn/weights.h"
#include "support/gradient_check.h"

#include <gtest/gtest.h>

#include <vector>

namespace alignoscope::nn::testing {

using alignoscope::testing::checkGradient;
using alignoscope::testing::GradientCheck;

/// Numbers between −scale and scale, the same in every run.
inline Matrix<double> someMatrix(Index rows, Index cols, std::uint64_t seed, double scale = 1)
{
    Random random(seed);
    return Matrix<double>::NullaryExpr(rows, cols, [&](Index, Index) { return scale * (2 * random.uniform() - 1); });
}

/// Parameters of a layout, filled with numbers large enough for every term to count, and a place for their gradient.
struct Block {
    explicit Block(const ParameterLayout& layout, double scale = 0.8)
        : values(static_cast<std::size_t>(layout.size()), 0), gradient(values.size(), 0),
          weights(layout, Weights<double>::Passes::Both)
    {
        Random random(7);
        for (const auto& entry : layout.entries())
            for (Index i = 0; i < entry.slot.rows * entry.slot.cols; ++i)
                values[static_cast<std::size_t>(entry.slot.offset + i)] = scale * (2 * random.uniform() - 1);
    }
    /// As a layer reads the values of now.
    const Weights<double>& packed()
    {
        weights.attach(values.data());
        weights.pack();
        return weights;
    }
    std::vector<double> values, gradient;
    Weights<double> weights;
};

template <class Loss>
GradientCheck check(Matrix<double>& values, const Matrix<double>& gradient, Loss&& loss)
{
    const auto size = static_cast<std::size_t>(values.size());
    return checkGradient({values.data(), size}, {gradient.data(), size}, std::forward<Loss>(loss));
}

inline void expectRight(const GradientCheck& check, const char* what)
{
    EXPECT_LT(check.worst, 1e-7) << what << ": " << check;
    EXPECT_GT(check.largest, 1e-3) << what << " does not matter to the loss";
}

} // namespace alignoscope::nn::testing

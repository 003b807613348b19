// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"

#include <limits>

// The instrument before the measurements: a right backward passes, wrong ones are caught and located.
namespace alignoscope::nn {
namespace {

using testing::check;
using testing::someMatrix;

/// y = x ∘ σ(x), L = Σ y².
struct Gated {
    Matrix<double> x = someMatrix(3, 4, 5, 2);

    [[nodiscard]] Matrix<double> y() const { return x.array() * x.array().logistic(); }
    [[nodiscard]] double loss() const { return y().squaredNorm(); }
    [[nodiscard]] Matrix<double> gradient() const
    {
        const auto s = x.array().logistic();
        return 2 * y().array() * (s + x.array() * s * (1 - s));
    }
    /// As if the gate did not depend on x.
    [[nodiscard]] Matrix<double> withoutTheGate() const { return 2 * y().array() * x.array().logistic(); }
};

TEST(GradientCheck, ARightBackwardPasses)
{
    Gated layer;
    const auto result = check(layer.x, layer.gradient(), [&] { return layer.loss(); });
    EXPECT_LT(result.worst, 1e-8) << result;
    EXPECT_GT(result.largest, 0.1);
}

TEST(GradientCheck, AForgottenTermIsCaught)
{
    Gated layer;
    EXPECT_GT(check(layer.x, layer.withoutTheGate(), [&] { return layer.loss(); }).worst, 0.05);
}

TEST(GradientCheck, OneWrongNumberIsLocated)
{
    Gated layer;
    Matrix<double> gradient = layer.gradient();
    gradient(1, 2) += 1e-4;
    const auto result = check(layer.x, gradient, [&] { return layer.loss(); });
    EXPECT_EQ(result.where, 2U * 3 + 1);
    EXPECT_GT(result.worst, 1e-5);
}

TEST(GradientCheck, NotANumberIsCaught)
{
    Gated layer;
    Matrix<double> gradient = layer.gradient();
    gradient(0, 3) = std::numeric_limits<double>::quiet_NaN();
    const auto result = check(layer.x, gradient, [&] { return layer.loss(); });
    EXPECT_FALSE(result.worst < 1e-5);
}

TEST(GradientCheck, TheValuesAreAsBefore)
{
    Gated layer;
    const Matrix<double> before = layer.x;
    check(layer.x, layer.gradient(), [&] { return layer.loss(); });
    EXPECT_EQ(layer.x, before);
}

} // namespace
} // namespace alignoscope::nn

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "nn/random.h"
#include "probing/principal_components.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alignoscope::probing {
namespace {

using Matrix = nn::Matrix<double>;

Matrix cloud(Index dimensions, Index count, std::uint64_t seed)
{
    nn::Random random(seed);
    Matrix points(dimensions, count);
    for (Index i = 0; i < points.size(); ++i)
        points(i) = random.normal() / std::sqrt(1.0 + static_cast<double>(i % dimensions));
    return points;
}

TEST(PrincipalComponents, OfFourPointsByHand)
{
    // (±2, 0) and (0, ±1) about (5, 5): covariance diag(8/3, 2/3)
    Matrix points(2, 4);
    points << 7, 3, 5, 5, 5, 5, 6, 4;
    const auto found = principalComponents(points, 2, 1, {});
    EXPECT_TRUE(found.mean.isApprox(Eigen::Vector2d(5, 5)));
    EXPECT_TRUE(found.axes.isApprox(Matrix::Identity(2, 2), 1e-9));
    EXPECT_NEAR(found.variances(0), 8.0 / 3, 1e-12);
    EXPECT_NEAR(found.variances(1), 2.0 / 3, 1e-12);
    EXPECT_NEAR(found.share(0), 0.8, 1e-12);
}

TEST(PrincipalComponents, DoNotDependOnThreads)
{
    const Matrix points = cloud(60, 333, 7);
    const auto one = principalComponents(points, 2, 1, {}), three = principalComponents(points, 2, 3, {});
    EXPECT_EQ((one.axes - three.axes).cwiseAbs().maxCoeff(), 0);
}

TEST(PrincipalComponents, NothingVaries)
{
    const auto found = principalComponents(Matrix::Constant(5, 9, 0.25), 2, 1, {});
    EXPECT_EQ(found.total, 0);
    EXPECT_EQ(found.share(0), 0);
    EXPECT_TRUE((found.axes.transpose() * found.axes).isApprox(Matrix::Identity(2, 2), 1e-9));
    EXPECT_EQ(principalComponents(Matrix::Constant(5, 1, 2), 2, 1, {}).total, 0); // a single point
}

TEST(PrincipalComponents, AllDirectionsAlike)
{
    // the corners of a cross in 30 dimensions: every direction has the same variance, so any two will do
    Matrix points = Matrix::Zero(30, 60);
    for (Index d = 0; d < 30; ++d) {
        points(d, 2 * d) = 1;
        points(d, 2 * d + 1) = -1;
    }
    const auto found = principalComponents(points, 2, 1, {});
    EXPECT_NEAR(found.share(0), 1.0 / 30, 1e-9);
    EXPECT_NEAR(found.share(1), 1.0 / 30, 1e-9);
}

TEST(PrincipalComponents, CanBeStopped)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(principalComponents(cloud(8, 8, 1), 2, 1, stop.get_token()), Error);
}

} // namespace
} // namespace alignoscope::probing

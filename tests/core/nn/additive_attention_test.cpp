// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"
#include "nn/additive_attention.h"

namespace alignoscope::nn {
namespace {

using testing::Block;
using testing::check;
using testing::checkGradient;
using testing::expectRight;
using testing::someMatrix;

/// L = uᵀ c for one query over five tokens.
struct AttentionGradient : ::testing::Test {
    static constexpr Index alignment = 4, width = 6, length = 5;
    ParameterLayout layout;
    AdditiveAttention<double> attention{layout, "attention", alignment};
    Block block{layout, 2};
    Matrix<double> query = someMatrix(alignment, 1, 1), keys = someMatrix(alignment, length, 2),
                   annotations = someMatrix(width, length, 3);
    Vector<double> direction = someMatrix(width, 1, 4), weights = Vector<double>(length),
                   context = Vector<double>(width);
    Buffer<double> scratch;
    Matrix<double> queryGradient = Matrix<double>::Zero(alignment, 1),
                   keyGradient = Matrix<double>::Zero(alignment, length),
                   annotationGradient = Matrix<double>::Zero(width, length);

    double loss()
    {
        attention.forward(block.packed(), query.col(0), keys, annotations, weights, context);
        return context.dot(direction);
    }
    void backward()
    {
        loss();
        attention.backward(block.packed(), block.gradient.data(), query.col(0), keys, annotations, weights, direction,
                           scratch, queryGradient.col(0), keyGradient, annotationGradient);
    }
};

TEST_F(AttentionGradient, OfEverythingItReads)
{
    backward();
    expectRight(check(query, queryGradient, [&] { return loss(); }), "query");
    expectRight(check(keys, keyGradient, [&] { return loss(); }), "keys");
    expectRight(check(annotations, annotationGradient, [&] { return loss(); }), "annotations");
    expectRight(checkGradient(block.values, block.gradient, [&] { return loss(); }), "score");
}

TEST_F(AttentionGradient, WeightsAreADistribution)
{
    loss();
    EXPECT_NEAR(weights.sum(), 1, 1e-14);
    EXPECT_GT(weights.minCoeff(), 0);
    EXPECT_LT((context - annotations * weights).norm(), 1e-14);
}

TEST_F(AttentionGradient, LargeScoresStayFinite)
{
    for (double& value : block.values)
        value *= 1e4;
    loss();
    EXPECT_TRUE(weights.allFinite());
    EXPECT_NEAR(weights.sum(), 1, 1e-14);
}

} // namespace
} // namespace alignoscope::nn

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"

// Our own products against Eigen's, at sizes that fill tiles, panels and blocks, and at sizes that do not.
namespace alignoscope::nn {
namespace {

using testing::someMatrix;

struct Shape {
    Index rows, inner, cols;
};

struct Products : ::testing::TestWithParam<Shape> {
    Matrix<double> a = someMatrix(GetParam().rows, GetParam().inner, 1);
    Matrix<double> b = someMatrix(GetParam().inner, GetParam().cols, 2);
    Matrix<double> before = someMatrix(GetParam().rows, GetParam().cols, 3);
};

TEST_P(Products, AgreeWithEigen)
{
    Panels<double> panels;
    panels.pack(a);
    Matrix<double> c = before;
    multiply(panels, b, c);
    EXPECT_LT((c - a * b).cwiseAbs().maxCoeff(), 1e-12);
    c = before;
    multiplyAdd(panels, b, c);
    EXPECT_LT((c - before - a * b).cwiseAbs().maxCoeff(), 1e-12);
}

TEST_P(Products, OfATransposedMatrixAgreeWithEigen)
{
    const Matrix<double> turned = a.transpose();
    Panels<double> panels;
    panels.pack(turned.transpose());
    Matrix<double> c = before;
    multiply(panels, b, c);
    EXPECT_LT((c - a * b).cwiseAbs().maxCoeff(), 1e-12);
}

TEST_P(Products, WriteNothingElse)
{
    Panels<double> panels;
    panels.pack(a);
    Matrix<double> frame = Matrix<double>::Constant(a.rows() + 3, b.cols() + 2, 7);
    multiply(panels, b, frame.block(1, 1, a.rows(), b.cols()));
    EXPECT_LT((frame.block(1, 1, a.rows(), b.cols()) - a * b).cwiseAbs().maxCoeff(), 1e-12);
    EXPECT_EQ(frame.topRows(1).cwiseAbs().minCoeff(), 7);
    EXPECT_TRUE((frame.topRows(1).array() == 7).all());
    EXPECT_TRUE((frame.bottomRows(2).array() == 7).all());
    EXPECT_TRUE((frame.leftCols(1).array() == 7).all());
    EXPECT_TRUE((frame.rightCols(1).array() == 7).all());
}

TEST_P(Products, ForAWeightsGradientAgreeWithEigen)
{
    const Matrix<double> left = someMatrix(GetParam().rows, GetParam().inner, 4),
                         right = someMatrix(GetParam().cols, GetParam().inner, 5);
    Matrix<double> c = before;
    ProductScratch<double> scratch;
    multiplyTransposedAdd(left, right, c, scratch);
    EXPECT_LT((c - before - left * right.transpose()).cwiseAbs().maxCoeff(), 1e-12);
}

TEST_P(Products, ByATeamAreTheSameToTheBit)
{
    ThreadTeam team(3);
    Panels<double> panels;
    panels.pack(a);
    Matrix<double> alone = before, together = before;
    multiplyAdd(panels, b, alone);
    multiplyAdd(panels, b, together, &team);
    EXPECT_EQ(alone, together);
}

INSTANTIATE_TEST_SUITE_P(Shapes, Products,
                         ::testing::Values(Shape{1, 1, 1}, Shape{16, 3, 1}, Shape{32, 256, 8}, Shape{37, 5, 13},
                                           Shape{129, 300, 7}, Shape{144, 257, 1}, Shape{100, 520, 2},
                                           Shape{300, 120, 11}, Shape{20, 30, 490}),
                         [](const auto& one) {
                             return std::to_string(one.param.rows) + "x" + std::to_string(one.param.inner) + "x"
                                 + std::to_string(one.param.cols);
                         });

TEST(Products, InSinglePrecisionSumInOneOrderWhateverTheColumns)
{
    const Matrix<float> a = someMatrix(70, 90, 1).cast<float>(), b = someMatrix(90, 23, 2).cast<float>();
    Panels<float> panels;
    panels.pack(a);
    Matrix<float> all(70, 23), one(70, 1);
    multiply(panels, b, all);
    for (Index column = 0; column < b.cols(); ++column) {
        multiply(panels, b.col(column), one);
        EXPECT_EQ(one.col(0), all.col(column)) << column; // a sentence does not depend on its neighbours
    }
}

TEST(Weights, ArePackedInSharesAndAnew)
{
    ParameterLayout layout;
    const Slot plain = layout.add("w", 21, {{Start::Weight, 40}}, Factor::Weight);
    const Slot turned = layout.add("o", 50, {{Start::Weight, 18}}, Factor::Transposed);
    testing::Block block(layout);
    Weights<double> weights(layout, Weights<double>::Passes::Both);
    weights.attach(block.values.data());
    for (const double factor : {1.0, 3.0}) {
        for (double& value : block.values)
            value *= factor;
        for (int part = 0; part < 3; ++part)
            weights.pack(part, 3);
        for (const Slot& slot : {plain, turned}) {
            const Matrix<double> matrix = slot.in(block.values.data());
            const Matrix<double> right = someMatrix(matrix.cols(), 4, 1), left = someMatrix(matrix.rows(), 4, 2);
            Matrix<double> forward(matrix.rows(), 4), backward(matrix.cols(), 4);
            multiply(weights.of(slot), right, forward);
            multiply(weights.transposed(slot), left, backward);
            EXPECT_LT((forward - matrix * right).cwiseAbs().maxCoeff(), 1e-12);
            EXPECT_LT((backward - matrix.transpose() * left).cwiseAbs().maxCoeff(), 1e-12);
        }
    }
}

} // namespace
} // namespace alignoscope::nn

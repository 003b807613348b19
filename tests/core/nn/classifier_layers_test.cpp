// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of the text classifier: by hand, and against finite differences.
#include "layer_support.h"

#include "nn/convolution.h"
#include "nn/dense.h"
#include "nn/global_pooling.h"
#include "nn/position_attention.h"
#include "nn/spatial_dropout.h"

#include <cmath>

namespace alignoscope::nn {
namespace {

using alignoscope::testing::checkGradient;
using testing::Block;
using testing::check;
using testing::expectRight;
using testing::someMatrix;

TEST(SpatialDropout, DropsADimensionFromAllWordsOrFromNone)
{
    const SpatialDropout<double> layer{{0.4, 11}};
    Matrix<double> words = Matrix<double>::Ones(1000, 5), again = words, other = words;
    layer.apply(words, 3);
    layer.apply(again, 3);
    layer.apply(other, 4);
    EXPECT_EQ(words, again);
    EXPECT_NE(words, other); // another text, another mask
    for (Index row = 0; row < words.rows(); ++row) {
        EXPECT_TRUE(words(row, 0) == 0 || std::abs(words(row, 0) - 1 / 0.6) < 1e-12) << words(row, 0);
        EXPECT_EQ(words.row(row).minCoeff(), words.row(row).maxCoeff());
    }
    // 1000 coins that show heads with 0.4: three deviations are 3 √(1000 · 0.4 · 0.6) = 46
    EXPECT_NEAR(static_cast<double>((words.col(0).array() == 0).count()), 400, 46);
}

TEST(SpatialDropout, OfNothingChangesNothing)
{
    Matrix<double> words = someMatrix(3, 4, 1);
    const Matrix<double> before = words;
    SpatialDropout<double>{}.apply(words, 1);
    EXPECT_EQ(words, before);
}

struct AttentionOverPositions : ::testing::Test {
    ParameterLayout layout;
    PositionAttention<double> layer{layout, "attention", 3, 6};
    Block block{layout};
    Matrix<double> annotations = someMatrix(3, 4, 2), contextGradient = someMatrix(3, 1, 3);
    Vector<double> scores = Vector<double>::Zero(4), alphas = Vector<double>::Zero(4),
                   context = Vector<double>::Zero(3);

    double loss()
    {
        layer.forward(block.packed(), annotations, scores, alphas, context);
        return context.dot(contextGradient.col(0));
    }
};

TEST_F(AttentionOverPositions, WeighsByHand)
{
    // two words of one feature: w = 1, b = (0, 1); h = (0, 1): e = tanh 0 = 0, tanh 2 = 0.964028
    // α₂ = e^0.964028 / (1 + e^0.964028) = 2.622236 / 3.622236 = 0.723928; a = 0 · α₁ + 1 · α₂
    ParameterLayout small;
    const PositionAttention<double> one(small, "one", 1, 2);
    Block numbers(small);
    std::fill(numbers.values.begin(), numbers.values.end(), 0.0);
    numbers.values[0] = 1;  // w
    numbers.values[17] = 1; // b_2: the second parameter begins at 16
    const Matrix<double> words = (Matrix<double>(1, 2) << 0, 1).finished();
    Vector<double> e(2), alpha(2), a(1);
    one.forward(numbers.packed(), words, e, alpha, a);
    EXPECT_NEAR(e[1], 0.964028, 1e-6);
    EXPECT_NEAR(alpha[1], 0.723928, 1e-6);
    EXPECT_NEAR(alpha.sum(), 1, 1e-12);
    EXPECT_NEAR(a[0], 0.723928, 1e-6);
}

TEST_F(AttentionOverPositions, GradientOfAnnotationsAndParameters)
{
    loss();
    Matrix<double> gradient = Matrix<double>::Zero(3, 4);
    Buffer<double> scratch;
    layer.backward(block.packed(), block.gradient.data(), annotations, scores, alphas, contextGradient.col(0), scratch,
                   gradient);
    const auto again = [this] { return loss(); };
    expectRight(check(annotations, gradient, again), "annotations");
    expectRight(checkGradient(block.values, block.gradient, again), "parameters");
}

struct ConvolutionLayer : ::testing::Test {
    ParameterLayout layout;
    Convolution<double> layer{layout, "convolution", 2, 3, 4};
    Block block{layout};
    ProductScratch<double> scratch;
};

TEST_F(ConvolutionLayer, SlidesOverTheWordsWithoutReachingOverTheEnd)
{
    EXPECT_EQ(layer.windows(5), 3);
    EXPECT_EQ(layer.windows(3), 1);
    EXPECT_EQ(layer.windows(1), 1); // what it lacks is zero
    const Matrix<double> words = (Matrix<double>(2, 4) << 1, 3, 5, 7, 2, 4, 6, 8).finished();
    Matrix<double> windows(6, 2), shortOne(6, 1);
    layer.unfold(words, windows);
    EXPECT_EQ(windows.col(0).transpose(), (Matrix<double>(1, 6) << 1, 2, 3, 4, 5, 6).finished());
    EXPECT_EQ(windows.col(1).transpose(), (Matrix<double>(1, 6) << 3, 4, 5, 6, 7, 8).finished());
    layer.unfold(words.leftCols(1), shortOne);
    EXPECT_EQ(shortOne.transpose(), (Matrix<double>(1, 6) << 1, 2, 0, 0, 0, 0).finished());
}

TEST_F(ConvolutionLayer, GradientOfWordsAndParameters)
{
    for (const Index size : {Index(5), Index(2)}) {
        Matrix<double> words = someMatrix(2, size, 4);
        const Matrix<double> wanted = someMatrix(4, layer.windows(size), 5);
        Matrix<double> windows(6, wanted.cols()), out(4, wanted.cols());
        const auto loss = [&] {
            layer.unfold(words, windows);
            layer.forward(block.packed(), windows, out);
            return out.cwiseProduct(wanted).sum();
        };
        loss();
        Matrix<double> windowGradient(6, wanted.cols()), gradient = Matrix<double>::Zero(2, size);
        std::fill(block.gradient.begin(), block.gradient.end(), 0.0);
        layer.backward(block.packed(), block.gradient.data(), windows, wanted, windowGradient, scratch);
        layer.fold(windowGradient, gradient);
        expectRight(check(words, gradient, loss), "words");
        expectRight(checkGradient(block.values, block.gradient, loss), "parameters");
    }
}

TEST(Initialization, OfAConvolutionIsHeUniform)
{
    ParameterLayout layout;
    const Convolution<double> layer(layout, "convolution", 100, 3, 64);
    std::vector<double> block(static_cast<std::size_t>(layout.size()));
    initialize(layout, alignoscope::Initialization::Paper, 1, block.data());
    const auto weights = layout.entries().front().slot.in(block.data());
    const double bound = std::sqrt(6.0 / 300); // 0.1414
    EXPECT_LE(weights.cwiseAbs().maxCoeff(), bound);
    EXPECT_GT(weights.cwiseAbs().maxCoeff(), 0.99 * bound);
    EXPECT_NEAR(weights.array().square().mean(), bound * bound / 3, 0.0003); // of a uniform distribution
}

TEST(GlobalPooling, AveragesAndFindsTheLargest)
{
    const Matrix<double> values = (Matrix<double>(2, 3) << 1, 5, 3, -2, -4, -3).finished();
    Vector<double> average(2), largest(2);
    Eigen::VectorXi places(2);
    globalPooling(values, average, largest, places);
    EXPECT_EQ(average, (Vector<double>(2) << 3, -3).finished());
    EXPECT_EQ(largest, (Vector<double>(2) << 5, -2).finished());
    EXPECT_EQ(places, (Eigen::VectorXi(2) << 1, 0).finished());
}

TEST(GlobalPooling, Gradient)
{
    Matrix<double> values = someMatrix(3, 5, 6);
    const Matrix<double> wanted = someMatrix(3, 2, 7);
    Vector<double> average(3), largest(3);
    Eigen::VectorXi places(3);
    const auto loss = [&] {
        globalPooling(values, average, largest, places);
        return average.dot(wanted.col(0)) + largest.dot(wanted.col(1));
    };
    loss();
    Matrix<double> gradient(3, 5);
    globalPoolingBackward(wanted.col(0), wanted.col(1), places, gradient);
    expectRight(check(values, gradient, loss), "values");
}

TEST(DenseRelu, Gradient)
{
    ParameterLayout layout;
    const DenseRelu<double> layer(layout, "dense", 4, 5);
    Block block(layout);
    ProductScratch<double> scratch;
    Matrix<double> input = someMatrix(4, 6, 8), out(5, 6);
    const Matrix<double> wanted = someMatrix(5, 6, 9);
    const auto loss = [&] {
        layer.forward(block.packed(), input, out);
        return out.cwiseProduct(wanted).sum();
    };
    loss();
    EXPECT_EQ(out.minCoeff(), 0); // some units are off, and
    EXPECT_GT(out.maxCoeff(), 0); // some are on
    Matrix<double> outGradient = wanted, gradient(4, 6);
    layer.backward(block.packed(), block.gradient.data(), input, out, outGradient, gradient, scratch);
    expectRight(check(input, gradient, loss), "input");
    expectRight(checkGradient(block.values, block.gradient, loss), "parameters");
}

} // namespace
} // namespace alignoscope::nn

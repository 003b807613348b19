// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"
#include "nn/maxout.h"
#include "nn/softmax_output.h"

#include <numeric>

namespace alignoscope::nn {
namespace {

using testing::Block;
using testing::check;
using testing::checkGradient;
using testing::expectRight;
using testing::someMatrix;

TEST(Maxout, ItsGradientGoesToTheLarger)
{
    Matrix<double> before = someMatrix(6, 7, 1);
    const Matrix<double> weights = someMatrix(3, 7, 2);
    Matrix<double> after(3, 7), gradient(6, 7);
    const auto loss = [&] {
        maxout(before, after);
        return after.cwiseProduct(weights).sum();
    };
    loss();
    EXPECT_EQ(after(2, 5), std::max(before(2, 5), before(5, 5)));
    maxoutBackward(before, weights, gradient);
    expectRight(check(before, gradient, loss), "maxout");
    EXPECT_NEAR(gradient.cwiseAbs().sum(), weights.cwiseAbs().sum(), 1e-12); // one of each two
}

TEST(Maxout, OneOfTwoEqualsGetsTheGradient)
{
    const Matrix<double> before = Matrix<double>::Zero(2, 1), weight = Matrix<double>::Ones(1, 1);
    Matrix<double> gradient(2, 1);
    maxoutBackward(before, weight, gradient);
    EXPECT_EQ(gradient.sum(), 1);
}

/// More columns than one slice of the output layer holds.
struct OutputGradient : ::testing::Test {
    static constexpr Index inputs = 2, words = 5;
    ParameterLayout layout;
    SoftmaxOutput<double> output{layout, "output", inputs, words};
    Block block{layout};
    SoftmaxScratch<double> scratch;
    Matrix<double> input;
    std::vector<std::int32_t> answers;

    void columns(Index count)
    {
        input = someMatrix(inputs, count, 3);
        for (Index i = 0; i < count; ++i)
            answers.push_back(static_cast<std::int32_t>((i * i + 3 * i) % words));
    }
    /// Straight from the definition; the smoothed target is (1 − ε) on the answer and ε / V everywhere.
    double loss(double smoothing)
    {
        const Matrix<double> weight = layout.entries()[0].slot.in(block.values.data());
        const Vector<double> bias = layout.entries()[1].slot.in(block.values.data()).col(0);
        double sum = 0;
        for (Index i = 0; i < input.cols(); ++i) {
            const Vector<double> logits = weight.transpose() * input.col(i) + bias;
            const Vector<double> logP = logits.array() - std::log(logits.array().exp().sum());
            sum -= (1 - smoothing) * logP[answers[static_cast<std::size_t>(i)]] + smoothing * logP.mean();
        }
        return sum;
    }
    void expectRightGradient(double smoothing, double scale)
    {
        Matrix<double> inputGradient(inputs, input.cols());
        const double found = output.lossAndGradient(block.packed(), block.gradient.data(), input, answers, scale,
                                                    smoothing, scratch, inputGradient);
        EXPECT_NEAR(found, loss(0), 1e-10 * static_cast<double>(input.cols()));
        const auto scaled = [&] { return scale * loss(smoothing); };
        expectRight(check(input, inputGradient, scaled), "input");
        expectRight(checkGradient(block.values, block.gradient, scaled), "weight and bias");
    }
};

TEST_F(OutputGradient, OfAFewColumns)
{
    columns(4);
    expectRightGradient(0, 1);
}

TEST_F(OutputGradient, OverSeveralSlices)
{
    columns(450);
    expectRightGradient(0, 0.25);
}

TEST_F(OutputGradient, WithLabelSmoothing)
{
    columns(200);
    expectRightGradient(0.1, 0.5);
}

TEST_F(OutputGradient, WhereAnotherWordIsVastlyLikelier)
{
    columns(6);
    for (Index word = 0; word < words; ++word) // up to e^160 times
        layout.entries()[1].slot.in(block.values.data())(word, 0) = 40.0 * static_cast<double>(word);
    expectRightGradient(0.1, 0.5);
}

TEST_F(OutputGradient, ScoreAgreesColumnByColumn)
{
    columns(400);
    std::vector<double> losses(answers.size());
    std::vector<bool> right(answers.size());
    const auto score = output.score(block.packed(), input, answers, scratch, &losses, &right);
    EXPECT_NEAR(score.loss, loss(0), 1e-9);
    EXPECT_NEAR(score.loss, std::accumulate(losses.begin(), losses.end(), 0.0), 1e-9);
    EXPECT_EQ(score.correct, std::count(right.begin(), right.end(), true));
    EXPECT_GT(score.correct, 0);
    EXPECT_LT(score.correct, static_cast<Index>(answers.size()));
    Matrix<double> inputGradient(inputs, input.cols());
    const double again =
        output.lossAndGradient(block.packed(), block.gradient.data(), input, answers, 1, 0, scratch, inputGradient);
    EXPECT_NEAR(again, score.loss, 1e-9);
}

} // namespace
} // namespace alignoscope::nn

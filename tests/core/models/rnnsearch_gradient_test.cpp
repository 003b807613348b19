// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rnnsearch_passes.h"
#include "small_model.h"
#include "support/gradient_check.h"

#include <gtest/gtest.h>

// The whole model in double: the same template as trains in float.
namespace alignoscope::models {
namespace {

using testing::GoldenModel;
using testing::ids;

struct RnnSearchInDouble : ::testing::Test {
    GoldenModel golden;
    RnnSearch<double> network{golden.sizes()};
    nn::Weights<double> weights{network.layout(), nn::Weights<double>::Passes::Both};
    RnnSearch<double>::Trace trace;
    BatchPart part = golden.batch();
    std::vector<double> parameters, gradient = zeros();

    void SetUp() override { GoldenModel::fill(network.layout(), golden.json["parameters"], parameters); }
    [[nodiscard]] std::vector<double> zeros() const
    {
        return std::vector<double>(static_cast<std::size_t>(network.layout().size()), 0);
    }
    const nn::Weights<double>& packed()
    {
        weights.attach(parameters.data());
        weights.pack();
        return weights;
    }
    double run(std::vector<double>& into, const DropoutPlan& dropout, double scale = 1, double smoothing = 0)
    {
        const double loss = network.lossAndGradient(packed(), into.data(), part, dropout, scale, smoothing, trace);
        addWords(into, part.source.words, 0);
        addWords(into, part.target.words, 1);
        return loss;
    }
    /// The word tables' gradient put where the block has it.
    void addWords(std::vector<double>& into, const nn::DistinctWords& words, std::size_t table)
    {
        for (Index i = 0; i < words.size(); ++i)
            network.wordTables()[table].in(into.data()).col(words.words()[static_cast<std::size_t>(i)]) +=
                RnnSearch<double>::wordGradients(trace)[table].col(i);
    }
    void expectGradientOfLoss(const DropoutPlan& dropout)
    {
        run(gradient, dropout);
        const auto loss = [&] {
            std::vector<double> unused = zeros();
            return run(unused, dropout);
        };
        for (const auto& entry : network.layout().entries()) {
            const auto at = static_cast<std::size_t>(entry.slot.offset),
                       size = static_cast<std::size_t>(entry.slot.rows * entry.slot.cols);
            const auto check = alignoscope::testing::checkGradient(std::span(parameters).subspan(at, size),
                                                                   std::span(gradient).subspan(at, size), loss);
            EXPECT_LT(check.worst, 1e-7) << entry.name << ": " << check;
            EXPECT_GT(check.largest, 1e-4) << entry.name << " does not matter to the loss";
        }
    }
    void expectGolden(const char* key, double smoothing)
    {
        std::vector<double> expected;
        GoldenModel::fill(network.layout(), golden.json[key]["gradients"], expected);
        EXPECT_NEAR(run(gradient, DropoutPlan::none(), 1, smoothing), golden.json[key]["loss"].get<double>(), 1e-9);
        for (const auto& entry : network.layout().entries()) {
            const auto difference = entry.slot.in(gradient.data()) - entry.slot.in(expected.data());
            EXPECT_LT(difference.cwiseAbs().maxCoeff(), 1e-9) << entry.name;
        }
    }
};

TEST_F(RnnSearchInDouble, GradientOfEveryParameter)
{
    expectGradientOfLoss(DropoutPlan::none());
}

TEST_F(RnnSearchInDouble, GradientWithDropout)
{
    expectGradientOfLoss(DropoutPlan::of(0.3, 4, 1));
}

TEST_F(RnnSearchInDouble, DropoutChangesWithTheStepAndNothingElse)
{
    std::vector<double> unused = zeros();
    const double one = run(unused, DropoutPlan::of(0.3, 1, 1));
    EXPECT_EQ(run(unused, DropoutPlan::of(0.3, 1, 1)), one);
    EXPECT_NE(run(unused, DropoutPlan::of(0.3, 1, 2)), one);
    EXPECT_NE(run(unused, DropoutPlan::of(0.3, 2, 1)), one);
    EXPECT_EQ(run(unused, DropoutPlan::of(0, 1, 1)), run(unused, DropoutPlan::none()));
}

TEST_F(RnnSearchInDouble, LossAndGradientsAgreeWithPyTorch)
{
    expectGolden("plain", 0);
}

TEST_F(RnnSearchInDouble, SmoothedGradientsAgreeWithPyTorch)
{
    expectGolden("smoothed", golden.json["smoothing"].get<double>());
}

TEST_F(RnnSearchInDouble, AttentionAgreesWithPyTorch)
{
    network.score(packed(), part, trace);
    const double* alphas = trace.decoder.weights.map().data();
    for (Index b = 0; b < part.source.sentences(); ++b) {
        const auto& expected = golden.json["attention"][static_cast<std::size_t>(b)];
        const Index length = part.source.sequences.length(b);
        for (Index t = 0; t < part.target.sequences.length(b); ++t) {
            const Index start = part.target.weightStart[static_cast<std::size_t>(part.target.sequences.column(b, t))];
            for (Index s = 0; s < length; ++s)
                EXPECT_NEAR(alphas[start + s], expected[static_cast<std::size_t>(t * length + s)].get<double>(), 1e-11);
        }
    }
}

TEST_F(RnnSearchInDouble, ScoreAgreesWithTheTrainingLoss)
{
    const auto scored = network.score(packed(), part, trace);
    const auto trained = run(gradient, DropoutPlan::none());
    EXPECT_NEAR(scored.loss, trained, 1e-12);
}

TEST_F(RnnSearchInDouble, ABatchIsTheSumOfItsPairs)
{
    const double together = run(gradient, DropoutPlan::none());
    std::vector<double> sum = zeros();
    double apart = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        part = testing::partOf({golden.sources[i]}, {golden.targets[i]}, golden.sizes());
        apart += run(sum, DropoutPlan::none());
    }
    EXPECT_NEAR(together, apart, 1e-12);
    for (std::size_t i = 0; i < sum.size(); ++i)
        EXPECT_NEAR(gradient[i], sum[i], 1e-12);
}

TEST_F(RnnSearchInDouble, ScaleMultipliesTheGradientAlone)
{
    std::vector<double> half = zeros();
    EXPECT_EQ(run(gradient, DropoutPlan::none()), run(half, DropoutPlan::none(), 0.5));
    for (std::size_t i = 0; i < half.size(); ++i)
        EXPECT_NEAR(gradient[i], 2 * half[i], 1e-13);
}

TEST_F(RnnSearchInDouble, SentencesOfOneTokenWork)
{
    part = testing::partOf({ids({2})}, {ids({2})}, golden.sizes());
    EXPECT_TRUE(std::isfinite(run(gradient, DropoutPlan::none())));
    EXPECT_EQ(trace.decoder.weights.map()(0, 0), 1);
}

} // namespace
} // namespace alignoscope::models

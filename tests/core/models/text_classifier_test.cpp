// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole classifier in double: against PyTorch and against finite differences.
#include "models/text_classifier_passes.h"
#include "small_model.h"
#include "support/gradient_check.h"

#include <gtest/gtest.h>

namespace alignoscope::models {
namespace {

using testing::GoldenModel;
using testing::ids;

struct TextClassifierInDouble : ::testing::Test {
    nlohmann::json json =
        nlohmann::json::parse(std::ifstream(alignoscope::testing::testData("golden/classifier.json")));
    ClassifierSizes sizes = sizesFrom(json["sizes"]);
    TextClassifier<double> network{sizes};
    nn::Weights<double> weights{network.layout(), nn::Weights<double>::Passes::Both};
    TextClassifier<double>::Trace trace;
    TextBatch batch;
    std::vector<double> parameters, gradient = zeros();

    void SetUp() override
    {
        GoldenModel::fill(network.layout(), json["parameters"], parameters);
        assign(false);
    }
    static ClassifierSizes sizesFrom(const nlohmann::json& s)
    {
        return {s["words"],  s["labels"], s["embedding"], s["units"], s["filters"],
                s["kernel"], s["dense"],  s["positions"], true};
    }
    void assign(bool padded)
    {
        testing::Sentences texts;
        for (const auto& text : json["texts"])
            texts.push_back(ids(text.get<std::vector<int>>()));
        std::vector<TokenId> labels;
        for (const int label : json["labels"].get<std::vector<int>>())
            labels.push_back(TokenId(label + 3));
        sizes.maskPadding = !padded;
        batch.assign(testing::views(texts), labels, sizes.shape());
    }
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
    double run(std::vector<double>& into, const ClassifierDropout& dropout, double smoothing = 0)
    {
        const double loss = network.lossAndGradient(packed(), into.data(), batch, dropout, 1, smoothing, trace);
        for (Index i = 0; i < batch.words.size(); ++i)
            network.embedding().in(into.data()).col(batch.words.words()[static_cast<std::size_t>(i)]) +=
                trace.wordGradient.map().col(i);
        return loss;
    }
    void expectGolden(const char* key)
    {
        const nlohmann::json& expected = json[key];
        std::vector<double> gradients;
        GoldenModel::fill(network.layout(), expected["gradients"], gradients);
        EXPECT_NEAR(run(gradient, ClassifierDropout::none()), expected["loss"].get<double>(), 1e-9);
        for (const auto& entry : network.layout().entries()) {
            const auto difference = entry.slot.in(gradient.data()) - entry.slot.in(gradients.data());
            EXPECT_LT(difference.cwiseAbs().maxCoeff(), 1e-9) << entry.name;
        }
        for (Index b = 0; b < batch.texts(); ++b) {
            const auto text = static_cast<std::size_t>(b);
            nn::Vector<double> p = trace.logits.map().col(b).array().exp();
            p /= p.sum();
            expectNumbers(p, expected["probabilities"][text], "probabilities");
            expectNumbers(trace.alphas.map().col(0).segment(batch.first(b), batch.length(b)),
                          expected["attention"][text], "attention");
            expectNumbers(trace.features.map().col(b), expected["features"][text], "features");
        }
    }
    template <class Numbers>
    static void expectNumbers(const Numbers& numbers, const nlohmann::json& expected, const char* what)
    {
        ASSERT_EQ(static_cast<std::size_t>(numbers.size()), expected.size()) << what;
        for (Index i = 0; i < numbers.size(); ++i)
            EXPECT_NEAR(numbers[i], expected[static_cast<std::size_t>(i)].get<double>(), 1e-9) << what << ' ' << i;
    }
    void expectGradientOfLoss(const ClassifierDropout& dropout)
    {
        run(gradient, dropout);
        const auto loss = [&] {
            std::vector<double> unused = zeros();
            return run(unused, dropout);
        };
        for (const auto& entry : network.layout().entries()) {
            if (entry.slot.offset == network.frozen().offset)
                continue; // no parameter
            const auto at = static_cast<std::size_t>(entry.slot.offset),
                       size = static_cast<std::size_t>(entry.slot.rows * entry.slot.cols);
            const auto check = alignoscope::testing::checkGradient(std::span(parameters).subspan(at, size),
                                                                   std::span(gradient).subspan(at, size), loss);
            EXPECT_LT(check.worst, 1e-7) << entry.name << ": " << check;
            EXPECT_GT(check.largest, 1e-4) << entry.name << " does not matter to the loss";
        }
    }
};

TEST_F(TextClassifierInDouble, AgreesWithPyTorch)
{
    expectGolden("masked");
}

TEST_F(TextClassifierInDouble, AgreesWithPyTorchWherePaddingTakesPart)
{
    assign(true);
    expectGolden("padded");
}

TEST_F(TextClassifierInDouble, GradientOfEveryParameter)
{
    expectGradientOfLoss(ClassifierDropout::none());
}

TEST_F(TextClassifierInDouble, GradientWithDropout)
{
    expectGradientOfLoss(ClassifierDropout::of(0.4, 0.3, 5, 1));
}

TEST_F(TextClassifierInDouble, FrozenWordVectorsHaveNoGradient)
{
    const std::int32_t word = batch.words.words().front();
    network.frozen().in(parameters.data())(word, 0) = 1;
    run(gradient, ClassifierDropout::none());
    EXPECT_EQ(network.embedding().in(gradient.data()).col(word).cwiseAbs().maxCoeff(), 0);
    EXPECT_GT(network.embedding().in(gradient.data()).cwiseAbs().maxCoeff(), 0); // of the others
    // 9 × 4 + 4 × 18 + 18 + 2 (3 × 6 + 3 × 3) + 6 + 7 + 18 × 5 + 5 + 16 × 6 + 6 + 3 × 6 + 3 − one vector of 4
    EXPECT_EQ(network.parameters(parameters.data()), 36 + 72 + 18 + 54 + 13 + 95 + 102 + 21 - 4);
}

TEST(TextBatch, CutsMasksAndPads)
{
    const testing::Sentences texts{ids({5, 6, 7, 2}), ids({8, 2}), ids({5, 6, 7, 8, 5})};
    TextBatch batch;
    batch.assign(testing::views(texts), std::vector<TokenId>{TokenId{3}, TokenId{4}, TokenId{3}}, {10, 4, false});
    EXPECT_EQ(batch.start, (std::vector<Index>{0, 3, 4, 8})); // no end mark; four of five words
    EXPECT_EQ(batch.label, (std::vector<std::int32_t>{0, 1, 0}));
    EXPECT_EQ(batch.words.words(), (std::vector<std::int32_t>{5, 6, 7, 8}));
    batch.assign(testing::views(texts), {}, {10, 4, true});
    EXPECT_EQ(batch.start, (std::vector<Index>{0, 4, 8, 12}));
    EXPECT_EQ(batch.real, (std::vector<Index>{3, 1, 4}));
    EXPECT_TRUE(batch.label.empty());
}

} // namespace
} // namespace alignoscope::models

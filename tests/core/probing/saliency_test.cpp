// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rnnsearch_passes.h"
#include "probing/saliency.h"
#include "probing_support.h"

// In double: the same template as runs in float.
namespace alignoscope::probing {
namespace {

using testing::GoldenExplanation;
using Tokens = std::vector<TokenId>;

struct GradientTimesInput : ::testing::Test {
    GoldenExplanation golden;

    template <class Scalar>
    static std::vector<Scalar> allRows(const models::RnnSearch<Scalar>& network, const nn::Weights<Scalar>& weights,
                                       const Tokens& source, const Tokens& target)
    {
        std::vector<Scalar> out(source.size() * target.size(), 99);
        Saliency<Scalar> saliency(network, weights);
        const auto count = static_cast<Index>(target.size());
        saliency.rows(source, target, 0, 1, out.data()); // in two parts, as threads share them
        saliency.rows(source, target, 1, count - 1, out.data());
        return out;
    }
};

TEST_F(GradientTimesInput, AgreesWithPyTorch)
{
    const models::RnnSearch<double> network(golden.sizes());
    const auto block = golden.parameters<double>(network.layout());
    const nn::Weights<double> weights(network.layout(), nn::Weights<double>::Passes::Both, block.data());
    for (const auto& pair : golden.json["pairs"])
        testing::expectNear(allRows(network, weights, GoldenExplanation::tokens(pair["source"]),
                                    GoldenExplanation::tokens(pair["target"])),
                            pair["gradient"], 1e-10, "gradient × input");
}

/// The source 3 4 4 4 3 </s> with a word of its own for every position, all with the vectors of 3 and 4: moving one
/// word vector then moves one position alone, though the sentence is the same.
TEST_F(GradientTimesInput, AgreesWithFiniteDifferencesOfEachOccurrence)
{
    models::Sizes sizes = golden.sizes();
    const models::RnnSearch<double> small(sizes);
    const auto numbers = golden.parameters<double>(small.layout());
    const nn::Weights<double> smallWeights(small.layout(), nn::Weights<double>::Passes::Both, numbers.data());
    const auto& pair = golden.json["pairs"][0];
    const Tokens source = GoldenExplanation::tokens(pair["source"]), target = GoldenExplanation::tokens(pair["target"]);
    const auto found = allRows(small, smallWeights, source, target);

    const Index before = sizes.sourceWords;
    sizes.sourceWords += static_cast<Index>(source.size());
    const models::RnnSearch<double> network(sizes);
    std::vector<double> block(static_cast<std::size_t>(network.layout().size()), 0);
    for (std::size_t i = 0; i < network.layout().entries().size(); ++i) {
        const nn::Slot from = small.layout().entries()[i].slot, to = network.layout().entries()[i].slot;
        to.in(block.data()).leftCols(from.cols) = from.in(numbers.data());
    }
    auto table = network.wordTables()[0].in(block.data());
    Tokens apart;
    for (std::size_t j = 0; j < source.size(); ++j) {
        apart.push_back(TokenId(static_cast<std::int32_t>(before + static_cast<Index>(j))));
        table.col(index(apart.back())) = table.col(index(source[j]));
    }
    models::BatchPart part;
    const std::span<const TokenId> sources[] = {apart}, targets[] = {target};
    part.source.assign(sources, sizes.sourceWords);
    part.target.assign(targets, part.source, sizes.targetWords);
    models::RnnSearch<double>::Trace trace;
    const auto losses = [&] { // of one sentence: a column a target word
        const nn::Weights<double> weights(network.layout(), nn::Weights<double>::Passes::Both, block.data());
        std::vector<double> each(target.size());
        network.score(weights, part, trace, &each);
        return each;
    };
    constexpr double h = 1e-5;
    double largest = 0;
    for (std::size_t j = 0; j < source.size(); ++j) {
        const nn::Vector<double> vector = table.col(index(apart[j])); // along x_j: Σ_k x_jk ∂/∂x_jk
        table.col(index(apart[j])) = (1 + h) * vector;
        const auto above = losses();
        table.col(index(apart[j])) = (1 - h) * vector;
        const auto below = losses();
        table.col(index(apart[j])) = vector;
        for (std::size_t t = 0; t < target.size(); ++t) {
            const double numeric = -(above[t] - below[t]) / (2 * h);
            EXPECT_NEAR(found[t * source.size() + j], numeric, 1e-8) << "word " << t << ", position " << j;
            largest = std::max(largest, std::abs(numeric));
        }
    }
    EXPECT_GT(largest, 1e-2);
}

/// Where the model is all but certain (p = 1 − 2·10⁻⁹, which float takes for 1), the gradient is tiny but has its
/// digits.
TEST_F(GradientTimesInput, KeepsItsDigitsWhereTheModelIsCertain)
{
    const auto& pair = golden.json["pairs"][1];
    const Tokens source = GoldenExplanation::tokens(pair["source"]), target = GoldenExplanation::tokens(pair["target"]);
    const auto certain = [&]<class Scalar>(Scalar) {
        const models::RnnSearch<Scalar> network(golden.sizes());
        auto block = golden.parameters<Scalar>(network.layout());
        for (const auto& entry : network.layout().entries())
            if (entry.name == "output.bias")
                entry.slot.in(block.data())(index(target[0]), 0) += 22;
        const nn::Weights<Scalar> weights(network.layout(), nn::Weights<Scalar>::Passes::Both, block.data());
        return allRows(network, weights, source, target);
    };
    const auto exact = certain(double()), found = [&] {
        const auto floats = certain(float());
        return std::vector<double>(floats.begin(), floats.end());
    }();
    double largest = 0;
    for (std::size_t j = 0; j < source.size(); ++j)
        largest = std::max(largest, std::abs(exact[j]));
    EXPECT_GT(largest, 1e-13);
    EXPECT_LT(largest, 1e-8);
    for (std::size_t j = 0; j < source.size(); ++j)
        EXPECT_NEAR(found[j], exact[j], 1e-4 * largest) << j;
}

TEST(SourceBatch, KeepsOccurrencesApartWhereAsked)
{
    const Tokens one = {TokenId(5), TokenId(4), TokenId(5), TokenId(2)}, two = {TokenId(5), TokenId(2)};
    const std::span<const TokenId> sentences[] = {two, one};
    models::SourceBatch batch;
    batch.assign(sentences, 7, true);
    EXPECT_EQ(batch.words.words(), (std::vector<std::int32_t>{5, 2, 5, 4, 5, 2}));
    for (Index b = 0; b < 2; ++b)
        for (Index t = 0; t < batch.sequences.length(b); ++t)
            EXPECT_EQ(batch.forwardWord[static_cast<std::size_t>(batch.sequences.column(b, t))],
                      batch.annotation(b) + t);
    batch.assign(sentences, 7);
    EXPECT_EQ(batch.words.words(), (std::vector<std::int32_t>{5, 2, 4}));
}

} // namespace
} // namespace alignoscope::probing

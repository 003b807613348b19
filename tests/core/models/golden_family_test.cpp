// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rnnsearch_passes.h"
#include "small_model.h"

#include <gtest/gtest.h>

// tests/golden/make_family_values.py: torch.nn.LSTM, and whole models of the family in PyTorch.
namespace alignoscope::models {
namespace {

using testing::GoldenModel;
using testing::Sentences;
using Json = nlohmann::json;
using Block = std::vector<double>;

Json family()
{
    return Json::parse(std::ifstream(alignoscope::testing::testData("golden/family.json")));
}

template <class Got>
void expectNear(const Got& got, const Json& expected, const std::string& what)
{
    const auto numbers = expected.get<std::vector<double>>();
    ASSERT_EQ(static_cast<std::size_t>(got.size()), numbers.size()) << what;
    const nn::ConstMatrixMap<double> reference(numbers.data(), got.rows(), got.cols());
    EXPECT_LT((got - reference).cwiseAbs().maxCoeff(), 1e-9) << what;
}

void expectGradients(const nn::ParameterLayout& layout, const Block& gradient, const Json& expected)
{
    EXPECT_EQ(layout.entries().size(), expected.size());
    for (const auto& entry : layout.entries())
        expectNear(entry.slot.in(gradient.data()), expected.at(entry.name), entry.name);
}

Sentences sentencesOf(const Json& json)
{
    Sentences sentences;
    for (const Json& one : json)
        sentences.push_back(testing::ids(one.get<std::vector<int>>()));
    return sentences;
}

void expectEncoder(const Json& json)
{
    Sizes sizes;
    sizes.sourceWords = json["sizes"][0];
    sizes.embedding = json["sizes"][1];
    sizes.hidden = json["sizes"][2];
    sizes.encoderCell = json["cell"] == "lstm" ? RecurrentCell::Lstm : RecurrentCell::Gru;
    sizes.layers = json["layers"];
    sizes.bidirectional = json["bidirectional"];
    nn::ParameterLayout layout;
    const Encoder<double> encoder(layout, sizes, {});
    Block parameters, gradient(static_cast<std::size_t>(layout.size()), 0);
    GoldenModel::fill(layout, json["values"], parameters);
    const nn::Weights<double> weights(layout, nn::Weights<double>::Passes::Both, parameters.data());
    const Sentences sentences = sentencesOf(json["sentences"]);
    SourceBatch batch;
    batch.assign(testing::views(sentences), sizes.sourceWords);
    Encoder<double>::Trace trace;
    Encoded<double> encoded, wanted;
    encoder.forward(weights, batch, {}, trace, encoded);
    wanted.annotations.zeros(sizes.annotation(), batch.annotations());
    wanted.summary.zeros(sizes.encoderUnits(), batch.sentences());
    for (Index b = 0; b < batch.sentences(); ++b) {
        const auto at = static_cast<std::size_t>(b);
        const Index first = batch.annotation(b), length = batch.sequences.length(b);
        expectNear(encoded.annotations.map().middleCols(first, length), json["annotations"][at], "annotations");
        expectNear(encoded.summary.map().col(b), json["summaries"][at], "summary");
        const auto numbers = json["wanted"][at].get<std::vector<double>>();
        wanted.annotations.map().middleCols(first, length) =
            nn::ConstMatrixMap<double>(numbers.data(), sizes.annotation(), length);
    }
    nn::ProductScratch<double> scratch;
    encoder.backward(weights, gradient.data(), batch, {}, encoded, trace, wanted, scratch);
    for (Index i = 0; i < batch.words.size(); ++i)
        encoder.embedding().in(gradient.data()).col(batch.words.words()[static_cast<std::size_t>(i)]) +=
            trace.embeddedGradient.map().col(i);
    expectGradients(layout, gradient, json["gradients"]);
}

TEST(GoldenFamily, EncodersOfLayersAndDirections)
{
    const Json golden = family();
    for (const Json& json : golden["encoders"]) {
        SCOPED_TRACE(json["cell"].get<std::string>() + ", layers " + json["layers"].dump() + ", both directions "
                     + json["bidirectional"].dump());
        expectEncoder(json);
    }
}

void expectModel(Sizes sizes, const Json& json)
{
    const auto s = json["sizes"].get<std::vector<Index>>();
    sizes.sourceWords = s[0];
    sizes.targetWords = s[1];
    sizes.embedding = s[2];
    sizes.hidden = s[3];
    sizes.alignment = s[4];
    sizes.maxout = s[5];
    sizes.attention.coverageLoss = json["share"];
    const RnnSearch<double> network(sizes);
    Block parameters, gradient(static_cast<std::size_t>(network.layout().size()), 0);
    GoldenModel::fill(network.layout(), json["values"], parameters);
    Sentences sources, targets;
    for (const Json& pair : json["pairs"]) {
        sources.push_back(testing::ids(pair[0].get<std::vector<int>>()));
        targets.push_back(testing::ids(pair[1].get<std::vector<int>>()));
    }
    const BatchPart part = testing::partOf(sources, targets, sizes);
    const nn::Weights<double> weights(network.layout(), nn::Weights<double>::Passes::Both, parameters.data());
    RnnSearch<double>::Trace trace;
    const double loss = network.lossAndGradient(weights, gradient.data(), part, DropoutPlan::none(), 1, 0, trace);
    EXPECT_NEAR(loss, json["loss"].get<double>(), 1e-9);
    for (Index b = 0; b < part.target.sequences.sentences(); ++b) {
        const Index length = part.source.sequences.length(b), steps = part.target.sequences.length(b);
        nn::Matrix<double> alphas(length, steps);
        for (Index t = 0; t < steps; ++t) {
            const auto column = static_cast<std::size_t>(part.target.sequences.column(b, t));
            alphas.col(t) = trace.decoder.weights.map().middleRows(part.target.weightStart[column], length);
        }
        expectNear(alphas, json["attention"][static_cast<std::size_t>(b)], "attention");
    }
    const std::vector<nn::Slot> tables = network.wordTables();
    const auto tableGradients = RnnSearch<double>::wordGradients(trace);
    for (std::size_t table = 0; table < tables.size(); ++table) {
        const auto& words = table == 0 ? part.source.words : part.target.words;
        for (Index i = 0; i < words.size(); ++i)
            tables[table].in(gradient.data()).col(words.words()[static_cast<std::size_t>(i)]) +=
                tableGradients[table].col(i);
    }
    expectGradients(network.layout(), gradient, json["gradients"]);
}

TEST(GoldenFamily, LuongModelWithInputFeeding)
{
    Sizes sizes;
    sizes.encoderCell = sizes.decoderCell = RecurrentCell::Lstm;
    sizes.layers = 2;
    sizes.bidirectional = false;
    sizes.decoder = DecoderKind::Luong;
    sizes.inputFeeding = true;
    sizes.attention.kind = "general";
    expectModel(sizes, family()["luong"]);
}

TEST(GoldenFamily, BahdanauModelWithCoverage)
{
    Sizes sizes;
    sizes.attention.coverage = true;
    expectModel(sizes, family()["coverage"]);
}

} // namespace
} // namespace alignoscope::models

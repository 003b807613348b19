// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/attention_passes.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

// tests/golden/make_family_values.py: every kind of attention in PyTorch. A row there is a column here.
namespace alignoscope::nn {
namespace {

using Json = nlohmann::json;

Matrix<double> matrix(const Json& values, Index rows)
{
    const auto numbers = values.get<std::vector<double>>();
    return ConstMatrixMap<double>(numbers.data(), rows, static_cast<Index>(numbers.size()) / rows);
}

AttentionOptions optionsOf(const Json& json)
{
    const Json& given = json["options"];
    AttentionOptions options = attentionKind(json["kind"].get<std::string>()).defaults;
    options.window = given.value("window", options.window);
    options.coverage = given.value("coverage", options.coverage);
    options.scale = given.value("scale", options.scale);
    options.scoreMode = given.value("concat", false) ? ScoreMode::Concat : ScoreMode::Dot;
    options.causal = given.value("causal", options.causal);
    return options;
}

/// All queries of a case over its sentence, as a decoder would ask them.
struct GoldenKind {
    const Json& json;
    Index units, length, steps;
    std::unique_ptr<Attention<double>> attention;
    ParameterLayout layout;
    std::vector<double> parameters, parameterGradient;
    Matrix<double> states, annotations, W, U, keys, coverage, wanted, wantedWeights;
    Matrix<double> dStates, dAnnotations, dW, dKeys, dCoverage, alphas, contexts;
    std::vector<double> centres;

    GoldenKind(const Json& golden, const Json& one)
        : json(one), units(golden["units"]), length(golden["length"]), steps(golden["steps"]),
          attention(
              makeAttention<double>({units, units, units / 2, golden["alignment"], golden["longest"]}, optionsOf(one)))
    {
        attention->addParameters(layout, "attention");
        parameters.assign(static_cast<std::size_t>(layout.size()), 0);
        parameterGradient = parameters;
        for (const auto& entry : layout.entries())
            entry.slot.in(parameters.data()) = matrix(one["values"].at(entry.name), entry.slot.rows);
        states = value("states", units);
        annotations = value("annotations", units);
        W = value("query", rowsOf(attention->queryBlocks()));
        U = value("keys", rowsOf(attention->keyBlocks()));
        keys = U * annotations;
        coverage = value("coverage", length);
        wanted = matrix(one["wanted"], units);
        wantedWeights = matrix(one["wanted_weights"], length);
    }
    static Index rowsOf(const std::vector<StartBlock>& blocks)
    {
        Index rows = 0;
        for (const StartBlock& block : blocks)
            rows += block.rows;
        return rows;
    }
    [[nodiscard]] Matrix<double> value(const char* name, Index rows) const
    {
        return json["values"].contains(name) ? matrix(json["values"][name], rows) : Matrix<double>(0, units);
    }

    void run()
    {
        dStates.setZero(units, steps);
        dAnnotations.setZero(units, length);
        dW.setZero(W.rows(), units);
        dKeys.setZero(keys.rows(), length);
        dCoverage.setZero(length, steps);
        alphas.setZero(length, steps);
        contexts.setZero(units, steps);
        const Weights<double> weights(layout, Weights<double>::Passes::Both, parameters.data());
        for (Index t = 0; t < steps; ++t)
            ask(weights, t);
        dAnnotations += U.transpose() * dKeys;
    }
    void ask(const Weights<double>& weights, Index t)
    {
        const Matrix<double> query = W * states.col(t);
        const Json& given = json["options"];
        const Dropout dropout{given.value("dropout", 0.0), given.value("seed", std::uint64_t(0))};
        AttentionInput<double> in{{states.col(t).data(), units},
                                  {query.data(), query.rows()},
                                  {keys.data(), keys.rows(), length},
                                  {annotations.data(), units, length}};
        in.position = t;
        in.dropout = &dropout;
        in.dropoutKey = static_cast<std::uint64_t>(t);
        if (attention->readsCoverage())
            new (&in.coverage) AttentionInput<double>::Column(coverage.col(t).data(), length);
        AttentionScratch<double> scratch;
        const Eigen::Map<Vector<double>> a(alphas.col(t).data(), length), c(contexts.col(t).data(), units);
        attention->forward(weights, in, a, c, scratch);
        if (attention->window() >= 0)
            centres.push_back(attention->centre(weights, in));
        Matrix<double> dQuery = Matrix<double>::Zero(query.rows(), 1);
        attention->backward(weights, in, {alphas.col(t).data(), length}, {wanted.col(t).data(), units},
                            {wantedWeights.col(t).data(), length}, scratch,
                            {parameterGradient.data(),
                             {dStates.col(t).data(), units},
                             {dQuery.data(), dQuery.rows()},
                             {dKeys.data(), dKeys.rows(), length},
                             {dAnnotations.data(), units, length},
                             {dCoverage.col(t).data(), length}});
        dW += dQuery * states.col(t).transpose();
        dStates.col(t) += W.transpose() * dQuery;
    }

    void expect(const Matrix<double>& got, const Json& expected, const char* what) const
    {
        const Matrix<double> reference = matrix(expected, std::max<Index>(1, got.rows()));
        ASSERT_EQ(got.size(), reference.size()) << what;
        EXPECT_LT((got - reference).cwiseAbs().maxCoeff(), 1e-9) << what;
    }
    void expectGolden()
    {
        SCOPED_TRACE(json["kind"].get<std::string>() + " " + json["options"].dump());
        run();
        const Json& gradients = json["gradients"];
        expect(alphas, json["weights"], "weights");
        expect(contexts, json["contexts"], "contexts");
        expect(dStates, gradients["states"], "states");
        expect(dAnnotations, gradients["annotations"], "annotations");
        if (W.rows() > 0)
            expect(dW, gradients["query"], "W");
        if (U.rows() > 0)
            expect(dKeys * annotations.transpose(), gradients["keys"], "U");
        if (coverage.rows() > 0)
            expect(dCoverage, gradients["coverage"], "coverage");
        for (const auto& entry : layout.entries())
            expect(entry.slot.in(parameterGradient.data()), gradients[entry.name], entry.name.c_str());
        if (json.contains("centres"))
            expect(ConstMatrixMap<double>(centres.data(), 1, static_cast<Index>(centres.size())), json["centres"],
                   "centres");
    }
};

TEST(GoldenKinds, WeightsContextsAndGradients)
{
    const Json golden = Json::parse(std::ifstream(alignoscope::testing::testData("golden/kinds.json")));
    std::set<std::string> seen;
    for (const Json& one : golden["cases"]) {
        GoldenKind(golden, one).expectGolden();
        seen.insert(one["kind"].get<std::string>());
    }
    for (const AttentionKind& kind : attentionKinds())
        EXPECT_TRUE(seen.contains(kind.name)) << "no reference values of " << kind.name;
}

/// Luong, Pham & Manning 2015, 3.2: D = 1 over four words sees the words t − 1 … t + 1, and of the sixth target word
/// the last two.
TEST(LocalAttention, LooksAroundItsOwnPosition)
{
    AttentionOptions options;
    options.kind = "local-m";
    options.window = 1;
    const auto attention = makeAttention<double>({2, 2, 1, 2, 9}, options);
    ParameterLayout layout;
    const Weights<double> weights(layout, Weights<double>::Passes::Both, nullptr);
    const Matrix<double> annotations = Matrix<double>::Zero(2, 4);
    const Vector<double> zero = Vector<double>::Zero(2);
    const auto look = [&](Index position) {
        AttentionInput<double> in{
            {zero.data(), 2}, {zero.data(), 2}, {annotations.data(), 0, 4}, {annotations.data(), 2, 4}};
        in.position = position;
        Vector<double> alphas(4), context(2);
        AttentionScratch<double> scratch;
        attention->forward(weights, in, {alphas.data(), 4}, {context.data(), 2}, scratch);
        EXPECT_EQ(attention->centre(weights, in), std::min<double>(3, static_cast<double>(position)));
        return alphas;
    };
    EXPECT_EQ(attention->window(), 1);
    EXPECT_EQ(look(0), (Vector<double>(4) << 0.5, 0.5, 0, 0).finished());
    EXPECT_LT((look(1) - (Vector<double>(4) << 1 / 3.0, 1 / 3.0, 1 / 3.0, 0).finished()).norm(), 1e-15);
    EXPECT_EQ(look(5), (Vector<double>(4) << 0, 0, 0.5, 0.5).finished());
}

/// All parameters 0: p = S · σ(0) = 2 of four words, the second; D = 2 sees all four words with softmax ¼ each, and
/// exp(−(j − 2)² / 2) are e^−½, 1, e^−½, e^−2.
TEST(LocalAttention, WeighsByTheDistanceFromThePredictedPlace)
{
    AttentionOptions options;
    options.kind = "local-p";
    options.window = 2;
    const auto attention = makeAttention<double>({2, 2, 1, 2, 9}, options);
    ParameterLayout layout;
    attention->addParameters(layout, "attention");
    const std::vector<double> parameters(static_cast<std::size_t>(layout.size()), 0);
    const Weights<double> weights(layout, Weights<double>::Passes::Both, parameters.data());
    const Matrix<double> annotations = Matrix<double>::Zero(2, 4);
    const Vector<double> zero = Vector<double>::Zero(4);
    const AttentionInput<double> in{
        {zero.data(), 2}, {zero.data(), 4}, {annotations.data(), 0, 4}, {annotations.data(), 2, 4}};
    Vector<double> alphas(4), context(2);
    AttentionScratch<double> scratch;
    attention->forward(weights, in, {alphas.data(), 4}, {context.data(), 2}, scratch);
    EXPECT_EQ(attention->centre(weights, in), 1) << "counted from 0";
    const Vector<double> expected =
        0.25 * (Vector<double>(4) << std::exp(-0.5), 1, std::exp(-0.5), std::exp(-2)).finished();
    EXPECT_LT((alphas - expected).norm(), 1e-15);
}

/// A sentence longer than any trained on: the words beyond are never seen.
TEST(LocationAttention, KnowsNoPositionBeyondTheLongestSentence)
{
    AttentionOptions options;
    options.kind = "location";
    const auto attention = makeAttention<double>({2, 2, 1, 2, 3}, options);
    ParameterLayout layout;
    const Weights<double> weights(layout, Weights<double>::Passes::Both, nullptr);
    const Matrix<double> annotations = Matrix<double>::Zero(2, 5);
    const Vector<double> query = (Vector<double>(3) << 0, std::log(2.0), 0).finished();
    const AttentionInput<double> in{
        {query.data(), 2}, {query.data(), 3}, {annotations.data(), 0, 5}, {annotations.data(), 2, 5}};
    Vector<double> alphas(5), context(2);
    AttentionScratch<double> scratch;
    attention->forward(weights, in, {alphas.data(), 5}, {context.data(), 2}, scratch);
    EXPECT_LT((alphas - (Vector<double>(5) << 0.25, 0.5, 0.25, 0, 0).finished()).norm(), 1e-15);
}

} // namespace
} // namespace alignoscope::nn

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"
#include "nn/attention_passes.h"
#include "nn/recurrent_layer.h"
#include "support/shared_data.h"

#include <nlohmann/json.hpp>

#include <fstream>

// tests/golden/make_torch_values.py: the same formulas in PyTorch. A row there is a column here.
namespace alignoscope::nn {
namespace {

struct GoldenLayers : ::testing::Test {
    nlohmann::json golden = nlohmann::json::parse(std::ifstream(alignoscope::testing::testData("golden/layers.json")));

    static Matrix<double> matrix(const nlohmann::json& values, Index rows)
    {
        const auto numbers = values.get<std::vector<double>>();
        return ConstMatrixMap<double>(numbers.data(), rows, static_cast<Index>(numbers.size()) / rows);
    }
    static void expectNear(const Matrix<double>& got, const Matrix<double>& expected, const char* what)
    {
        ASSERT_EQ(got.size(), expected.size());
        EXPECT_LT((got - expected).cwiseAbs().maxCoeff(), 1e-10) << what;
    }
};

TEST_F(GoldenLayers, Gru)
{
    const auto& json = golden["gru"];
    const Index n = json["units"];
    ParameterLayout layout;
    const RecurrentLayer<double> gru(layout, "gru", RecurrentCell::Gru, n);
    const Slot gates = layout.entries()[0].slot, candidate = layout.entries()[1].slot;
    std::vector<double> parameters(static_cast<std::size_t>(layout.size()), 0), gradient = parameters;
    gates.in(parameters.data()) = matrix(json["gates"], 2 * n);
    candidate.in(parameters.data()) = matrix(json["candidate"], n);
    PackedSequences packed;
    packed.assign(json["lengths"].get<std::vector<Index>>());
    const auto pack = [&](const char* name, Index rows) {
        Matrix<double> all(rows, packed.total());
        for (Index b = 0; b < packed.sentences(); ++b) {
            const auto one = matrix(json[name][static_cast<std::size_t>(b)], rows);
            for (Index t = 0; t < one.cols(); ++t)
                all.col(packed.column(b, t)) = one.col(t);
        }
        return all;
    };
    const Weights<double> weights(layout, Weights<double>::Passes::Both, parameters.data());
    ProductScratch<double> scratch;
    RecurrentLayer<double>::Trace trace;
    gru.forward(weights, packed, pack("inputs", 3 * n), trace);
    expectNear(trace.states.map(), pack("states", n), "states");
    Matrix<double> stateGradient = pack("state_gradient", n), inputGradient(3 * n, packed.total());
    gru.backward(weights, gradient.data(), packed, trace, stateGradient, inputGradient, scratch);
    expectNear(inputGradient, pack("input_gradient", 3 * n), "inputs");
    expectNear(gates.in(gradient.data()), matrix(json["gates_gradient"], 2 * n), "gates");
    expectNear(candidate.in(gradient.data()), matrix(json["candidate_gradient"], n), "candidate");
}

TEST_F(GoldenLayers, AdditiveAttention)
{
    const auto& json = golden["attention"];
    const Index a = json["alignment"], width = json["width"], length = json["length"];
    ParameterLayout layout;
    AttentionOptions options;
    const auto attention = makeAttention<double>({a, width, width, a, length}, options);
    attention->addParameters(layout, "attention");
    std::vector<double> parameters(static_cast<std::size_t>(layout.size()), 0), gradient = parameters;
    const Slot score = layout.entries()[0].slot;
    score.in(parameters.data()) = matrix(json["score"], a);
    const Matrix<double> query = matrix(json["query"], a), keys = matrix(json["keys"], a),
                         annotations = matrix(json["annotations"], width);
    const Vector<double> contextGradient = matrix(json["context_gradient"], width);
    AttentionScratch<double> scratch;
    const Weights<double> weights(layout, Weights<double>::Passes::Both, parameters.data());
    Vector<double> alphas(length), context(width), state = Vector<double>::Zero(a);
    const AttentionInput<double> in{
        {state.data(), a}, {query.data(), a}, {keys.data(), a, length}, {annotations.data(), width, length}};
    attention->forward(weights, in, {alphas.data(), length}, {context.data(), width}, scratch);
    expectNear(alphas, matrix(json["weights"], length), "weights");
    expectNear(context, matrix(json["context"], width), "context");
    Matrix<double> queryGradient = Matrix<double>::Zero(a, 1), keyGradient = Matrix<double>::Zero(a, length),
                   annotationGradient = Matrix<double>::Zero(width, length), stateGradient = Matrix<double>::Zero(a, 1);
    attention->backward(weights, in, {alphas.data(), length}, {contextGradient.data(), width}, {nullptr, 0}, scratch,
                        {gradient.data(),
                         {stateGradient.data(), a},
                         {queryGradient.data(), a},
                         {keyGradient.data(), a, length},
                         {annotationGradient.data(), width, length}});
    expectNear(score.in(gradient.data()), matrix(json["score_gradient"], a), "score");
    expectNear(queryGradient, matrix(json["query_gradient"], a), "query");
    expectNear(keyGradient, matrix(json["keys_gradient"], a), "keys");
    expectNear(annotationGradient, matrix(json["annotations_gradient"], width), "annotations");
}

} // namespace
} // namespace alignoscope::nn

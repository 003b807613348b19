// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/small_model.h"
#include "probing/principal_components.h"
#include "probing/states.h"

#include <gtest/gtest.h>

// tests/golden/make_state_values.py: the same formulas in NumPy.
namespace alignoscope::probing {
namespace {

using models::testing::GoldenModel;

nlohmann::json golden()
{
    return nlohmann::json::parse(std::ifstream(alignoscope::testing::testData("golden/states.json")));
}

void expectNear(const UnitMatrix& got, const nlohmann::json& expected, std::size_t positions, const std::string& what)
{
    const auto numbers = expected.get<std::vector<double>>();
    ASSERT_EQ(got.values.size(), numbers.size()) << what;
    EXPECT_EQ(static_cast<std::size_t>(got.positions), positions) << what;
    EXPECT_EQ(static_cast<std::size_t>(got.units) * positions, numbers.size()) << what;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        EXPECT_NEAR(got.values[i], numbers[i], 2e-6) << what << " " << i;
}

void expectNear(const LayerStates& got, const nlohmann::json& expected, std::size_t positions, const std::string& what)
{
    expectNear(got.of(Quantity::UpdateGate), expected["update"], positions, what + ", update gate");
    expectNear(got.of(Quantity::ResetGate), expected["reset"], positions, what + ", reset gate");
    expectNear(got.of(Quantity::Candidate), expected["candidate"], positions, what + ", candidate");
    expectNear(got.state(), expected["state"], positions, what + ", state");
}

TEST(States, AgreeWithNumPy)
{
    const GoldenModel model;
    const auto json = golden();
    const models::RnnSearch<float> network(model.sizes());
    std::vector<float> parameters;
    GoldenModel::fill(network.layout(), model.json["parameters"], parameters);
    const nn::Weights<float> weights(network.layout(), nn::Weights<float>::Passes::Forward, parameters.data());
    for (std::size_t i = 0; i < json["which"].size(); ++i) {
        const auto pair = json["which"][i].get<std::size_t>();
        const auto states = readStates(network, weights, model.sources[pair], model.targets[pair]);
        const auto& expected = json["sentences"][i];
        const std::string where = "pair " + std::to_string(pair);
        expectNear(*states.last(Reading::Forwards), expected["forward"], model.sources[pair].size(),
                   where + " forwards");
        expectNear(*states.last(Reading::Backwards), expected["backward"], model.sources[pair].size(),
                   where + " backwards");
        expectNear(*states.last(Reading::Writing), expected["decoder"], model.targets[pair].size(), where + " decoder");
    }
}

TEST(PrincipalComponents, AgreeWithNumPy)
{
    const auto all = golden();
    for (const auto& json : all["components"]) {
        const auto numbers = json["points"].get<std::vector<double>>();
        const Index dimensions = json["dimensions"];
        const nn::ConstMatrixMap<double> points(numbers.data(), dimensions,
                                                static_cast<Index>(numbers.size()) / dimensions);
        const auto found = principalComponents(points, 2, 2, {});
        const auto axes = json["axes"].get<std::vector<double>>();
        const nn::ConstMatrixMap<double> expected(axes.data(), dimensions, 2);
        EXPECT_LT((found.axes - expected).cwiseAbs().maxCoeff(), 1e-8);
        EXPECT_NEAR(found.variances(0), json["variances"][0].get<double>(), 1e-9);
        EXPECT_NEAR(found.variances(1), json["variances"][1].get<double>(), 1e-9);
        EXPECT_NEAR(found.total, json["total"].get<double>(), 1e-9);
        EXPECT_NEAR(found.share(0), json["variances"][0].get<double>() / json["total"].get<double>(), 1e-10);
        const auto places = json["coordinates"].get<std::vector<double>>();
        const nn::ConstMatrixMap<double> coordinates(places.data(), 2, points.cols());
        const nn::Matrix<double> plane = found.axes.transpose() * (points.colwise() - found.mean);
        EXPECT_LT((plane - coordinates).cwiseAbs().maxCoeff(), 1e-8);
    }
}

TEST(UnitOrder, AgreesWithNumPy)
{
    const auto json = golden()["units"];
    UnitMatrix matrix;
    matrix.values = json["matrix"].get<std::vector<float>>();
    matrix.positions = json["positions"];
    matrix.units = static_cast<std::int32_t>(matrix.values.size()) / matrix.positions;
    EXPECT_EQ(orderUnits(matrix, UnitOrder::Similarity), json["similarity"].get<std::vector<std::int32_t>>());
    EXPECT_EQ(orderUnits(matrix, UnitOrder::Variance), json["variance"].get<std::vector<std::int32_t>>());
    const auto means = meanOverUnits(matrix);
    ASSERT_EQ(means.size(), json["means"].size());
    for (std::size_t j = 0; j < means.size(); ++j)
        EXPECT_NEAR(means[j], json["means"][j].get<double>(), 1e-6);
}

} // namespace
} // namespace alignoscope::probing

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shared_data.h"
#include "training/optimizer.h"
#include "training/parallel_gradient.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

// Twenty updates beside PyTorch's, of a model whose sizes are no multiples of a vector's: update_test.cpp has a tiny
// one.
namespace alignoscope::training {
namespace {

/// The numbers of tests/golden/make_torch_values.py.
class Congruential {
public:
    explicit Congruential(std::uint32_t state) : m_state(state) { }
    float next()
    {
        m_state = 1664525U * m_state + 1013904223U;
        return static_cast<float>((static_cast<int>((m_state >> 16) % 1001U) - 500) / 1100.0);
    }

private:
    std::uint32_t m_state;
};

std::vector<TokenId> sentence(const nlohmann::json& ids)
{
    std::vector<TokenId> tokens;
    for (const int id : ids)
        tokens.push_back(TokenId(id));
    return tokens;
}

class TwentyUpdatesOfOddSizes : public ::testing::TestWithParam<int> { };

TEST_P(TwentyUpdatesOfOddSizes, AgreeWithPyTorch)
{
    const auto json = nlohmann::json::parse(std::ifstream(alignoscope::testing::testData("golden/updates.json")));
    const auto s = json["sizes"].get<std::vector<nn::Index>>();
    const models::RnnSearch<float> network(models::Sizes{s[0], s[1], s[2], s[3], s[4], s[5]});
    models::ParameterBlock parameters(static_cast<std::size_t>(network.layout().size()), 0);
    Congruential numbers(json["seed"]);
    for (const auto& entry : network.layout().entries()) {
        const auto at = parameters.begin() + entry.slot.offset;
        std::generate(at, at + entry.slot.rows * entry.slot.cols, [&] { return numbers.next(); });
    }
    EncodedPairs pairs;
    for (const auto& pair : json["pairs"])
        pairs.add(sentence(pair[0]), sentence(pair[1]), pairs.size());

    nn::Weights<float> weights(network.layout(), nn::Weights<float>::Passes::Both, parameters.data());
    ThreadTeam team(GetParam());
    ParallelGradient gradient(network, team);
    Optimizer adam(OptimizerKind::Adam, parameters.size());
    std::vector<std::uint32_t> batch(json["batch"].get<std::size_t>());
    std::uint32_t first = 0;
    for (std::size_t update = 0; update < 20; ++update) {
        for (std::uint32_t& pair : batch)
            pair = first++ % static_cast<std::uint32_t>(pairs.size());
        weights.pack();
        const auto result = gradient.compute(weights, pairs, batch, models::DropoutPlan::none(), 0);
        const double loss = json["losses"][update], norm = json["norms"][update];
        EXPECT_NEAR(result.loss, loss, 1e-4 * loss) << update;
        EXPECT_NEAR(result.norm, norm, 1e-3 * norm) << update;
        adam.update(parameters, gradient.gradient(), static_cast<float>(std::min(1.0, 1 / result.norm)), 0.001, team);
    }
}

INSTANTIATE_TEST_SUITE_P(Threads, TwentyUpdatesOfOddSizes, ::testing::Values(1, 2, 3));

} // namespace
} // namespace alignoscope::training

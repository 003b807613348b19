// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batches_support.h"
#include "trainer_support.h"
#include "training/optimizer.h"
#include "training/parallel_gradient.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <numeric>
#include <set>

// What one update is made of, and twenty of them together.
namespace alignoscope::training {
namespace {

nlohmann::json golden(const char* name)
{
    return nlohmann::json::parse(std::ifstream(alignoscope::testing::testData(name)));
}

TEST(Batches, EveryPairOnceAnEpochAndTheSameEveryTime)
{
    const auto dataset = alignoscope::testing::reverseDataset();
    const auto& pairs = dataset->training;
    const auto batches = batchesOf(pairs, 32, 1, 0);
    EXPECT_EQ(batches.size(), (pairs.size() + 31) / 32);
    std::multiset<std::uint32_t> seen;
    std::size_t inBatch = 0;
    for (const auto& batch : batches) {
        EXPECT_LE(batch.size(), 32U);
        seen.insert(batch.begin(), batch.end());
        std::set<std::size_t> lengths;
        for (const auto pair : batch)
            lengths.insert(pairs.target(pair).size());
        inBatch += *lengths.rbegin() - *lengths.begin();
    }
    EXPECT_EQ(seen.size(), pairs.size());
    EXPECT_EQ(std::set(seen.begin(), seen.end()).size(), pairs.size());
    EXPECT_LE(inBatch, 2 * batches.size()); // like lengths together
    EXPECT_EQ(batchesOf(pairs, 32, 1, 0), batches);
    EXPECT_NE(batchesOf(pairs, 32, 1, 1), batches);
    EXPECT_NE(batchesOf(pairs, 32, 2, 0), batches);
}

TEST(Batches, OfOddSizes)
{
    const auto& pairs = alignoscope::testing::reverseDataset()->training;
    EXPECT_EQ(batchesOf(pairs, 1, 1, 0).size(), pairs.size());
    ASSERT_EQ(batchesOf(pairs, 65536, 1, 0).size(), 1U);
    EXPECT_EQ(batchesOf(pairs, 65536, 1, 0)[0].size(), pairs.size());
    EXPECT_TRUE(batchesOf(EncodedPairs(), 32, 1, 0).empty());
}

struct Optimizers : ::testing::TestWithParam<std::tuple<OptimizerKind, const char*, double>> { };

TEST_P(Optimizers, AgreeWithPyTorch)
{
    const auto& [kind, name, rate] = GetParam();
    const auto json = golden("golden/layers.json")["optimizers"];
    auto parameters = json["start"].get<std::vector<float>>();
    ThreadTeam team(1);
    Optimizer optimizer(kind, parameters.size());
    for (const auto& gradient : json["gradients"])
        optimizer.update(parameters, gradient.get<std::vector<float>>(), 1, rate, team);
    for (std::size_t i = 0; i < parameters.size(); ++i)
        EXPECT_NEAR(parameters[i], json[name][i].get<double>(), 2e-6) << i;
    EXPECT_EQ(optimizer.updates(), 5);
}

TEST_P(Optimizers, DoNotDependOnThreads)
{
    const auto& [kind, name, rate] = GetParam();
    std::vector<float> gradient(1000), one(1000, 0.5F), three = one;
    for (std::size_t i = 0; i < gradient.size(); ++i)
        gradient[i] = std::sin(static_cast<float>(i));
    ThreadTeam alone(1), team(3);
    Optimizer first(kind, one.size()), second(kind, one.size());
    for (int update = 0; update < 3; ++update) {
        first.update(one, gradient, 0.7F, rate, alone);
        second.update(three, gradient, 0.7F, rate, team);
    }
    EXPECT_EQ(one, three);
}

TEST_P(Optimizers, ScaleIsAsGoodAsASmallerGradient)
{
    const auto& [kind, name, rate] = GetParam();
    std::vector<float> scaled(16, 0), small(16, 0);
    ThreadTeam team(1);
    Optimizer first(kind, 16), second(kind, 16);
    for (int update = 0; update < 3; ++update) {
        first.update(scaled, std::vector<float>(16, 2), 0.25F, rate, team);
        second.update(small, std::vector<float>(16, 0.5F), 1, rate, team);
    }
    EXPECT_NEAR(scaled[3], small[3], 1e-6);
    EXPECT_LT(scaled[3], 0);
}

INSTANTIATE_TEST_SUITE_P(All, Optimizers,
                         ::testing::Values(std::tuple(OptimizerKind::Adam, "adam", 0.01),
                                           std::tuple(OptimizerKind::Adadelta, "adadelta", 1.0),
                                           std::tuple(OptimizerKind::Sgd, "sgd", 0.5)),
                         [](const auto& one) { return std::get<1>(one.param); });

TEST(Optimizer, KeepsWhatItNeedsToGoOn)
{
    EXPECT_TRUE(Optimizer(OptimizerKind::Sgd, 16).moments().empty());
    for (const auto kind : {OptimizerKind::Adam, OptimizerKind::Adadelta}) {
        ThreadTeam team(1);
        const std::vector<float> gradient(16, 0.3F);
        std::vector<float> whole(16, 1), parts(16, 1);
        Optimizer all(kind, 16), before(kind, 16), after(kind, 16);
        for (int update = 0; update < 4; ++update)
            all.update(whole, gradient, 1, 0.1, team);
        for (int update = 0; update < 2; ++update)
            before.update(parts, gradient, 1, 0.1, team);
        ASSERT_EQ(before.moments().size(), 2U);
        for (std::size_t i = 0; i < 2; ++i)
            std::copy(before.moments()[i].values.begin(), before.moments()[i].values.end(),
                      after.moments()[i].values.begin());
        after.setUpdates(before.updates());
        for (int update = 0; update < 2; ++update)
            after.update(parts, gradient, 1, 0.1, team);
        EXPECT_EQ(parts, whole);
    }
}

/// The gradient of one batch of 31 pairs by some threads.
struct Computed {
    explicit Computed(int threads, const models::DropoutPlan& dropout)
    {
        const auto dataset = alignoscope::testing::reverseDataset();
        const models::RnnSearch<float> network(
            models::Sizes{dataset->sourceVocabulary.size(), dataset->targetVocabulary.size(), 6, 8, 6, 4});
        models::ParameterBlock parameters(static_cast<std::size_t>(network.layout().size()));
        nn::initialize(network.layout(), Initialization::Glorot, 1, parameters.data());
        const nn::Weights<float> weights(network.layout(), nn::Weights<float>::Passes::Both, parameters.data());
        ThreadTeam team(threads);
        ParallelGradient parallel(network, team);
        std::vector<std::uint32_t> batch(31);
        std::iota(batch.begin(), batch.end(), 5U);
        result = parallel.compute(weights, dataset->training, batch, dropout, 0.1);
        gradient.resize(parameters.size());
        parallel.gradient().forPieces(0, gradient.size(),
                                      [this](std::size_t first, const float* numbers, std::size_t count) {
                                          std::copy_n(numbers, count, gradient.data() + first);
                                      });
    }
    ParallelGradient::Result result;
    std::vector<float> gradient;
};

TEST(ParallelGradient, ThreadsChangeNothingButRounding)
{
    for (const auto& dropout : {models::DropoutPlan::none(), models::DropoutPlan::of(0.3, 5, 7)}) {
        const Computed one(1, dropout), two(2, dropout), five(5, dropout), again(2, dropout);
        EXPECT_EQ(two.gradient, again.gradient); // bit by bit
        EXPECT_EQ(two.result.loss, again.result.loss);
        for (const Computed* other : {&two, &five}) {
            EXPECT_NEAR(one.result.loss, other->result.loss, 1e-5);
            EXPECT_NEAR(one.result.norm, other->result.norm, 1e-5);
            EXPECT_EQ(one.result.targetTokens, other->result.targetTokens);
            for (std::size_t i = 0; i < one.gradient.size(); ++i)
                ASSERT_NEAR(one.gradient[i], other->gradient[i], 2e-6) << i;
        }
        double squares = 0;
        for (const float value : one.gradient)
            squares += static_cast<double>(value) * static_cast<double>(value);
        EXPECT_NEAR(one.result.norm, std::sqrt(squares), 1e-6);
    }
}

TEST(ParallelGradient, MoreThreadsThanPairs)
{
    EXPECT_NEAR(Computed(1, models::DropoutPlan::none()).result.loss,
                Computed(40, models::DropoutPlan::none()).result.loss, 1e-5);
}

TEST(TwentyUpdates, AgreeWithPyTorch)
{
    const auto json = golden("golden/rnnsearch.json");
    const auto s = json["sizes"].get<std::vector<nn::Index>>();
    const models::RnnSearch<float> network(models::Sizes{s[0], s[1], s[2], s[3], s[4], s[5]});
    models::ParameterBlock parameters(static_cast<std::size_t>(network.layout().size()), 0);
    for (const auto& entry : network.layout().entries()) {
        auto at = static_cast<std::size_t>(entry.slot.offset);
        for (const auto& value : json["parameters"].at(entry.name))
            parameters.at(at++) = value.get<float>();
    }
    EncodedPairs pairs;
    for (const auto& pair : json["pairs"]) {
        std::vector<TokenId> source, target;
        for (const int id : pair[0].get<std::vector<int>>())
            source.push_back(TokenId(id));
        for (const int id : pair[1].get<std::vector<int>>())
            target.push_back(TokenId(id));
        pairs.add(source, target, pairs.size());
    }
    nn::Weights<float> weights(network.layout(), nn::Weights<float>::Passes::Both, parameters.data());
    ThreadTeam team(2);
    ParallelGradient gradient(network, team);
    Optimizer adam(OptimizerKind::Adam, parameters.size());
    for (std::uint32_t update = 0; update < 20; ++update) {
        std::vector<std::uint32_t> batch;
        for (std::uint32_t i = 0; i < 3; ++i)
            batch.push_back((3 * update + i) % static_cast<std::uint32_t>(pairs.size()));
        weights.pack();
        const auto result = gradient.compute(weights, pairs, batch, models::DropoutPlan::none(), 0);
        EXPECT_NEAR(result.loss, json["updates"]["losses"][update].get<double>(), 1e-5) << update;
        EXPECT_NEAR(result.norm, json["updates"]["norms"][update].get<double>(), 1e-4) << update;
        adam.update(parameters, gradient.gradient(), static_cast<float>(std::min(1.0, 1 / result.norm)), 0.001, team);
    }
}

TEST(ThreadTeam, EveryPartRunsOnceAndFailuresArrive)
{
    ThreadTeam team(3);
    std::vector<int> calls(3, 0);
    for (int round = 0; round < 50; ++round)
        team.run([&](int part) { ++calls[static_cast<std::size_t>(part)]; });
    EXPECT_EQ(calls, (std::vector<int>{50, 50, 50}));
    for (const int failing : {0, 2})
        EXPECT_THROW(team.run([&](int part) {
            if (part == failing)
                throw std::runtime_error("no");
        }),
                     std::runtime_error);
    team.run([&](int part) { ++calls[static_cast<std::size_t>(part)]; });
    EXPECT_EQ(calls, (std::vector<int>{51, 51, 51}));
}

} // namespace
} // namespace alignoscope::training

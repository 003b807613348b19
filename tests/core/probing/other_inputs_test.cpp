// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/explanation.h"
#include "probing/leave_one_out.h"
#include "probing/permutation.h"
#include "probing_support.h"

#include <algorithm>
#include <numeric>

// Leave-one-out and other attention weights, against PyTorch.
namespace alignoscope::probing {
namespace {

using testing::GoldenExplanation;

struct OtherInputs : ::testing::Test {
    GoldenExplanation golden;
    Network network{golden.sizes()};
    std::vector<float> block = golden.parameters<float>(network.layout());
    Weights weights{network.layout(), Weights::Passes::Both, block.data()};
    ForcedPass pass{network, weights};
    nn::Buffer<float> whole;
    std::vector<TokenId> source, target;
    Permutation permutation{network, weights};

    void begin(const nlohmann::json& pair)
    {
        source = GoldenExplanation::tokens(pair["source"]);
        target = GoldenExplanation::tokens(pair["target"]);
        const Tokens left = source, right = target;
        pass.run({&left, 1}, {&right, 1});
        distributions(network, weights, pass.trace().maxout.map(), whole);
        permutation.begin(pass, whole);
    }
    /// The weights of target position t in these orders, a column each.
    nn::Matrix<float> ordered(Index t, const std::vector<std::vector<int>>& orders)
    {
        const auto length = static_cast<Index>(source.size());
        const float* alpha = pass.trace().decoder.weights.map().data() + t * length;
        nn::Matrix<float> others(length, static_cast<Index>(orders.size()));
        for (std::size_t k = 0; k < orders.size(); ++k)
            for (Index j = 0; j < length; ++j)
                others(j, static_cast<Index>(k)) = alpha[orders[k][static_cast<std::size_t>(j)]];
        return others;
    }
};

TEST_F(OtherInputs, LeavingOutAgreesWithPyTorch)
{
    for (const auto& pair : golden.json["pairs"]) {
        begin(pair);
        std::vector<float> change(source.size() * target.size(), 0), ratio = change;
        LeaveOneOut leaveOneOut(network, weights);
        const auto words = static_cast<Index>(source.size()) - 1;
        const Index first = (words + 1) / 2; // in two parts, as threads share them
        leaveOneOut.columns(source, target, whole, 0, first, change.data(), ratio.data());
        if (words > first)
            leaveOneOut.columns(source, target, whole, first, words - first, change.data(), ratio.data());
        testing::expectNear(change, pair["leave_one_out"], 2e-6, "change");
        testing::expectNear(ratio, pair["log_ratio"], 5e-6, "log ratio");
    }
}

TEST_F(OtherInputs, PermutedWeightsAgreeWithPyTorch)
{
    for (const auto& pair : golden.json["pairs"]) {
        begin(pair);
        const auto shuffles = pair["shuffles"].get<std::vector<std::vector<int>>>();
        std::vector<double> found;
        for (Index t = 0; t < static_cast<Index>(target.size()); ++t) {
            const auto some = permutation.changes(t, ordered(t, shuffles));
            found.insert(found.end(), some.begin(), some.end());
        }
        testing::expectNear(found, pair["shuffle_change"], 2e-6, "permuted");
    }
}

TEST_F(OtherInputs, UniformWeightsAgreeWithPyTorch)
{
    for (const auto& pair : golden.json["pairs"]) {
        begin(pair);
        std::vector<double> found;
        for (Index t = 0; t < static_cast<Index>(target.size()); ++t)
            found.push_back(permutation.change(t, 3, nn::Random(1)).uniform);
        testing::expectNear(found, pair["uniform_change"], 2e-6, "uniform at one step");
        EXPECT_NEAR(permutation.uniformLoss() / static_cast<double>(target.size()), pair["uniform_loss"].get<double>(),
                    2e-6);
    }
}

TEST_F(OtherInputs, EqualWeightsChangeNothing)
{
    begin(golden.json["pairs"][1]);
    std::vector<int> order(source.size());
    std::iota(order.begin(), order.end(), 0);
    EXPECT_NEAR(permutation.changes(1, ordered(1, {order})).front(), 0, 1e-6);
}

/// Every order of the 7 weights is equally likely, so the median of many is close to that of all 5,040.
TEST_F(OtherInputs, PermutationsAreDrawnEvenly)
{
    begin(golden.json["pairs"][1]);
    ASSERT_EQ(source.size(), 7U);
    std::vector<int> order(source.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<std::vector<int>> orders;
    do
        orders.push_back(order);
    while (std::next_permutation(order.begin(), order.end()));
    for (Index t = 0; t < static_cast<Index>(target.size()); ++t) {
        std::vector<double> all = permutation.changes(t, ordered(t, orders));
        const double drawn = permutation.change(t, 4000, nn::Random(7)).permuted;
        // between the quantiles 0.47 and 0.53: the rank of a median of 4,000 has a standard deviation of 0.008
        std::sort(all.begin(), all.end());
        EXPECT_GT(drawn, all[all.size() * 47 / 100] - 1e-7) << t;
        EXPECT_LT(drawn, all[all.size() * 53 / 100] + 1e-7) << t;
    }
    EXPECT_EQ(permutation.change(0, 50, nn::Random(3)).permuted, permutation.change(0, 50, nn::Random(3)).permuted);
}

} // namespace
} // namespace alignoscope::probing

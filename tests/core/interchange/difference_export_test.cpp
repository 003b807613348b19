// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_difference.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace alignoscope {
namespace {

AttentionSnapshot picture(std::vector<std::string> source, std::vector<std::string> target, std::vector<float> weights)
{
    AttentionSnapshot snapshot;
    snapshot.sourceTokens = std::move(source);
    snapshot.targetTokens = std::move(target);
    snapshot.weights = std::move(weights);
    return snapshot;
}

const AttentionSnapshot left = picture({"a", "b,c"}, {"x"}, {0.75F, 0.25F});
const AttentionSnapshot right = picture({"a"}, {"x", "y"}, {0.5F, 1});

TEST(DifferenceExport, TableLeavesOutWhatCannotBeCompared)
{
    EXPECT_EQ(differenceToCsv(compareAttention(left, right)), ",a,\"b,c\"\r\nx,-0.25,\r\ny,,\r\n");
}

TEST(DifferenceExport, JsonTellsBothSidesTheirPairsAndTheSummary)
{
    AttentionSnapshot imported = right;
    imported.loss = std::numeric_limits<double>::quiet_NaN();
    const auto json = nlohmann::json::parse(differenceToJson(left, imported, compareAttention(left, imported)));
    EXPECT_EQ(json["left"]["attention"][0][0], 0.75);
    EXPECT_EQ(json["right"]["target"][1], "y");
    EXPECT_EQ(json["source"][1], "b,c");
    EXPECT_EQ(json["sourcePairs"][0], nlohmann::json::array({0, 0}));
    EXPECT_EQ(json["sourcePairs"][1], nlohmann::json::array({1, nullptr}));
    EXPECT_EQ(json["targetPairs"][1], nlohmann::json::array({nullptr, 1}));
    EXPECT_EQ(json["difference"][0][0], -0.25);
    EXPECT_TRUE(json["difference"][0][1].is_null());
    EXPECT_TRUE(json["difference"][1][0].is_null());
    EXPECT_EQ(json["summary"]["wordsCompared"], 1);
    EXPECT_EQ(json["summary"]["meanTotalVariation"], 0.25); // (0.25 + 0.25) / 2
    EXPECT_EQ(json["summary"]["lossLeft"], 0);
    EXPECT_TRUE(json["summary"]["lossRight"].is_null());
}

} // namespace
} // namespace alignoscope

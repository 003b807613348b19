// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/explanation_export.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace alignoscope {
namespace {

Explanation example()
{
    Explanation made;
    made.step = 7;
    made.source = {"a", "b,c", "</s>"};
    made.target = {"x\"y", "</s>"};
    made.attention = {0.5F, 0.25F, 0.25F, 0, 1, 0};
    made.gradient = {-2, 1, 0, 0, 0, 0};
    made.leaveOneOut = {0.75F, 0.5F, 0, 0, 0.125F, 0};
    made.leaveOneOutLogRatio = {1.5F, -1, 0, 0, 0, 0};
    made.logProbability = {-0.5, -1.25};
    made.permutedChange = {0.4, 0.2};
    made.uniformChange = {0.3, 0.1};
    made.loss = 0.875;
    made.uniformLoss = 2;
    return made;
}

TEST(ExplanationExport, ARowAPairOfTokens)
{
    EXPECT_EQ(explanationToCsv(example()),
              "target_index,target,source_index,source,attention,gradient_times_input,leave_one_out,"
              "leave_one_out_log_ratio\r\n"
              "0,\"x\"\"y\",0,a,0.5,-2,0.75,1.5\r\n"
              "0,\"x\"\"y\",1,\"b,c\",0.25,1,0.5,-1\r\n"
              "0,\"x\"\"y\",2,</s>,0.25,0,,\r\n"
              "1,</s>,0,a,0,0,0,0\r\n"
              "1,</s>,1,\"b,c\",1,0,0.125,0\r\n"
              "1,</s>,2,</s>,0,0,,\r\n");
}

TEST(ExplanationExport, ARowAWord)
{
    // two tokens in the same order: τ 1, and of two orders none is rarer than the other; gradients that are all equal
    // have no order
    EXPECT_EQ(explainedWordsToCsv(example()),
              "target_index,target,log_probability,largest_weight,permuted_change,uniform_change,"
              "tau_attention_gradient,p_attention_gradient,tau_attention_leave_one_out,p_attention_leave_one_out,"
              "tau_gradient_leave_one_out,p_gradient_leave_one_out\r\n"
              "0,\"x\"\"y\",-0.5,0.5,0.4,0.3,1,1,1,1,1,1\r\n"
              "1,</s>,-1.25,1,0.2,0.1,,,1,1,,\r\n");
}

TEST(ExplanationExport, JsonHoldsAllOfIt)
{
    const auto json = nlohmann::json::parse(explanationToJson(example()));
    EXPECT_EQ(json["step"], 7);
    EXPECT_EQ(json["source"][1], "b,c");
    EXPECT_EQ(json["gradient_times_input"], (nlohmann::json{{-2.0, 1.0, 0.0}, {0.0, 0.0, 0.0}}));
    EXPECT_EQ(json["leave_one_out_log_ratio"][0][0], 1.5);
    EXPECT_EQ(json["words"][0]["attention_gradient"]["tau"], 1.0);
    EXPECT_TRUE(json["words"][1]["attention_gradient"]["tau"].is_null());
    EXPECT_EQ(json["uniform_loss"], 2.0);
}

TEST(ExplanationExport, SummariesHaveEveryWordAndTheMeans)
{
    const std::vector<Explanation> two = {example(), example()};
    const std::vector<GoldAlignment> gold(2, GoldAlignment{{{0, 0}}, {}});
    const ExplanationSummary summary = summarize(two, &gold);
    const std::string table = explanationSummaryToCsv(summary);
    EXPECT_EQ(table.substr(0, 37), "sentence,target_index,largest_weight,");
    EXPECT_NE(table.find("\r\n1,0,0.5,0.4,0.3,1,1,1,1,1,1\r\n"), std::string::npos) << table;
    const auto json = nlohmann::json::parse(explanationSummaryToJson(summary));
    EXPECT_EQ(json["words"], 2);
    EXPECT_EQ(json["attention_gradient"]["mean_tau"], 1.0);
    EXPECT_EQ(json["agreement_with_gold"]["chance"], 0.5);
    EXPECT_FALSE(nlohmann::json::parse(explanationSummaryToJson(summarize(two))).contains("agreement_with_gold"));
}

} // namespace
} // namespace alignoscope

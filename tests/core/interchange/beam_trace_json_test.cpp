// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/beam_trace.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace alignoscope {
namespace {

/// The start, "zone" and "\"", of which the first was kept and ended at the end.
BeamTrace sample()
{
    using Fate = BeamTrace::Fate;
    BeamTrace trace;
    trace.modelStep = 1200;
    trace.source = {"area", "Ω", "</s>"};
    trace.sourceUnknown = {false, true, false};
    trace.beam = 2;
    trace.likeliest = 5;
    trace.lengthPenalty = 0.6;
    trace.attention = {0.5F, 0.25F, 0.25F, 0.125F, 0.75F, 0.125F};
    trace.nodes = {{-1, 0, TokenId(0), "", 0, 0, 0, Fate::Kept, 0, 0, {1, 2}, 0},
                   {0, 1, TokenId(3), "zone", -0.1, -0.1, -0.1, Fate::Kept, 1, 0, {3}, 0},
                   {0, 1, TokenId(4), "\"", -2.5, -2.5, -2.5, Fate::Pruned, 2, 0, {}, 0},
                   {1, 2, TokenId(2), "</s>", -0.2, -0.30000000000000004, -0.2, Fate::Finished, 1, 1, {}, 3}};
    trace.stepBegin = {0, 1, 3, 4};
    trace.hypotheses = {3};
    return trace;
}

TEST(BeamTraceJson, HoldsEverything)
{
    const auto json = nlohmann::json::parse(beamTraceToJson(sample()));
    EXPECT_EQ(json["source"], (std::vector<std::string>{"area", "Ω", "</s>"}));
    EXPECT_EQ(json["sourceUnknown"], (std::vector<bool>{false, true, false}));
    EXPECT_EQ(json["modelStep"], 1200);
    EXPECT_EQ(json["beam"], 2);
    EXPECT_EQ(json["likeliest"], 5);
    EXPECT_EQ(json["lengthPenalty"], 0.6);
    EXPECT_EQ(json["hypotheses"], std::vector<int>{3});
    ASSERT_EQ(json["nodes"].size(), 4U);
    EXPECT_EQ(json["nodes"][0], nlohmann::json::parse(R"({"step": 0})"));
    EXPECT_EQ(json["nodes"][2],
              nlohmann::json::parse(
                  R"({"step": 1, "parent": 0, "token": "\"", "wordLogProbability": -2.5,
            "logProbability": -2.5, "score": -2.5, "fate": "pruned", "place": 2, "attention": [0.5, 0.25, 0.25]})"));
    EXPECT_EQ(json["nodes"][3]["rank"], 1);
    EXPECT_EQ(json["nodes"][3]["fate"], "finished");
    EXPECT_EQ(json["nodes"][3]["logProbability"], -0.30000000000000004); // as many digits as a double needs
    EXPECT_EQ(json["nodes"][3]["attention"], (std::vector<double>{0.125, 0.75, 0.125}));
}

TEST(BeamTraceJson, StandsOnALineANode)
{
    const std::string text = beamTraceToJson(sample());
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 10);
    BeamTrace broken = sample();
    broken.nodes[1].token = "\xff";
    EXPECT_TRUE(nlohmann::json::accept(beamTraceToJson(broken)));
}

} // namespace
} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

namespace alignoscope::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;

std::vector<std::string> keysOf(const Json& object)
{
    std::vector<std::string> keys;
    for (const auto& item : object.items())
        keys.push_back(item.key());
    return keys;
}

/// Every number in it, however deep, is more than zero.
void expectPositive(const Json& value, const std::string& where)
{
    if (value.is_number())
        EXPECT_GT(value.get<double>(), 0) << where;
    else if (value.is_structured())
        for (const auto& item : value.items())
            expectPositive(item.value(), where + "/" + item.key());
}

TEST(Bench, ReportsWhatOtherProgramsRelyOn)
{
    const Outcome outcome = run({"bench", "--sizes", "S", "--seconds", "0.001", "--threads", "2"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const Json json = Json::parse(outcome.out, nullptr, false); // nothing else on standard output
    ASSERT_TRUE(json.is_object()) << outcome.out;
    EXPECT_THAT(keysOf(json),
                ElementsAre("instruction_set", "threads", "seconds_per_figure", "best_product", "sizes", "models",
                            "corpus", "drawing"));
    EXPECT_EQ(json["threads"], 2);
    EXPECT_THAT(run({"--version"}).out, HasSubstr("(" + json["instruction_set"].get<std::string>() + ")"));
    EXPECT_THAT(keysOf(json["best_product"]), ElementsAre("gflops_one_thread", "gflops_all_threads"));
    ASSERT_EQ(json["sizes"].size(), 1U);
    const Json& size = json["sizes"][0];
    EXPECT_THAT(keysOf(size), ElementsAre("size", "hidden", "parameters", "products", "training", "decoding"));
    EXPECT_EQ(size["size"], "S");
    EXPECT_EQ(size["hidden"], 128);
    for (const Json& product : size["products"])
        EXPECT_THAT(keysOf(product), ElementsAre("product", "rows", "inner", "columns", "gflops", "share_of_best"));
    ASSERT_EQ(size["training"].size(), 2U);
    EXPECT_EQ(size["training"][0]["threads"], 1);
    EXPECT_EQ(size["training"][1]["threads"], 2);
    EXPECT_THAT(keysOf(size["training"][1]),
                ElementsAre("threads", "pairs_per_update", "milliseconds_per_update", "target_tokens_per_second"));
    EXPECT_THAT(keysOf(size["decoding"]),
                ElementsAre("source_tokens", "target_tokens", "greedy_milliseconds", "beam5_milliseconds",
                            "batch_sentences", "batch_greedy_sentences_per_second"));
    EXPECT_EQ(json["models"][0]["model"], "additive");
    EXPECT_GT(json["models"].size(), 10U); // every kind of attention
    for (const Json& model : json["models"])
        EXPECT_THAT(keysOf(model),
                    ElementsAre("model", "size", "parameters", "milliseconds_per_update", "target_tokens_per_second"));
    EXPECT_THAT(keysOf(json["corpus"]), ElementsAre("corpus", "pairs", "read_milliseconds", "dataset_milliseconds"));
    EXPECT_THAT(keysOf(json["drawing"]),
                ElementsAre("source_tokens", "target_tokens", "width_pixels", "height_pixels", "redraw_milliseconds",
                            "redraw_milliseconds_p99"));
    expectPositive(json, "");
}

TEST(Bench, RefusesImpossibleSettings)
{
    const std::vector<std::vector<std::string>> wrong = {
        {"bench", "--sizes", "S,XXL"}, {"bench", "--seconds", "0"}, {"bench", "--seconds", "long"},
        {"bench", "--threads", "-1"},  {"bench", "--threads", "x"}, {"bench", "CORPUS"},
    };
    for (const auto& arguments : wrong) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.status, 2) << ::testing::PrintToString(arguments);
        EXPECT_EQ(outcome.out, "") << ::testing::PrintToString(arguments);
        EXPECT_NE(outcome.err, "") << ::testing::PrintToString(arguments);
    }
    EXPECT_THAT(run(wrong[0]).err, HasSubstr("S,M,L"));
}

TEST(Bench, ASignalEndsItSoon)
{
    for (const int number : {SIGINT, SIGTERM}) {
        Program program({"bench", "--seconds", "3000"});
        ASSERT_TRUE(program.waitForMessage("measuring"));
        program.signal(number);
        const Outcome outcome = program.finish();
        EXPECT_EQ(outcome.status, 130) << outcome.err;
        EXPECT_EQ(outcome.out, "");
    }
}

} // namespace
} // namespace alignoscope::testing

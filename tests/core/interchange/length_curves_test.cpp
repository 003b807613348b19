// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/length_curves.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope::testing {
namespace {

using ::testing::HasSubstr;

constexpr auto evaluated = R"({"sentences": 5, "bleu": 41.5, "chrf": 60, "bleu_signature": "nrefs:1",
  "bleu_by_length": [{"min": 11, "max": 20, "sentences": 2, "bleu": 30.25},
                     {"min": 1, "max": 10, "sentences": 3, "bleu": 52.5}]})";

std::vector<LengthCurve> read(const std::string& json)
{
    return lengthCurvesFromJson(json, "here", "report");
}

TEST(LengthCurves, AreReadFromWhatEvaluateWrites)
{
    const auto curves = read(evaluated);
    ASSERT_EQ(curves.size(), 1u);
    EXPECT_EQ(curves[0].label, "report");
    EXPECT_EQ(curves[0].sentences, 5);
    EXPECT_DOUBLE_EQ(curves[0].bleu, 41.5);
    EXPECT_TRUE(curves[0].attends());
    ASSERT_EQ(curves[0].buckets.size(), 2u);
    EXPECT_EQ(curves[0].buckets[0].min, 1); // sorted
    EXPECT_EQ(curves[0].buckets[1].max, 20);
    EXPECT_EQ(curves[0].buckets[1].sentences, 2);
    EXPECT_DOUBLE_EQ(curves[0].buckets[1].bleu, 30.25);
}

TEST(LengthCurves, MayStandOneAfterAnotherOrInAList)
{
    const std::string one = evaluated;
    for (const std::string& text :
         {one + "\n" + one + "\n", "[" + one + "," + one + "]", "{\"curves\": [" + one + "," + one + "]}"}) {
        const auto curves = read(text);
        ASSERT_EQ(curves.size(), 2u) << text;
        EXPECT_EQ(curves[0].label, "report 1");
        EXPECT_EQ(curves[1].label, "report 2");
    }
}

TEST(LengthCurves, ComeBackAsTheyWereWritten)
{
    const LengthCurve with{"RNNsearch-50", {{1, 10, 200, 98.125}, {11, 20, 150, 90}}, 350, 93.5, "additive", 50};
    const LengthCurve without{"RNNencdec \"30\"", {{1, 10, 200, 40}}, 200, -1, "none", 30};
    const auto back = read(lengthCurvesToJson({with, without}));
    ASSERT_EQ(back.size(), 2u);
    EXPECT_EQ(back[0].label, with.label);
    EXPECT_EQ(back[0].attention, "additive");
    EXPECT_EQ(back[0].trainedTo, 50);
    EXPECT_DOUBLE_EQ(back[0].bleu, 93.5);
    EXPECT_DOUBLE_EQ(back[0].buckets[0].bleu, 98.125);
    EXPECT_EQ(back[1].label, without.label);
    EXPECT_FALSE(back[1].attends());
    EXPECT_LT(back[1].bleu, 0);
    EXPECT_EQ(lengthCurvesToCsv({with, without}),
              "label,attention,trained_to,min,max,sentences,bleu\r\n"
              "RNNsearch-50,additive,50,1,10,200,98.1250\r\n"
              "RNNsearch-50,additive,50,11,20,150,90.0000\r\n"
              "\"RNNencdec \"\"30\"\"\",none,30,1,10,200,40.0000\r\n");
}

TEST(LengthCurves, SayWhatIsWrongWithAFile)
{
    const std::pair<const char*, const char*> cases[] = {
        {"", "no curve"},
        {"{", "not JSON"},
        {"[]", "no curve"},
        {"3", "no result of an evaluation"},
        {R"({"bleu": 3})", "\"bleu_by_length\" is missing"},
        {R"({"bleu_by_length": 3})", "not a list"},
        {R"({"bleu_by_length": [3]})", "length 1"},
        {R"({"bleu_by_length": [{"min": 1, "max": 10, "sentences": 2}]})", "\"bleu\" is missing"},
        {R"({"bleu_by_length": [{"min": 1, "max": 10, "sentences": 2, "bleu": 101}]})", "101"},
        {R"({"bleu_by_length": [{"min": 1, "max": 10, "sentences": -2, "bleu": 1}]})", "-2"},
        {R"({"bleu_by_length": [{"min": 11, "max": 10, "sentences": 2, "bleu": 1}]})", "\"max\""},
        {R"({"bleu_by_length": [{"min": "1", "max": 10, "sentences": 2, "bleu": 1}]})", "string"},
        {R"({"bleu_by_length": [{"min": 1, "max": 10, "sentences": 2, "bleu": 1},
                                {"min": 10, "max": 20, "sentences": 2, "bleu": 1}]})",
         "overlap"},
    };
    for (const auto& [json, part] : cases) {
        try {
            read(json);
            FAIL() << json;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::Input) << json;
            EXPECT_THAT(error.what(), HasSubstr(part));
            EXPECT_THAT(error.what(), HasSubstr("here"));
        }
    }
}

TEST(LengthCurves, OfAFileAreNamedAfterIt)
{
    const TemporaryFolder place;
    EXPECT_EQ(readLengthCurves(place.write("my run.json", evaluated)).front().label, "my run");
    EXPECT_THROW(readLengthCurves(place.path() / "none.json"), Error);
}

} // namespace
} // namespace alignoscope::testing

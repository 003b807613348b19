// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/state_curves.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope::testing {
namespace {

TEST(StateLimits, AreReadByTheirNames)
{
    for (const StateLimitOptions& limit : usualStateLimits())
        EXPECT_EQ(stateLimit(name(limit)), limit) << name(limit);
    EXPECT_EQ(name(stateLimit("best:3")), "best:3");
    EXPECT_EQ(stateLimit("window:12").states, 12);
    EXPECT_EQ(stateLimit("all").limit, StateLimit::All);
    for (const char* wrong :
         {"", "best", "best:", "best:0", "best:-1", "best:3x", "window:1.5", "every:2", "best:99999"})
        EXPECT_THROW(stateLimit(wrong), Error) << wrong;
}

TEST(StateCurves, ComeBackAsTheyWereWritten)
{
    const StateCurve curve{"run", 12, {{stateLimit("best:1"), 40.5, 1.25, 0.5}, {stateLimit("all"), 80, 0.5, {}}}};
    const StateCurve back = stateCurveFromJson(stateCurveToJson(curve), "here");
    EXPECT_EQ(back.label, "run");
    EXPECT_EQ(back.sentences, 12);
    ASSERT_EQ(back.points.size(), 2u);
    EXPECT_EQ(back.points[0].limit, stateLimit("best:1"));
    EXPECT_DOUBLE_EQ(back.points[0].bleu, 40.5);
    EXPECT_DOUBLE_EQ(back.points[0].loss, 1.25);
    EXPECT_DOUBLE_EQ(back.points[0].aer.value(), 0.5);
    EXPECT_FALSE(back.points[1].aer);
    EXPECT_EQ(stateCurveToCsv(curve),
              "label,limit,bleu,loss,aer\r\n"
              "run,best:1,40.5000,1.250000,0.500000\r\n"
              "run,all,80.0000,0.500000,\r\n");
}

TEST(StateCurves, SayWhatIsWrong)
{
    for (const char* wrong : {"", "[]", "{}", R"({"label": "a", "sentences": 1, "points": [{"limit": "best:0"}]})",
                              R"({"label": "a", "sentences": 1, "points": [{"limit": "all", "bleu": "x"}]})"}) {
        try {
            stateCurveFromJson(wrong, "here");
            FAIL() << wrong;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::Input) << wrong;
            EXPECT_THAT(error.what(), ::testing::HasSubstr("here"));
        }
    }
}

} // namespace
} // namespace alignoscope::testing

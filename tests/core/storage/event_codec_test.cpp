// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/event_codec.h"

#include "samples.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace alignoscope::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::storageFailure;

TEST(EventCodec, EveryKindReturns)
{
    for (const auto& event : testing::everyKind()) {
        const EventRow row = encodeEvent(event.what);
        const auto back = decodeEvent(row.kind, row.data, "events 1");
        EXPECT_EQ(back.index(), event.what.index());
        EXPECT_EQ(encodeEvent(back).data, row.data);
    }
}

TEST(EventCodec, RowsAreReadable)
{
    const EventRow row = encodeEvent(ValidationReport{100, 3.25, 0.5, 12.5, -1, true});
    EXPECT_EQ(row.kind, "validation");
    EXPECT_EQ(row.step, 100);
    EXPECT_EQ(row.data,
              R"({"aer":-1.0,"alignment_precision":-1.0,"alignment_recall":-1.0,"best":true,"bleu":12.5,"loss":3.25,)"
              R"("mass":-1.0,"match":-1.0,"step":100,"token_accuracy":0.5})");
    EXPECT_EQ(encodeEvent(PhaseChanged{Phase::Paused}).data, R"({"phase":"paused"})");
    EXPECT_FALSE(encodeEvent(Trouble{"x"}).step);
}

TEST(EventCodec, ReadsValidationsOfOlderRuns)
{
    const auto old = R"({"aer":0.25,"best":true,"bleu":12.5,"loss":3.25,"step":100,"token_accuracy":0.5})";
    const auto report = std::get<ValidationReport>(decodeEvent("validation", old, "e"));
    EXPECT_EQ(report.aer, 0.25);
    EXPECT_EQ(report.alignmentPrecision, -1);
    EXPECT_EQ(report.mass, -1);
}

TEST(EventCodec, SentenceScoresReturn)
{
    const SentencesScored scored{7, {{SentenceId{3}, "le \"chat\"", 12.5, 50}, {SentenceId{9}, "", 0, 0}}};
    const EventRow row = encodeEvent(scored);
    EXPECT_EQ(row.kind, "scored");
    EXPECT_EQ(row.step, 7);
    const auto back = std::get<SentencesScored>(decodeEvent(row.kind, row.data, "e"));
    ASSERT_EQ(back.scores.size(), 2U);
    EXPECT_EQ(index(back.scores[0].id), 3);
    EXPECT_EQ(back.scores[0].translation, "le \"chat\"");
    EXPECT_EQ(back.scores[0].bleu, 12.5);
    EXPECT_EQ(back.scores[0].chrf, 50);
    EXPECT_THROW(decodeEvent("scored", R"({"step":1,"sentences":{}})", "e"), Error);
    EXPECT_THROW(decodeEvent("scored", R"({"step":1,"sentences":[7]})", "e"), Error);
    EXPECT_THROW(decodeEvent("scored", R"({"step":1,"sentences":[{"sentence":-1}]})", "e"), Error);
}

TEST(EventCodec, NumbersThatAreNoneReturn)
{
    for (const double loss :
         {std::nan(""), std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), 0.1, -0.0}) {
        ValidationReport report;
        report.loss = loss;
        const auto row = encodeEvent(report);
        const auto back = std::get<ValidationReport>(decodeEvent(row.kind, row.data, "e"));
        EXPECT_TRUE(back.loss == loss || (std::isnan(back.loss) && std::isnan(loss))) << loss;
    }
}

TEST(EventCodec, EveryPhaseAndReasonReturns)
{
    for (const auto phase :
         {Phase::Preparing, Phase::Training, Phase::Paused, Phase::Validating, Phase::Saving, Phase::Finished}) {
        const auto row = encodeEvent(PhaseChanged{phase});
        EXPECT_EQ(std::get<PhaseChanged>(decodeEvent(row.kind, row.data, "e")).phase, phase);
    }
    for (const auto reason : {StopReason::EpochsDone, StopReason::StepsDone, StopReason::TimeUp, StopReason::Patience,
                              StopReason::Requested, StopReason::NotANumber, StopReason::Failed}) {
        RunFinished finished;
        finished.reason = reason;
        const auto row = encodeEvent(finished);
        EXPECT_EQ(std::get<RunFinished>(decodeEvent(row.kind, row.data, "e")).reason, reason);
    }
}

TEST(EventCodec, MessagesMayHoldAnyBytes)
{
    const auto row = encodeEvent(Trouble{"file \xe9 \"x\"\n"});
    EXPECT_EQ(std::get<Trouble>(decodeEvent(row.kind, row.data, "e")).message, "file \xef\xbf\xbd \"x\"\n");
}

TEST(EventCodec, DamagedEventsAreTold)
{
    const auto fails = [](const char* kind, const char* data) {
        return storageFailure([&] { decodeEvent(kind, data, "history.sqlite, events 7"); });
    };
    EXPECT_THAT(fails("surprise", "{}"), HasSubstr("history.sqlite, events 7: the history holds an event of a kind"));
    EXPECT_THAT(fails("phase", "{"), HasSubstr("not valid JSON"));
    EXPECT_THAT(fails("phase", "[]"), HasSubstr("another kind"));
    EXPECT_THAT(fails("phase", "{}"), HasSubstr("events 7, phase: the field is missing"));
    EXPECT_THAT(fails("phase", R"({"phase":"dreaming"})"), HasSubstr("one of preparing, training"));
    EXPECT_THAT(fails("checkpoint", R"({"step":-1,"bytes":1})"), HasSubstr("out of range"));
    EXPECT_THAT(fails("watched", R"({"sentence":-1})"), HasSubstr("out of range"));
    EXPECT_THAT(fails("watched", R"({"sentence":4294967296})"), HasSubstr("out of range"));
    EXPECT_THAT(fails("validation", R"({"step":1,"loss":"huge"})"), HasSubstr("a number"));
}

TEST(EventCodec, TokensReturn)
{
    const std::vector<std::string> tokens{"the", "\"", "日本", "a\tb", ""};
    EXPECT_EQ(decodeTokens(encodeTokens(tokens), "t"), tokens);
    EXPECT_TRUE(decodeTokens(encodeTokens({}), "t").empty());
    EXPECT_THAT(decodeTokens(encodeTokens({"\xff"}), "t"), ElementsAre("\xef\xbf\xbd"));
    for (const auto* text : {"", "{}", "[1]", "[[\"a\"]]", "[\"a\""})
        EXPECT_NE(storageFailure([&] { decodeTokens(text, "t"); }), "") << text;
}

TEST(EventCodec, FlagsReturn)
{
    const std::vector<bool> flags{false, true, false, true};
    EXPECT_EQ(encodeFlags(flags), "[1,3]");
    EXPECT_EQ(decodeFlags("[1,3]", 4, "f"), flags);
    EXPECT_EQ(decodeFlags("[]", 2, "f"), std::vector<bool>(2, false));
    for (const auto* text : {"", "{}", "[4]", "[-1]", "[1.0]", "[\"1\"]", "[18446744073709551615]"})
        EXPECT_NE(storageFailure([&] { decodeFlags(text, 4, "f"); }), "") << text;
}

TEST(EventCodec, GoldReturns)
{
    const GoldAlignment gold{{{0, 0}, {1, 2}}, {{2, 1}}};
    EXPECT_EQ(encodeGold(gold), R"({"possible":[[2,1]],"sure":[[0,0],[1,2]]})");
    EXPECT_EQ(decodeGold(encodeGold(gold), "g"), gold);
    EXPECT_EQ(decodeGold(encodeGold({}), "g"), GoldAlignment());
    for (const auto* text : {"", "[]", "{}", R"({"sure":[]})", R"({"sure":[[0]],"possible":[]})",
                             R"({"sure":[[0,-1]],"possible":[]})", R"({"sure":[[0,2147483648]],"possible":[]})",
                             R"({"sure":{"a":[0,1]},"possible":[]})", R"({"sure":[],"possible":[[0,"1"]]})"})
        EXPECT_NE(storageFailure([&] { decodeGold(text, "g"); }), "") << text;
}

} // namespace
} // namespace alignoscope::storage

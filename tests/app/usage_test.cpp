// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Usage, HelpNamesEveryCommand)
{
    const Outcome help = run({"--help"});
    EXPECT_EQ(help.status, 0);
    for (const char* command : {"corpora", "inspect", "train", "translate", "evaluate", "experiment", "figure",
                                "convert", "align-score", "bench"}) {
        EXPECT_THAT(help.out, HasSubstr(command));
        EXPECT_EQ(run({command, "--help"}).status, 0) << command;
    }
}

TEST(Usage, VersionIsALine)
{
    const Outcome version = run({"--version"});
    EXPECT_EQ(version.status, 0);
    EXPECT_EQ(version.lines().size(), 1u);
    EXPECT_THAT(version.out, StartsWith("alignoscope "));
}

TEST(Usage, WrongCommandLinesEndWithTwo)
{
    const std::vector<std::vector<std::string>> wrong = {
        {"--no-such-option"},
        {"no-such-command"},
        {"train"},
        {"train", "builtin:reverse"},
        {"train", "builtin:reverse", "--run", "x", "--epochs", "many"},
        {"train", "builtin:reverse", "--run", "x", "--epochs", "0"},
        {"train", "builtin:reverse", "--run", "x", "--dropout", "2"},
        {"train", "builtin:reverse", "--run", "x", "--validation", "a", "--validation-split", "0.1"},
        {"translate"},
        {"translate", "x", "--format", "xml"},
        {"evaluate"},
        {"figure"},
        {"convert", "x"},
        {"align-score", "x"},
    };
    for (const auto& arguments : wrong) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.status, 2) << ::testing::PrintToString(arguments) << outcome.err;
        EXPECT_EQ(outcome.out, "") << ::testing::PrintToString(arguments);
        EXPECT_NE(outcome.err, "") << ::testing::PrintToString(arguments);
    }
}

TEST(Usage, UnknownValuesNameTheAllowedOnes)
{
    const Outcome optimizer = run({"train", "builtin:reverse", "--run", "x", "--optimizer", "magic"});
    EXPECT_EQ(optimizer.status, 2);
    EXPECT_THAT(optimizer.err, HasSubstr("adadelta"));
    const Outcome model = run({"train", "builtin:reverse", "--run", "x", "--model", "magic"});
    EXPECT_EQ(model.status, 2);
    EXPECT_THAT(model.err, HasSubstr("rnnsearch"));
    const Outcome tokenizer = run({"train", "builtin:reverse", "--run", "x", "--tokenizer", "magic"});
    EXPECT_EQ(tokenizer.status, 2);
    EXPECT_THAT(tokenizer.err, HasSubstr("characters"));
    const Outcome attention = run({"train", "builtin:reverse", "--run", "x", "--attention", "magic"});
    EXPECT_EQ(attention.status, 2);
    EXPECT_THAT(attention.err, HasSubstr("additive"));
    for (const char* limit : {"best", "best:0", "best:two", "all:3", "worst:3"}) {
        const Outcome outcome = run({"train", "builtin:reverse", "--run", "x", "--attention-limit", limit});
        EXPECT_EQ(outcome.status, 2) << limit;
        EXPECT_THAT(outcome.err, HasSubstr("window:K")) << limit;
    }
}

TEST(Usage, AnOptionThatTheAttentionDoesNotReadIsRefused)
{
    const Outcome outcome = run({"train", "builtin:reverse", "--run", "x", "--attention-window", "3"});
    EXPECT_EQ(outcome.status, 2) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("--attention-window: the attention \"additive\" does not read this option"));
    EXPECT_EQ(outcome.out, "");
    const Outcome feeding = run({"train", "builtin:reverse", "--run", "x", "--input-feeding", "yes"});
    EXPECT_EQ(feeding.status, 2);
    EXPECT_THAT(feeding.err, HasSubstr("Luong"));
}

TEST(Usage, AnUnknownBuiltinCorpusIsTold)
{
    const Outcome outcome = run({"inspect", "builtin:no-such-corpus"});
    EXPECT_NE(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("reverse"));
}

TEST(Usage, WithoutADisplayTheWindowSaysSo)
{
    const Outcome outcome = run({});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("DISPLAY"));
    EXPECT_EQ(outcome.out, "");
}

TEST(Corpora, AreListedALineEach)
{
    const Outcome outcome = run({"corpora"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.err, "");
    for (const char* name : {"phrases-en-fr", "phrases-en-zh", "long-phrases-en-fr", "dates", "numbers", "reverse"})
        EXPECT_THAT(outcome.lines(), Contains(StartsWith(name)));
}

TEST(Inspect, PrintsOneObjectWithItsKeys)
{
    const Outcome outcome = run({"inspect", "builtin:reverse"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(nlohmann::ordered_json::parse(outcome.out, nullptr, false).is_object(), true);
    for (const char* key : {"format", "encoding", "pairs", "skipped", "source", "target", "warnings", "warnings_total"})
        EXPECT_THAT(outcome.keys(), Contains(key));
    for (const char* key : {"tokens", "types", "max_length", "mean_length"})
        EXPECT_TRUE(outcome.json()["source"].contains(key)) << key;
}

} // namespace
} // namespace alignoscope::testing

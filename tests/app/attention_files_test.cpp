// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/small_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace alignoscope::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

constexpr auto soft = "le chat ||| 0.7,0.2,0.1 0.1,0.8,0.1 0.2,0.2,0.6\nnon ||| 0.5,0.5 0.25,0.75\n";

TEST(AttentionFiles, BecomeOneAnother)
{
    const TemporaryFolder place;
    const auto file = place.write("soft.txt", soft), text = place.write("source.txt", "the cat\nno\n");
    const auto converted = [&](const std::filesystem::path& from, const std::string& name,
                               std::vector<std::string> options = {}) {
        options.insert(options.begin(), {"convert", from, text, "--out", place.path() / name});
        const Outcome outcome = run(options);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_EQ(outcome.out, "");
        return bytesOf(place.path() / name);
    };
    const auto list = nlohmann::ordered_json::parse(converted(file, "a.json"), nullptr, false);
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0]["source"], (nlohmann::ordered_json{"the", "cat", "</s>"}));
    EXPECT_EQ(converted(file, "a.talp"), "0-0 1-1\n0-0\n");
    EXPECT_EQ(converted(file, "b.talp", {"--threshold", "0.2"}), "0-0 1-0 1-1\n0-0\n");
    EXPECT_EQ(converted(file, "a.hard", {"--format", "marian-hard"}), "le chat ||| 0-0 1-1 2-2\nnon ||| 0-0 1-1\n");
    EXPECT_THAT(converted(file, "a.txt", {"--format", "nematus"}),
                StartsWith("0 ||| le chat ||| 0 ||| the cat ||| 3 3\n"));
    EXPECT_THAT(converted(file, "a.npy"), StartsWith("\x93NUMPY"));
    EXPECT_EQ(converted(place.path() / "a.txt", "again.txt", {"--format", "marian-soft"}), soft);
    EXPECT_EQ(converted(place.path() / "b.talp", "c.talp"), "0-0 1-0 1-1\n0-0\n"); // of links, all
}

TEST(AttentionFiles, WhatWasAssumedAndLeftOutIsTold)
{
    const TemporaryFolder place;
    const auto file = place.write("soft.txt", std::string(soft) + "si ||| 0.5,x 1,0\n");
    const Outcome outcome = run({"convert", file, "--out", place.path() / "a.json"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("marian-soft, 2 sentences"));
    EXPECT_THAT(outcome.err, HasSubstr("The last row and column are the end of the sentence."));
    EXPECT_THAT(outcome.err, HasSubstr("line 3: row 1: \"x\" is not a number"));
    const Outcome figure = run({"figure", file, "--index", "1", "--out", place.path() / "a.csv"});
    EXPECT_EQ(figure.status, 0) << figure.err;
    EXPECT_EQ(bytesOf(place.path() / "a.csv"), ",1,</s>\r\nnon,0.5,0.5\r\n</s>,0.25,0.75\r\n");
}

TEST(AttentionFiles, WrongUseIsSaid)
{
    const TemporaryFolder place;
    const auto file = place.write("soft.txt", soft);
    const std::string out = place.path() / "a.json";
    EXPECT_EQ(run({"convert", file, "--out", out, "--threshold", "0.5"}).status, 2);
    EXPECT_EQ(run({"convert", file, "--out", out, "--format", "curves"}).status, 2);
    EXPECT_EQ(run({"convert", file, "--out", out, "--step", "3"}).status, 2);
    EXPECT_EQ(run({"convert", file, "--out", out, "--from", "paper"}).status, 2);
    EXPECT_EQ(run({"convert", smallRun().folder, "--out", out, "--rows", "source"}).status, 2);
    EXPECT_EQ(run({"convert", place.write("text", "no attention\n"), "--out", out}).status, 1);
    EXPECT_EQ(run({"convert", file, "--out", out, "--from", "nematus"}).status, 1);
}

TEST(AttentionFiles, TheCurvesOfARunAreATable)
{
    ASSERT_EQ(smallRun().training.status, 0) << smallRun().training.err;
    const TemporaryFolder place;
    const auto table = place.path() / "curves.csv";
    ASSERT_EQ(run({"convert", smallRun().folder, "--format", "curves", "--out", table}).status, 0);
    const std::string csv = bytesOf(table);
    EXPECT_THAT(csv, StartsWith("step,epoch,seconds,loss,"));
    EXPECT_THAT(csv, HasSubstr("\r\n30,"));
}

TEST(AlignScore, ReadsLinksOfEveryToolkit)
{
    const TemporaryFolder place;
    const auto gold = place.write("gold", "0-0 1-1\n0-0\n");
    const auto errorRate = [&](const char* name, const std::string& text, std::vector<std::string> options = {}) {
        options.insert(options.begin(), {"align-score", place.write(name, text), gold});
        const Outcome outcome = run(options);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return outcome.json()["aer"].get<double>();
    };
    EXPECT_EQ(errorRate("pharaoh", "0-0 1-1\n0-0\n"), 0);
    EXPECT_EQ(errorRate("hard", "le chat ||| 0-0 1-1 2-2\nnon ||| 0-0 1-1\n"), 0); // the ends are no links
    EXPECT_EQ(errorRate("soft", soft), 0);
    const std::string a3 = "# Sentence pair (1)\nle chat\nNULL ({ }) the ({ 1 }) cat ({ 2 })\n"
                           "# Sentence pair (2)\nnon\nNULL ({ 1 }) no ({ })\n";
    EXPECT_NEAR(errorRate("a3", a3), 0.2, 1e-9);
    EXPECT_NEAR(errorRate("reverse", "0-0 1-0\n0-0\n", {"--reverse"}), 1.0 / 3, 1e-9);
    EXPECT_EQ(run({"align-score", place.write("bad", "le ||| 0-0\nle ||| 0-0\nle ||| 0:0\n"), gold}).status, 1);
}

} // namespace
} // namespace alignoscope::testing

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

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

constexpr auto report = R"({"sentences": 9, "bleu": 50, "bleu_by_length": [
    {"min": 1, "max": 10, "sentences": 5, "bleu": 60.5}, {"min": 11, "max": 20, "sentences": 4, "bleu": 40}]})";

/// Four models that learn nothing, on reversed letters.
std::vector<std::string> smallExperiment(const TemporaryFolder& place, const std::string& out)
{
    return {"experiment",
            "lengths",
            "builtin:reverse",
            "--run",
            place.path() / "runs",
            "--lengths",
            "4,6",
            "--steps",
            "5",
            "--embedding",
            "8",
            "--hidden",
            "8",
            "--batch",
            "8",
            "--threads",
            "1",
            "--out",
            place.path() / out,
            "--test-sentences",
            "20"};
}

TEST(ExperimentLengths, TrainsEvaluatesAndDraws)
{
    const TemporaryFolder place;
    const Outcome first = run(smallExperiment(place, "figure.pdf"));
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(bytesOf(place.path() / "figure.pdf"), StartsWith("%PDF"));
    const auto json = nlohmann::ordered_json::parse(first.out, nullptr, false);
    ASSERT_EQ(json["curves"].size(), 4u);
    EXPECT_EQ(json["curves"][0]["label"], "RNNsearch-6");
    EXPECT_EQ(json["curves"][3]["label"], "RNNencdec-4");
    EXPECT_EQ(json["curves"][3]["attention"], "none");
    EXPECT_EQ(bytesOf(place.path() / "runs" / "lengths.json"), first.out);
    EXPECT_THAT(first.err, HasSubstr("RNNencdec-4 (4 of 4): training"));
    const Outcome again = run(smallExperiment(place, "figure.csv"));
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_THAT(again.err, HasSubstr("RNNencdec-4 (4 of 4): is trained already"));
    EXPECT_EQ(again.out, first.out);
    EXPECT_THAT(bytesOf(place.path() / "figure.csv"), StartsWith("label,"));
    // one of them is a run like any other
    EXPECT_EQ(run({"translate", place.path() / "runs" / "RNNsearch-4"}, "a b c\n").status, 0);
}

TEST(ExperimentLengths, DrawsReportsWithoutTraining)
{
    const TemporaryFolder place;
    const auto with = place.write("with.json", report), without = place.write("without.json", report);
    for (const auto& [name, start] :
         {std::pair("a.svg", "<?xml"), std::pair("a.png", "\x89PNG"), std::pair("a.json", "{")}) {
        const Outcome outcome = run({"experiment", "lengths", "--from", with, without, "--out", place.path() / name});
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_THAT(bytesOf(place.path() / name), StartsWith(start));
        const auto json = nlohmann::ordered_json::parse(outcome.out, nullptr, false);
        EXPECT_EQ(json["curves"][1]["label"], "without");
        EXPECT_EQ(json["curves"][0]["bleu_by_length"].size(), 2u);
    }
    EXPECT_EQ(
        run({"experiment", "lengths", "--from", place.write("bad.json", "{}"), "--out", place.path() / "b.pdf"}).status,
        1);
}

TEST(ExperimentLengths, SaysWhatIsMissing)
{
    const TemporaryFolder place;
    const auto out = place.path() / "a.pdf";
    EXPECT_EQ(run({"experiment"}).status, 2);
    EXPECT_EQ(run({"experiment", "lengths", "--run", place.path()}).status, 2);
    const Outcome noFolder = run({"experiment", "lengths", "--out", out});
    EXPECT_EQ(noFolder.status, 2);
    EXPECT_THAT(noFolder.err, HasSubstr("--run"));
    const Outcome ending = run({"experiment", "lengths", "--run", place.path() / "x", "--out", place.path() / "a.doc"});
    EXPECT_EQ(ending.status, 2);
    EXPECT_FALSE(std::filesystem::exists(place.path() / "x"));
    const Outcome tooShort =
        run({"experiment", "lengths", "builtin:reverse", "--run", place.path() / "x", "--out", out});
    EXPECT_EQ(tooShort.status, 1);
    EXPECT_THAT(tooShort.err, HasSubstr("longer than those the models are trained on"));
    EXPECT_THAT(tooShort.err, HasSubstr("builtin:long-phrases-en-fr"));
}

TEST(ExperimentStates, MeasuresARunUnderEveryLimit)
{
    ASSERT_EQ(smallRun().training.status, 0) << smallRun().training.err;
    const TemporaryFolder place;
    const Outcome outcome = run({"experiment", "states", smallRun().folder, "builtin:reverse", "--limit", "30",
                                 "--states", "1,4", "--out", place.path() / "states.svg"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(bytesOf(place.path() / "states.svg"), StartsWith("<?xml"));
    const auto json = nlohmann::ordered_json::parse(outcome.out, nullptr, false);
    EXPECT_EQ(json["label"], "run");
    EXPECT_EQ(json["sentences"], 30);
    std::vector<std::string> limits;
    for (const auto& point : json["points"]) {
        limits.push_back(point["limit"]);
        EXPECT_TRUE(point["aer"].is_number());
    }
    EXPECT_THAT(limits, ElementsAre("best:1", "best:4", "window:1", "window:4", "all"));
    const Outcome evaluated =
        run({"evaluate", smallRun().folder, "builtin:reverse", "--limit", "30", "--attention-limit", "best:1"});
    ASSERT_EQ(evaluated.status, 0) << evaluated.err;
    EXPECT_DOUBLE_EQ(evaluated.json()["aer"].get<double>(), json["points"][0]["aer"].get<double>());
    EXPECT_DOUBLE_EQ(evaluated.json()["loss"].get<double>(), json["points"][0]["loss"].get<double>());
    const Outcome plain = run({"evaluate", smallRun().folder, "builtin:reverse", "--limit", "30"});
    EXPECT_DOUBLE_EQ(plain.json()["loss"].get<double>(), json["points"][4]["loss"].get<double>());
    EXPECT_EQ(run({"evaluate", smallRun().folder, "builtin:reverse", "--attention-limit", "best:0"}).status, 2);
}

} // namespace
} // namespace alignoscope::testing

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/small_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace alignoscope::testing {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;

/// A table of two labels, told apart by one word; the label first.
std::string table()
{
    std::string lines;
    for (int i = 0; i < 120; ++i) {
        const bool good = i % 2 == 0;
        const std::string filler =
            std::string(1, static_cast<char>('a' + i % 7)) + " " + static_cast<char>('a' + i % 5);
        lines += std::string(good ? "good" : "bad") + "\t" + filler + (good ? " sun " : " rain ") + filler + "\n";
    }
    return lines;
}

/// A classifier that tests only read.
struct SmallClassifier {
    TemporaryFolder place;
    std::string corpus = place.write("table.tsv", table()).string();
    std::string folder = (place.path() / "run").string();
    Outcome training =
        run({"train",   corpus, "--run",   folder, "--embedding", "8",  "--units", "8", "--filters", "4",
             "--dense", "8",    "--batch", "8",    "--epochs",    "12", "--seed",  "3", "--threads", "1"});
};

const SmallClassifier& smallClassifier()
{
    static const SmallClassifier one;
    return one;
}

TEST(ClassifierCommands, ATableOfTextsAndLabelsTrainsAClassifier)
{
    const SmallClassifier& one = smallClassifier();
    ASSERT_EQ(one.training.status, 0) << one.training.err;
    EXPECT_THAT(one.training.keys(),
                IsSupersetOf({"run", "steps", "epochs", "train_loss", "validation_loss", "parameters", "stop_reason"}));
    const Outcome inspected = run({"inspect", one.corpus});
    ASSERT_EQ(inspected.status, 0) << inspected.err;
    EXPECT_EQ(inspected.json()["task"], "classification");
    EXPECT_EQ(inspected.json()["pairs"], 120);
}

TEST(ClassifierCommands, EvaluateTellsAccuracyAndConfusion)
{
    const SmallClassifier& one = smallClassifier();
    const Outcome outcome = run({"evaluate", one.folder, one.corpus});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto json = outcome.json();
    EXPECT_EQ(json["sentences"], 120);
    EXPECT_EQ(json["accuracy"], 1.0);
    EXPECT_EQ(json["token_accuracy"], json["accuracy"]);
    EXPECT_EQ(json["confusion"]["counts"].dump(), "[[60,0],[0,60]]");
    EXPECT_LT(json["loss"].get<double>(), 0.3);
}

TEST(ClassifierCommands, TranslateLabelsLines)
{
    const SmallClassifier& one = smallClassifier();
    const Outcome plain = run({"translate", one.folder}, "a b sun a b\nc a rain c a\n");
    ASSERT_EQ(plain.status, 0) << plain.err;
    EXPECT_EQ(plain.out, "good\nbad\n");
    const Outcome outcome = run({"translate", one.folder, "--format", "json"}, "a b sun a b\n");
    const auto json = outcome.json();
    EXPECT_EQ(json["label"], "good");
    ASSERT_EQ(json["attention"].size(), json["source"].size());
    double sum = 0;
    for (const auto& weight : json["attention"])
        sum += weight.get<double>();
    EXPECT_NEAR(sum, 1, 1e-5);
    EXPECT_GT(json["probabilities"]["good"].get<double>(), 0.5);
}

TEST(ClassifierCommands, RunsAndCorporaOfTheOtherTaskAreRefused)
{
    const SmallClassifier& one = smallClassifier();
    const Outcome pairs = run({"evaluate", one.folder, "builtin:reverse"});
    EXPECT_THAT(pairs.status, AnyOf(1, 2));
    EXPECT_THAT(pairs.err, HasSubstr("labels"));
    const Outcome labels = run({"evaluate", smallRun().folder, one.corpus});
    EXPECT_THAT(labels.status, AnyOf(1, 2));
    EXPECT_THAT(labels.err, HasSubstr("label"));
    const Outcome model = run({"train", one.corpus, "--model", "quick", "--run", (one.place.path() / "no").string()});
    EXPECT_EQ(model.status, 2);
    EXPECT_THAT(model.err, HasSubstr("classifier"));
}

TEST(FamilyCommands, EveryPresetOfTheFamilyTrainsAndTranslates)
{
    const TemporaryFolder place;
    for (const std::string preset : {"rnnencdec", "luong", "keras-attention"}) {
        const std::string folder = (place.path() / preset).string();
        const Outcome training = run(smallTraining(folder, {"--model", preset, "--steps", "4"}));
        ASSERT_EQ(training.status, 0) << training.err;
        const Outcome outcome = run({"translate", folder, "--format", "json"}, "a b c\n");
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        const auto attention = outcome.json()["hypotheses"][0]["attention"];
        for (const auto& row : attention) {
            ASSERT_EQ(row.size(), 4U); // a, b, c and the end
            double sum = 0;
            for (const auto& weight : row)
                sum += weight.get<double>();
            EXPECT_NEAR(sum, preset == "rnnencdec" ? 0 : 1, 1e-5) << preset;
        }
        const Outcome score = run({"evaluate", folder, "builtin:reverse", "--limit", "20"});
        ASSERT_EQ(score.status, 0) << score.err;
        EXPECT_EQ(score.json().contains("aer"), preset != "rnnencdec") << "there is no alignment to score";
    }
}

TEST(FamilyCommands, AnOptionThatTheKindDoesNotReadIsRefused)
{
    const TemporaryFolder place;
    const Outcome outcome = run(
        smallTraining((place.path() / "run").string(), {"--attention", "dot", "--coverage", "yes", "--steps", "1"}));
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("coverage"));
}

} // namespace
} // namespace alignoscope::testing

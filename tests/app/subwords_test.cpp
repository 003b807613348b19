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

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A training of a few seconds on pieces of words.
std::vector<std::string> subwordTraining(const std::string& folder, const std::vector<std::string>& more)
{
    std::vector<std::string> arguments{"train",
                                       "builtin:phrases-en-fr",
                                       "--run",
                                       folder,
                                       "--pieces",
                                       "250",
                                       "--validation-split",
                                       "0.005",
                                       "--hidden",
                                       "16",
                                       "--embedding",
                                       "8",
                                       "--steps",
                                       "20",
                                       "--seed",
                                       "3"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

struct SubwordRun {
    TemporaryFolder place;
    std::filesystem::path folder = place.path() / "run";
    Outcome training = run(subwordTraining(folder.string(), {"--watch", "the cat sleeps ||| le chat dort"}));
};

const SubwordRun& subwordRun()
{
    static const SubwordRun run;
    EXPECT_EQ(run.training.status, 0) << run.training.err;
    return run;
}

std::string translation(const std::filesystem::path& folder)
{
    const Outcome outcome = run({"translate", folder.string()}, "The black cat does not see the small house.\n");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
}

TEST(Subwords, ARunKeepsItsModelsAndTranslatesWithThem)
{
    const std::filesystem::path folder = subwordRun().folder;
    EXPECT_TRUE(std::filesystem::exists(folder / "source.subwords.model"));
    EXPECT_TRUE(std::filesystem::exists(folder / "target.subwords.model"));
    EXPECT_GE(subwordRun().training.json()["validation_bleu"], 0.0);

    const TemporaryFolder other; // a run can be taken anywhere
    std::filesystem::copy(folder, other.path() / "copy", std::filesystem::copy_options::recursive);
    const std::string text = translation(folder);
    EXPECT_EQ(translation(other.path() / "copy"), text);
    EXPECT_THAT(text, Not(HasSubstr("▁")));

    const auto json = run({"translate", folder.string(), "--format", "json"}, "The cat sleeps.\n").json();
    const auto source = json["source"].get<std::vector<std::string>>();
    EXPECT_THAT(source.front(), StartsWith("▁"));
    EXPECT_EQ(source.back(), "</s>");
}

TEST(Subwords, GoingOnKeepsTheModel)
{
    const TemporaryFolder place;
    const auto folder = place.path() / "run";
    ASSERT_EQ(run(subwordTraining(folder.string(), {"--joint-subwords", "--subwords", "unigram"})).status, 0);
    const std::string model = bytesOf(folder / "source.subwords.model");
    EXPECT_EQ(bytesOf(folder / "target.subwords.model"), model);
    const Outcome more = run({"train", "--run", folder.string(), "--resume", "--steps", "25"});
    EXPECT_EQ(more.status, 0) << more.err;
    EXPECT_EQ(bytesOf(folder / "source.subwords.model"), model);
    EXPECT_EQ(run({"train", "--run", folder.string(), "--resume", "--pieces", "300"}).status, 2);
}

TEST(Subwords, AModelOfAnotherRunIsTaken)
{
    const std::string model = (subwordRun().folder / "source.subwords.model").string();
    const Outcome outcome = run({"inspect", "builtin:phrases-en-fr", "--source-tokenizer", "subwords",
                                 "--subword-model", model, "--normalization", "nfkc"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto tokenizer = outcome.json()["tokenizer"];
    EXPECT_EQ(tokenizer["source"], "subwords");
    EXPECT_EQ(tokenizer["target"], "words");
    EXPECT_EQ(tokenizer["normalization"], "nfkc");
    EXPECT_EQ(tokenizer["pieces"]["source"], 250);
    EXPECT_TRUE(tokenizer["pieces"]["target"].is_null());
    EXPECT_THAT(outcome.json()["first_pairs"][0]["source"].get<std::vector<std::string>>(), Contains(StartsWith("▁")));
}

TEST(Subwords, TheImpossibleIsToldWithWhatToDo)
{
    const Outcome contradiction = run({"inspect", "builtin:reverse", "--tokenizer", "words", "--subwords", "bpe"});
    EXPECT_EQ(contradiction.status, 2);
    EXPECT_THAT(contradiction.err, HasSubstr("--tokenizer subwords"));
    const TemporaryFolder folder;
    const Outcome damaged = run({"inspect", "builtin:reverse", "--subword-model", folder.write("a.model", "no model")});
    EXPECT_EQ(damaged.status, 1);
    EXPECT_THAT(damaged.err, AllOf(HasSubstr("a.model"), HasSubstr("SentencePiece")));
    EXPECT_EQ(run({"inspect", "builtin:reverse", "--pieces", "0"}).status, 2);
}

TEST(Subwords, ARunWithoutItsModelSaysSo)
{
    const TemporaryFolder other;
    std::filesystem::copy(subwordRun().folder, other.path() / "copy", std::filesystem::copy_options::recursive);
    std::filesystem::remove(other.path() / "copy" / "target.subwords.model");
    const Outcome outcome = run({"translate", (other.path() / "copy").string()}, "A cat.\n");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("target.subwords.model"), HasSubstr("missing")));
}

TEST(Subwords, TextThatIsCutAlreadyIsJoined)
{
    const TemporaryFolder place;
    std::string lines;
    for (int i = 0; i < 60; ++i)
        lines += "a b\tlo@@ w@@ er up@@ on\n";
    const std::string corpus = place.write("cut.tsv", lines);
    const std::string folder = (place.path() / "run").string();
    const Outcome training = run({"train", corpus, "--run", folder, "--tokenizer", "whitespace", "--embedding", "8",
                                  "--hidden", "16", "--learning-rate", "0.05", "--steps", "120", "--seed", "3"});
    ASSERT_EQ(training.status, 0) << training.err;
    EXPECT_EQ(run({"translate", folder}, "a b\n").out, "lower upon\n");
    EXPECT_EQ(run({"evaluate", folder, corpus}).json()["chrf"], 100.0);
}

} // namespace
} // namespace alignoscope::testing

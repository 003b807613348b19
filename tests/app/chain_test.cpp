// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/small_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
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

/// The run every test here reads.
std::string trained()
{
    EXPECT_EQ(smallRun().training.status, 0) << smallRun().training.err;
    return smallRun().folder;
}

TEST(Train, ReportsWhatOtherProgramsRelyOn)
{
    trained();
    const Outcome& training = smallRun().training;
    EXPECT_THAT(training.keys(),
                ElementsAre("run", "steps", "epochs", "train_loss", "validation_loss", "validation_bleu",
                            "target_tokens", "seconds", "target_tokens_per_second", "peak_rss_bytes", "parameters",
                            "stop_reason"));
    EXPECT_EQ(training.lines().size(), 1u);
    const auto json = training.json();
    EXPECT_EQ(json["steps"], 30);
    EXPECT_EQ(json["stop_reason"], "steps");
    EXPECT_GT(json["parameters"], 0);
    EXPECT_GT(json["target_tokens"], 30 * 8);
    EXPECT_GT(json["validation_loss"], 0.0);
}

TEST(Inspect, LooksAtTheFirstPairsAlone)
{
    const Outcome outcome = run({"inspect", "builtin:reverse", "--limit", "7"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["pairs"], 7);
    EXPECT_EQ(run({"inspect", "builtin:reverse", "--limit", "-1"}).status, 2);
}

TEST(Train, RefusesAFolderThatHoldsARun)
{
    const Outcome again = run(smallTraining(trained(), {"--steps", "1"}));
    EXPECT_EQ(again.status, 2);
    EXPECT_THAT(again.err, HasSubstr("--resume"));
}

TEST(Train, GoesOnWhereItStopped)
{
    const TemporaryFolder place;
    const std::string folder = (place.path() / "run").string();
    ASSERT_EQ(run(smallTraining(folder, {"--steps", "10"})).status, 0);
    const Outcome more = run({"train", "builtin:reverse", "--run", folder, "--resume", "--steps", "25"});
    EXPECT_EQ(more.status, 0) << more.err;
    EXPECT_EQ(more.json()["steps"], 25);
    const Outcome withoutCorpus = run({"train", "--run", folder, "--resume", "--steps", "30"});
    EXPECT_EQ(withoutCorpus.status, 0) << withoutCorpus.err;
    EXPECT_EQ(withoutCorpus.json()["steps"], 30);
    EXPECT_EQ(run({"train", "--run", folder, "--resume", "--hidden", "99"}).status, 2);
}

TEST(Train, ASignalStopsItWithARunThatCanBeUsed)
{
    for (const int number : {SIGINT, SIGTERM}) {
        const TemporaryFolder place;
        const std::string folder = (place.path() / "run").string();
        Program program(smallTraining(folder, {"--epochs", "100000", "--validate-every", "5"}));
        ASSERT_TRUE(program.waitForMessage("validation loss"));
        program.signal(number);
        const Outcome outcome = program.finish();
        EXPECT_EQ(outcome.status, 130) << outcome.err;
        EXPECT_EQ(outcome.json()["stop_reason"], "stopped");
        const Outcome translation = run({"translate", folder, "--checkpoint", "last"}, "a b\n");
        EXPECT_EQ(translation.status, 0) << translation.err;
        EXPECT_EQ(translation.lines().size(), 1u);
    }
}

TEST(Train, FloatsHaveAPointWhateverTheLocale)
{
    const TemporaryFolder place;
    const Outcome outcome = run(smallTraining((place.path() / "run").string(), {"--steps", "2", "--dropout", "0.25"}),
                                "", {"LC_ALL=de_DE.UTF-8"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_TRUE(outcome.json()["train_loss"].is_number_float()) << outcome.out;
}

TEST(Translate, GivesALineForEveryLine)
{
    const Outcome outcome = run({"translate", trained()}, "a b c\n\nd e");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.lines().size(), 3u);
}

TEST(Translate, JsonHoldsAttentionThatSumsToOne)
{
    const Outcome outcome =
        run({"translate", trained(), "--format", "json", "--beam", "4", "--n-best", "2"}, "a b c\n");
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.keys(), ElementsAre("source", "hypotheses"));
    const auto json = outcome.json();
    ASSERT_EQ(json["source"].size(), 4u); // the end of the sentence is the last token
    ASSERT_EQ(json["hypotheses"].size(), 2u);
    for (const auto& hypothesis : json["hypotheses"]) {
        std::vector<std::string> keys;
        for (const auto& item : hypothesis.items())
            keys.push_back(item.key());
        EXPECT_THAT(keys, ElementsAre("tokens", "text", "score", "attention"));
        ASSERT_EQ(hypothesis["attention"].size(), hypothesis["tokens"].size());
        for (const auto& row : hypothesis["attention"]) {
            ASSERT_EQ(row.size(), 4u);
            double sum = 0;
            for (const auto& weight : row)
                sum += weight.get<double>();
            EXPECT_NEAR(sum, 1, 1e-4);
        }
    }
    EXPECT_GE(json["hypotheses"][0]["score"], json["hypotheses"][1]["score"]);
}

TEST(Translate, ManyHypothesesAreNumbered)
{
    const Outcome outcome = run({"translate", trained(), "--beam", "3", "--n-best", "2"}, "a b\nc d\n");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    ASSERT_EQ(outcome.lines().size(), 4u);
    EXPECT_THAT(outcome.lines()[0], StartsWith("0 ||| "));
    EXPECT_THAT(outcome.lines()[3], StartsWith("1 ||| "));
    EXPECT_EQ(run({"translate", trained(), "--beam", "2", "--n-best", "3"}, "a\n").status, 2);
}

TEST(Evaluate, ReportsWhatOtherProgramsRelyOn)
{
    const Outcome outcome = run({"evaluate", trained(), "builtin:reverse", "--limit", "60"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.keys(),
                ElementsAre("sentences", "target_tokens", "loss", "perplexity", "bleu", "chrf", "bleu_signature",
                            "token_accuracy", "seconds", "bleu_by_length", "aer", "alignment_precision",
                            "alignment_recall", "attention_match", "attention_mass"));
    const auto json = outcome.json();
    EXPECT_EQ(json["sentences"], 60);
    std::int64_t sentences = 0;
    for (const auto& bucket : json["bleu_by_length"])
        sentences += bucket["sentences"].get<std::int64_t>();
    EXPECT_EQ(sentences, 60);
}

TEST(Evaluate, TakesGoldAlignmentsOfAFile)
{
    const TemporaryFolder place;
    const auto corpus = place.write("pairs.tsv", "a b\tb a\nc d\td c\n");
    const auto gold = place.write("gold.txt", "0-1 1-0\n0-1 1p0\n");
    const Outcome without = run({"evaluate", trained(), corpus});
    EXPECT_EQ(without.status, 0) << without.err;
    EXPECT_FALSE(without.json().contains("aer"));
    const Outcome with = run({"evaluate", trained(), corpus, "--gold", gold});
    EXPECT_EQ(with.status, 0) << with.err;
    EXPECT_TRUE(with.json().contains("aer"));
    const Outcome naacl =
        run({"evaluate", trained(), corpus, "--gold", place.write("gold.wa", "1 1 2 S\n1 2 1 S\n2 1 2 S\n2 2 1 P\n")});
    EXPECT_EQ(naacl.status, 0) << naacl.err;
    EXPECT_EQ(naacl.json()["aer"], with.json()["aer"]); // the same links in another syntax
    EXPECT_EQ(naacl.json()["attention_mass"], with.json()["attention_mass"]);
    const Outcome unequal = run({"evaluate", trained(), corpus, "--gold", place.write("one.txt", "0-0\n")});
    EXPECT_EQ(unequal.status, 1);
    EXPECT_NE(unequal.err, "");
}

TEST(Train, TakesGoldAlignmentsOfAFile)
{
    const TemporaryFolder place;
    std::string pairs, links;
    for (int i = 0; i < 60; ++i) {
        const std::string word(1, static_cast<char>('a' + i % 26));
        pairs += word + " x\ty " + word + "\n";
        links += "1-2\n";
    }
    const auto train = [&](const std::string& folder, const std::string& gold) {
        return run({"train", place.write("pairs.tsv", pairs), "--run", place.path() / folder, "--embedding", "8",
                    "--hidden", "8", "--steps", "4", "--validation-split", "0.2", "--gold", gold});
    };
    const Outcome trained = train("run", place.write("gold.txt", links));
    EXPECT_EQ(trained.status, 0) << trained.err;
    EXPECT_THAT(trained.err, HasSubstr("alignment error rate"));
    const auto config = nlohmann::json::parse(bytesOf(place.path() / "run" / "config.json"), nullptr, false);
    EXPECT_THAT(config["gold"]["file"].get<std::string>(), ::testing::EndsWith("gold.txt"));
    EXPECT_EQ(config["dataset"]["source_tokenizer"], "whitespace"); // what the links count
    const Outcome resumed = run({"train", "--run", place.path() / "run", "--resume", "--steps", "8"});
    EXPECT_EQ(resumed.status, 0) << resumed.err;
    EXPECT_THAT(resumed.err, HasSubstr("alignment error rate"));
    const Outcome refused = train("other", place.write("short.txt", "1-2\n"));
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("60 pairs"));
}

TEST(Figure, DrawsAWatchedSentenceInEveryFormat)
{
    const TemporaryFolder place;
    const std::vector<std::pair<std::string, std::string>> starts = {
        {"a.pdf", "%PDF"}, {"a.svg", "<?xml"}, {"a.png", "\x89PNG"}};
    for (const auto& [name, start] : starts) {
        const Outcome outcome = run({"figure", trained(), "--index", "0", "--out", place.path() / name});
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_EQ(outcome.out, "");
        EXPECT_THAT(bytesOf(place.path() / name), StartsWith(start));
    }
}

TEST(Convert, WritesWhatIsWatched)
{
    const TemporaryFolder place;
    const auto json = place.path() / "a.json", links = place.path() / "a.pharaoh", table = place.path() / "a.csv";
    ASSERT_EQ(run({"convert", trained(), "--out", json}).status, 0);
    const auto list = nlohmann::ordered_json::parse(bytesOf(json), nullptr, false);
    ASSERT_TRUE(list.is_array());
    ASSERT_FALSE(list.empty());
    EXPECT_EQ(list[0]["attention"].size(), list[0]["target"].size());
    EXPECT_EQ(list[0]["attention"][0].size(), list[0]["source"].size());
    // what was written is read again
    EXPECT_EQ(run({"convert", json, "--out", links}).status, 0);
    EXPECT_THAT(bytesOf(links), HasSubstr("-"));
    EXPECT_EQ(run({"convert", json, "--out", table, "--index", "0"}).status, 0);
    EXPECT_EQ(run({"convert", json, "--out", table, "--index", "9999"}).status, 2);
    EXPECT_EQ(run({"convert", json, "--out", place.path() / "a.unknown"}).status, 2);
}

} // namespace
} // namespace alignoscope::testing

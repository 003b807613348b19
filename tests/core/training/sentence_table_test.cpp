// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/gold.h"
#include "alignoscope/metrics.h"
#include "alignoscope/run.h"
#include "alignoscope/translator.h"
#include "trainer_support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace alignoscope {
namespace {

using namespace testing;

std::vector<WatchedSentence> sampled(const std::vector<WatchedSentence>& sentences)
{
    std::vector<WatchedSentence> found;
    std::copy_if(sentences.begin(), sentences.end(), std::back_inserter(found),
                 [](const WatchedSentence& sentence) { return sentence.sampled; });
    return found;
}

TEST(SentenceTable, TheSampleFollowsThePickedSentences)
{
    RunningTrainer run(smallSetup());
    run.start();
    run.join();
    const auto sentences = run.recorder.all<WatchedSentence>();
    ASSERT_GT(sentences.size(), 6U);
    std::set<std::pair<std::string, std::string>> texts;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        EXPECT_EQ(sentences[i].sampled, i >= 6) << i;
        EXPECT_TRUE(sentences[i].fromValidation);
        EXPECT_TRUE(sentences[i].gold);
        EXPECT_TRUE(texts.emplace(sentences[i].source, sentences[i].target).second) << sentences[i].source;
    }
    EXPECT_EQ(sentences.size(), 15U); // every pair kept for validation, once
}

TEST(SentenceTable, EverySentenceIsScoredAndDrawnAtEveryValidation)
{
    auto setup = smallSetup();
    setup.experiment.training.validateEvery = 6;
    setup.experiment.watch = {"a b c ||| c b a", "d e"};
    RunningTrainer run(setup);
    run.start();
    run.join();
    const auto sentences = run.recorder.all<WatchedSentence>();
    std::map<SentenceId, WatchedSentence> byId;
    for (const auto& sentence : sentences)
        byId[sentence.id] = sentence;
    const auto scored = run.recorder.all<SentencesScored>();
    ASSERT_EQ(scored.size(), 2U);
    EXPECT_EQ(scored[0].step, 6);
    EXPECT_EQ(scored[1].step, 12);
    for (const SentencesScored& one : scored) {
        EXPECT_EQ(one.scores.size(), sentences.size() - 1); // all but the one without a reference
        std::set<SentenceId> seen;
        for (const SentenceScore& score : one.scores) {
            EXPECT_TRUE(seen.insert(score.id).second);
            const WatchedSentence& sentence = byId.at(score.id);
            EXPECT_NEAR(score.bleu, sentenceBleu(score.translation, sentence.target, false), 1e-9);
            EXPECT_NEAR(score.chrf, sentenceChrf(score.translation, sentence.target, false), 1e-9);
        }
        std::set<SentenceId> drawn;
        for (const auto& picture : run.recorder.snapshots())
            if (picture->step == one.step && picture->recorded)
                drawn.insert(picture->sentence);
        EXPECT_EQ(drawn.size(), sentences.size());
    }
}

TEST(SentenceTable, TheSampleIsDrawnAtTheStartAndAtValidationsOnly)
{
    auto setup = smallSetup();
    setup.experiment.training.snapshotEvery = 1;
    RunningTrainer run(setup);
    run.start();
    run.join();
    const SentenceId one = sampled(run.recorder.all<WatchedSentence>()).at(0).id;
    std::vector<std::int64_t> steps;
    for (const auto& picture : run.recorder.snapshots())
        if (picture->sentence == one)
            steps.push_back(picture->step);
    EXPECT_EQ(steps, (std::vector<std::int64_t>{0, 9, 12})); // an epoch is nine batches
}

TEST(SentenceTable, PicturesAgreeWithTakingTheSentenceAlone)
{
    RunningTrainer run(smallSetup());
    run.start();
    run.join();
    const auto model = run.trainer.translator();
    std::map<SentenceId, WatchedSentence> byId;
    for (const auto& sentence : run.recorder.all<WatchedSentence>())
        byId[sentence.id] = sentence;
    std::size_t compared = 0;
    for (const auto& picture : run.recorder.snapshots()) {
        if (picture->step != 12)
            continue;
        const WatchedSentence& sentence = byId.at(picture->sentence);
        const AttentionSnapshot alone = model->align(sentence.source, sentence.target);
        EXPECT_EQ(picture->targetTokens, alone.targetTokens);
        ASSERT_EQ(picture->weights.size(), alone.weights.size());
        EXPECT_NEAR(picture->loss, alone.loss, 1e-4);
        for (std::size_t i = 0; i < alone.weights.size(); ++i)
            EXPECT_NEAR(picture->weights[i], alone.weights[i], 1e-5);
        ++compared;
    }
    EXPECT_GE(compared, 15U);
}

TEST(SentenceTable, BleuOfTheSampleIsThatOfTheReport)
{
    RunningTrainer run(smallSetup());
    run.start();
    run.join();
    std::map<SentenceId, WatchedSentence> byId;
    for (const auto& sentence : run.recorder.all<WatchedSentence>())
        byId[sentence.id] = sentence;
    std::vector<std::string> hypotheses, references;
    const SentencesScored scored = run.recorder.all<SentencesScored>().back();
    for (const SentenceScore& score : scored.scores) {
        hypotheses.push_back(score.translation);
        references.push_back(byId.at(score.id).target);
    }
    EXPECT_NEAR(run.recorder.all<ValidationReport>().back().bleu, bleu(hypotheses, references, false).score, 1e-9);
}

TEST(SentenceTable, AFocusedSentenceOfTheSampleIsDrawnLive)
{
    auto setup = smallSetup();
    setup.live = true;
    setup.experiment.training.steps = 0;
    setup.experiment.training.epochs = 100000;
    RunningTrainer run(setup);
    run.start();
    ASSERT_TRUE(run.recorder.waitFor<StepReport>([](const StepReport&) { return true; }));
    const SentenceId one = sampled(run.recorder.all<WatchedSentence>()).at(0).id;
    const std::size_t seen = run.recorder.snapshots().size();
    run.trainer.focus(one);
    EXPECT_TRUE(run.recorder.waitForPicture(one, seen));
    run.join(true);
}

TEST(SentenceTable, ARunThatGoesOnKeepsItsSample)
{
    TemporaryFolder place;
    auto setup = smallSetup();
    setup.folder = place.path() / "run";
    {
        RunningTrainer first(setup);
        first.start();
        first.join();
    }
    const auto before = alignoscope::Run::open(setup.folder).watched();
    ASSERT_FALSE(sampled(before).empty());
    setup.resume = true;
    setup.experiment.training.steps = 20;
    {
        RunningTrainer run(setup);
        run.start();
        run.join();
        EXPECT_TRUE(run.recorder.all<WatchedSentence>().empty());
        EXPECT_EQ(run.recorder.all<SentencesScored>().back().scores.size(), before.size());
    }
    const alignoscope::Run run = alignoscope::Run::open(setup.folder);
    EXPECT_EQ(run.watched().size(), before.size());
    EXPECT_EQ(sampled(run.watched()).size(), sampled(before).size());
    EXPECT_EQ(run.snapshotSteps(sampled(before).back().id).back(), 20);
}

TEST(SentenceTable, GoldOfAFileIsMeasuredAndWatched)
{
    auto corpus = std::make_shared<RawCorpus>();
    GoldFile gold;
    for (int i = 0; i < 80; ++i) {
        const std::string word = "w" + std::to_string(i % 7);
        corpus->pairs.add(word + " " + word, "x" + word + " y", i + 1);
        gold.pairs.push_back({{{0, 0}}, {{1, 1}}});
    }
    attachGold(*corpus, gold, "gold");
    DatasetOptions options;
    options.text = corpus->suggested;
    options.validationSplit = 0.2;
    auto setup = smallSetup();
    setup.dataset = std::make_shared<const Dataset>(buildDataset({.corpus = corpus}, options));
    RunningTrainer run(setup);
    run.start();
    run.join();
    const auto report = run.recorder.all<ValidationReport>().back();
    EXPECT_GE(report.aer, 0);
    EXPECT_GT(report.mass, 0);
    for (const auto& sentence : run.recorder.all<WatchedSentence>())
        EXPECT_TRUE(sentence.gold);
}

} // namespace
} // namespace alignoscope

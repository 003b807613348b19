// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A trainer of the text classifier: its events, pictures, checkpoints and word vectors.
#include "trainer_support.h"

#include "alignoscope/classifier_evaluation.h"
#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "alignoscope/translator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace alignoscope::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// 400 built-in reviews, 40 of them kept for validation.
std::shared_ptr<const Dataset> reviews()
{
    static const auto dataset = [] {
        DatasetInputs inputs;
        inputs.corpus =
            std::make_shared<const RawCorpus>(readCorpus(CorpusSource::parse({"builtin:reviews"}), {.limit = 400}));
        DatasetOptions options;
        options.text = inputs.corpus->suggested;
        options.validationSplit = 0.1;
        return std::make_shared<const Dataset>(buildDataset(inputs, options));
    }();
    return dataset;
}

TrainerSetup setupOf(const std::filesystem::path& folder = {})
{
    TrainerSetup setup;
    setup.dataset = reviews();
    setup.folder = folder;
    setup.experiment.corpus = CorpusSource::parse({"builtin:reviews"});
    setup.experiment.dataset = setup.dataset->options;
    setup.experiment.model.task = Task::Classification;
    ClassifierOptions& model = setup.experiment.model.classifier;
    model.embedding = 8;
    model.units = model.filters = 6;
    model.dense = 10;
    setup.experiment.training.batch = 40;
    setup.experiment.training.epochs = 2;
    setup.experiment.training.threads = 2;
    return setup;
}

void run(TrainerSetup setup, Recorder& recorder)
{
    Trainer trainer(std::move(setup), recorder);
    PauseGate gate;
    trainer.run({}, gate);
    const auto finished = recorder.all<RunFinished>();
    ASSERT_EQ(finished.size(), 1U);
    EXPECT_EQ(finished.front().message, "");
}

std::vector<double> lossesOf(const Recorder& recorder)
{
    std::vector<double> losses;
    for (const StepReport& step : recorder.all<StepReport>())
        losses.push_back(step.loss);
    return losses;
}

std::string refusal(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Usage ? error.what() : "of another kind: " + std::string(error.what());
    }
    return {};
}

TEST(ClassifierTraining, TellsLossAccuracyAndWhatItThinksOfEachText)
{
    Recorder recorder;
    run(setupOf(), recorder);
    EXPECT_EQ(recorder.all<StepReport>().size(), 18U); // 360 texts, 40 an update, twice
    const auto validations = recorder.all<ValidationReport>();
    ASSERT_EQ(validations.size(), 2U);
    const ValidationReport& last = validations.back();
    EXPECT_EQ(last.bleu, -1);
    EXPECT_EQ(last.aer, -1);
    const auto classified = recorder.all<TextsClassified>();
    ASSERT_EQ(classified.size(), 2U);
    // every text of the validation part is watched (40 are fewer than 200), so their scores are the validation's
    const auto& scores = classified.back().scores;
    ASSERT_EQ(scores.size(), reviews()->validation.size());
    double loss = 0, right = 0;
    for (const TextScore& score : scores) {
        loss += score.loss / static_cast<double>(scores.size());
        right += score.label == score.predicted ? 1 : 0;
        EXPECT_TRUE(score.confidence >= 0.5 && score.confidence <= 1); // the likelier of two
    }
    EXPECT_NEAR(loss, last.loss, 1e-6);
    EXPECT_NEAR(right / static_cast<double>(scores.size()), last.tokenAccuracy, 1e-12);
    EXPECT_EQ(recorder.all<RunFinished>().front().targetTokens, 720); // a label a text
}

TEST(ClassifierTraining, PicturesAreTheWordsAgainstOneLabel)
{
    Recorder recorder;
    run(setupOf(), recorder);
    std::set<std::int32_t> recordedAtEnd;
    for (const AttentionSnapshotPtr& picture : recorder.snapshots()) {
        ASSERT_EQ(picture->targets(), 1);
        EXPECT_TRUE(picture->targetTokens.front() == "positive" || picture->targetTokens.front() == "negative");
        EXPECT_NE(picture->sourceTokens.back(), "</s>");
        EXPECT_EQ(picture->sourceUnknown.size(), picture->sourceTokens.size());
        EXPECT_NEAR(std::accumulate(picture->weights.begin(), picture->weights.end(), 0.0), 1, 1e-5);
        if (picture->recorded && picture->step == 18)
            recordedAtEnd.insert(index(picture->sentence));
    }
    EXPECT_EQ(recordedAtEnd.size(), reviews()->validation.size());
}

TEST(ClassifierTraining, TheWatchedTextsAreOfBothLabels)
{
    Recorder recorder;
    run(setupOf(), recorder);
    const auto watched = recorder.all<WatchedSentence>();
    std::vector<std::string> first;
    for (std::size_t i = 0; i < 6; ++i) {
        first.push_back(watched.at(i).target);
        EXPECT_FALSE(watched[i].sampled);
        EXPECT_TRUE(watched[i].gold.has_value()); // the words that decide
    }
    EXPECT_EQ(std::count(first.begin(), first.end(), "positive"), 3);
    EXPECT_TRUE(watched.back().sampled);
}

TEST(ClassifierTraining, TheSameSeedGivesTheSameNumbersAndAnotherNumberOfThreadsNearlyTheSame)
{
    Recorder one, again, alone;
    run(setupOf(), one);
    run(setupOf(), again);
    TrainerSetup single = setupOf();
    single.experiment.training.threads = 1;
    run(std::move(single), alone);
    EXPECT_EQ(lossesOf(one), lossesOf(again));
    const auto losses = lossesOf(one), other = lossesOf(alone);
    ASSERT_EQ(losses.size(), other.size());
    for (std::size_t i = 0; i < losses.size(); ++i)
        EXPECT_NEAR(losses[i], other[i], 1e-3) << i;
}

TEST(ClassifierTraining, ARunThatGoesOnDoesWhatItWouldHaveDone)
{
    const TemporaryFolder folder;
    Recorder whole, begun, goneOn;
    TrainerSetup setup = setupOf();
    setup.experiment.training.epochs = 0;
    setup.experiment.training.annealing = 0; // or the rate would follow the limit
    setup.experiment.training.steps = 14;
    run(setup, whole);
    setup.folder = folder.path() / "run";
    setup.experiment.training.steps = 6;
    run(setup, begun);
    setup.experiment.training.steps = 14;
    setup.resume = true;
    run(setup, goneOn);
    std::vector<double> both = lossesOf(begun);
    const auto rest = lossesOf(goneOn);
    both.insert(both.end(), rest.begin(), rest.end());
    EXPECT_EQ(both, lossesOf(whole));
}

TEST(ClassifierTraining, ARunIsOpenedAgainAndSaysTheSame)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "run";
    Recorder recorder;
    Trainer trainer(setupOf(path), recorder);
    PauseGate gate;
    trainer.run({}, gate);
    const auto live = trainer.classifier();
    const auto opened = Classifier::open(path, false);
    EXPECT_THAT(opened->labels(), ::testing::UnorderedElementsAre("positive", "negative"));
    EXPECT_EQ(opened->step(), 18);
    EXPECT_EQ(opened->parameters(), recorder.all<RunFinished>().front().parameters);
    const std::vector<std::string> texts{"The food was not good.", "", "Wonderful!"};
    const auto now = live->classify(texts), then = opened->classify(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ(now[i].probabilities, then[i].probabilities);
        EXPECT_EQ(now[i].attention, then[i].attention);
        EXPECT_NEAR(now[i].probabilities[0] + now[i].probabilities[1], 1, 1e-12);
    }
    EXPECT_THAT(then[0].tokens, ElementsAre("the", "food", "was", "not", "good", "."));
    EXPECT_EQ(then[0].padding, 0);
    EXPECT_TRUE(then[1].tokens.empty());
    EXPECT_EQ(then[2].unknown.size(), 2U);
    EXPECT_THAT(refusal([&] { Translator::open(path); }), HasSubstr("labels texts, it does not translate"));
    EXPECT_THAT(refusal([&] { static_cast<void>(trainer.translator()); }), HasSubstr("does not translate"));
    const auto watched = Run::open(path).watched();
    EXPECT_EQ(watched.size(), reviews()->validation.size());
}

TEST(ClassifierTraining, PaddingTakesItsShareWhereItIsNotMasked)
{
    TrainerSetup setup = setupOf();
    setup.experiment.model.classifier.maskPadding = false;
    setup.experiment.model.classifier.positions = 30;
    setup.experiment.training.epochs = 1;
    Recorder recorder;
    Trainer trainer(std::move(setup), recorder);
    PauseGate gate;
    trainer.run({}, gate);
    const auto found = trainer.classifier()->classify({"the food was good .", std::string(200, 'a')}).front();
    ASSERT_EQ(found.attention.size(), 5U);
    EXPECT_GT(found.padding, 0.3); // 25 of 30 positions
    EXPECT_NEAR(std::accumulate(found.attention.begin(), found.attention.end(), 0.0) + found.padding, 1, 1e-5);
}

TEST(ClassifierTraining, LongTextsAreCut)
{
    TrainerSetup setup = setupOf();
    setup.experiment.model.classifier.positions = 4;
    setup.experiment.training.epochs = 1;
    Recorder recorder;
    Trainer trainer(std::move(setup), recorder);
    PauseGate gate;
    trainer.run({}, gate);
    const auto found = trainer.classifier()->classify({"the food was not good at all ."}).front();
    ASSERT_EQ(found.attention.size(), 8U);
    EXPECT_GT(found.attention[3], 0);
    for (std::size_t i = 4; i < 8; ++i)
        EXPECT_EQ(found.attention[i], 0);
}

TEST(ClassifierTraining, FrozenWordVectorsStayAsTheyWereRead)
{
    const TemporaryFolder folder;
    const auto file = folder.write("vectors.txt", "good 1 0 0\nbad -1 0 0\n");
    for (const bool frozen : {true, false}) {
        TrainerSetup setup = setupOf(folder.path() / (frozen ? "frozen" : "learnt"));
        setup.experiment.model.classifier.vectors = file;
        setup.experiment.model.classifier.frozen = frozen;
        Recorder recorder;
        run(setup, recorder);
        const auto opened = alignoscope::Run::open(setup.folder);
        EXPECT_EQ(opened.experiment().model.classifier.embedding, 3); // the file's
        const std::int64_t words = opened.sourceVocabulary().size();
        // [E] + input 3 × 36 + 36 + 2 (6 × 12 + 6 × 6) + 12 + 100 + 36 × 6 + 6 + 24 × 10 + 10 + 20 + 2
        const std::int64_t others = 108 + 36 + 216 + 112 + 222 + 250 + 22;
        EXPECT_EQ(recorder.all<RunFinished>().front().parameters, 3 * words + others - (frozen ? 6 : 0));
    }
}

TEST(ClassifierTraining, RefusesWhatItCannotLearn)
{
    Recorder recorder;
    TrainerSetup translations = smallSetup();
    translations.experiment.model.task = Task::Classification;
    EXPECT_THAT(refusal([&] { Trainer(translations, recorder); }), HasSubstr("needs texts with labels"));
    TrainerSetup missing = setupOf();
    missing.experiment.model.classifier.positions = 0;
    EXPECT_THAT(refusal([&] { Trainer(missing, recorder); }), HasSubstr("positions"));
    RawCorpus same;
    same.task = Task::Classification;
    same.pairs.add("a text", "only", 1);
    same.pairs.add("another", "only", 2);
    DatasetOptions options;
    options.validationSplit = 0;
    TrainerSetup one = setupOf();
    one.dataset = std::make_shared<const Dataset>(buildDataset({std::make_shared<const RawCorpus>(same)}, options));
    EXPECT_THAT(refusal([&] { Trainer(one, recorder); }), HasSubstr("the same label"));
}

TEST(ClassifierTraining, AFileOfVectorsThatIsNoneEndsInAMessage)
{
    Recorder recorder;
    TrainerSetup setup = setupOf();
    setup.experiment.model.classifier.vectors = "/no/such/file";
    try {
        Trainer trainer(setup, recorder);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("no such file"));
    }
}

} // namespace
} // namespace alignoscope::testing

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "alignoscope/translator.h"
#include "storage/run_writer.h"
#include "trainer_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace alignoscope {
namespace {

using ::testing::HasSubstr;
using testing::RunningTrainer;
using testing::smallSetup;
using testing::TemporaryFolder;

std::vector<float> parametersIn(const std::filesystem::path& folder)
{
    std::vector<float> all;
    for (const auto& tensor : storage::readTensorFile(storage::lastCheckpoint(folder)).tensors)
        all.insert(all.end(), tensor.values.begin(), tensor.values.end());
    return all;
}

TEST(Trainer, TellsEverythingInOrderAndTheEndOnce)
{
    RunningTrainer run(smallSetup());
    run.start();
    const RunFinished finished = run.join();
    const auto events = run.recorder.events();
    ASSERT_EQ(run.recorder.all<RunFinished>().size(), 1U);
    EXPECT_TRUE(std::holds_alternative<RunFinished>(events.back().what));
    ASSERT_TRUE(std::holds_alternative<PhaseChanged>(events.front().what));
    EXPECT_EQ(std::get<PhaseChanged>(events.front().what).phase, Phase::Preparing);
    double before = 0;
    for (const auto& event : events) {
        EXPECT_EQ(event.run, run.trainer.id());
        EXPECT_GE(event.time, before);
        before = event.time;
    }
    const auto steps = run.recorder.all<StepReport>();
    ASSERT_EQ(steps.size(), 12U);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(steps[i].step, static_cast<std::int64_t>(i) + 1);
        EXPECT_GT(steps[i].loss, 0);
        EXPECT_GT(steps[i].gradientNorm, 0);
        EXPECT_NEAR(steps[i].progress, (static_cast<double>(i) + 1) / 12, 1e-12);
    }
    EXPECT_EQ(finished.reason, StopReason::StepsDone);
    EXPECT_EQ(finished.message, "");
    EXPECT_EQ(finished.steps, 12);
    EXPECT_EQ(finished.epochs, 1); // 285 pairs are nine batches of 32
    EXPECT_EQ(finished.trainLoss, steps.back().loss);
    EXPECT_EQ(finished.validationLoss, run.recorder.all<ValidationReport>().back().loss);
    EXPECT_GT(finished.targetTokens, 0);
    EXPECT_GT(finished.parameters, 1000);
}

TEST(Trainer, PicturesOfTheWatchedSentencesAreDistributions)
{
    auto setup = smallSetup();
    setup.experiment.watch = {"a b c ||| c b a", "b a"};
    RunningTrainer run(setup);
    run.start();
    run.join();
    const auto watched = run.recorder.all<WatchedSentence>();
    ASSERT_EQ(watched.size(), 17U); // six from the validation part, two typed, and the rest of its 15 pairs
    EXPECT_TRUE(watched.front().fromValidation);
    EXPECT_EQ(watched[6].target, "c b a");
    std::size_t greedy = 0;
    for (const auto& snapshot : run.recorder.snapshots()) {
        ASSERT_EQ(snapshot->weights.size(), snapshot->sourceTokens.size() * snapshot->targetTokens.size());
        for (std::int32_t t = 0; t < snapshot->targets(); ++t) {
            const auto row = snapshot->row(t);
            EXPECT_NEAR(std::accumulate(row.begin(), row.end(), 0.0), 1, 1e-5);
        }
        greedy += !snapshot->forced;
        EXPECT_GT(snapshot->loss, 0);
    }
    EXPECT_GT(greedy, 5U);
}

TEST(Trainer, LearnsToSayLess)
{
    auto setup = smallSetup();
    setup.experiment.training.learningRate = 0.02;
    setup.experiment.training.dropout = 0;
    setup.experiment.training.steps = 60;
    const auto steps = RunningTrainer::steps(setup);
    EXPECT_LT(steps.back().loss, 0.9 * steps.front().loss);
}

TEST(Trainer, TheSameSeedGivesTheSameBits)
{
    const auto one = RunningTrainer::steps(smallSetup()), two = RunningTrainer::steps(smallSetup());
    auto otherSeed = smallSetup();
    otherSeed.experiment.training.seed = 2;
    const auto three = RunningTrainer::steps(otherSeed);
    ASSERT_EQ(one.size(), two.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].loss, two[i].loss) << i;
        EXPECT_NE(one[i].loss, three[i].loss) << i;
    }
}

TEST(Trainer, ThreadsChangeNothingButRounding)
{
    auto setup = smallSetup();
    setup.experiment.training.threads = 1;
    const auto one = RunningTrainer::steps(setup);
    setup.experiment.training.threads = 3;
    const auto three = RunningTrainer::steps(setup);
    for (std::size_t i = 0; i < one.size(); ++i)
        EXPECT_NEAR(one[i].loss, three[i].loss, 1e-4);
}

TEST(Trainer, ARunThatGoesOnDoesWhatItWouldHaveDone)
{
    const TemporaryFolder place;
    auto setup = smallSetup();
    setup.experiment.training.annealing = 0; // the rate depends on how long a run is
    setup.folder = place.path() / "whole";
    const auto whole = RunningTrainer::steps(setup);
    setup.folder = place.path() / "halves";
    setup.experiment.training.steps = 5;
    auto halves = RunningTrainer::steps(setup);
    setup.experiment.training.steps = 12;
    setup.resume = true;
    for (const auto& step : RunningTrainer::steps(setup))
        halves.push_back(step);
    ASSERT_EQ(halves.size(), whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        EXPECT_EQ(halves[i].step, whole[i].step);
        EXPECT_EQ(halves[i].loss, whole[i].loss) << i;
        EXPECT_EQ(halves[i].epoch, whole[i].epoch);
    }
    EXPECT_EQ(parametersIn(place.path() / "halves"), parametersIn(place.path() / "whole"));
    const alignoscope::Run run = alignoscope::Run::open(place.path() / "halves");
    EXPECT_EQ(run.watched().size(), 15U); // the sentences are not watched twice
}

TEST(Trainer, TheHistoryHoldsWhatTheObserverHeard)
{
    const TemporaryFolder place;
    auto setup = smallSetup();
    setup.folder = place.path() / "run";
    std::size_t told = 0;
    {
        RunningTrainer run(setup);
        run.start();
        run.join();
        told = run.recorder.events().size();
        EXPECT_FALSE(run.recorder.all<CheckpointSaved>().empty());
    }
    const alignoscope::Run run = alignoscope::Run::open(setup.folder);
    EXPECT_EQ(run.events().size(), told);
    EXPECT_TRUE(std::holds_alternative<RunFinished>(run.events().back().what));
    EXPECT_EQ(Translator::open(setup.folder, false)->step(), 12);
}

TEST(Trainer, ALossThatIsNoNumberEndsTrainingWithTheLastGoodCheckpoint)
{
    const TemporaryFolder place;
    auto setup = smallSetup();
    setup.folder = place.path() / "run";
    setup.experiment.training.optimizer = OptimizerKind::Sgd;
    setup.experiment.training.learningRate = 1000;
    setup.experiment.training.clip = 0;
    setup.experiment.training.annealing = 0;
    setup.experiment.training.steps = 20000;
    setup.experiment.training.validateEvery = 100000;
    setup.experiment.model.initialization = Initialization::Glorot;
    RunningTrainer run(setup);
    run.recorder.during = [&](const TrainingEvent& event) {
        if (const auto* step = std::get_if<StepReport>(&event.what)) {
            EXPECT_TRUE(std::isfinite(step->loss));
            EXPECT_TRUE(std::isfinite(step->gradientNorm));
        }
    };
    run.start();
    const RunFinished finished = run.join();
    EXPECT_EQ(finished.reason, StopReason::NotANumber);
    EXPECT_THAT(finished.message, HasSubstr("no longer a number"));
    for (const float value : parametersIn(setup.folder))
        ASSERT_TRUE(std::isfinite(value));
    EXPECT_NO_THROW(static_cast<void>(Translator::open(setup.folder)->translate("a b", {})));
}

TEST(Trainer, PatienceEndsARunThatNoLongerImproves)
{
    auto setup = smallSetup();
    setup.experiment.training.optimizer = OptimizerKind::Sgd;
    setup.experiment.training.learningRate = 30; // every update throws the model about
    setup.experiment.training.steps = 1000;
    setup.experiment.training.validateEvery = 2;
    setup.experiment.training.patience = 3;
    RunningTrainer run(setup);
    run.start();
    const RunFinished finished = run.join();
    EXPECT_EQ(finished.reason, StopReason::Patience);
    EXPECT_LT(finished.steps, 1000);
    const auto reports = run.recorder.all<ValidationReport>();
    ASSERT_GE(reports.size(), 4U);
    EXPECT_TRUE(reports.front().best);
    for (std::size_t i = reports.size() - 3; i < reports.size(); ++i)
        EXPECT_FALSE(reports[i].best);
}

TEST(Trainer, ValidationTellsLossAccuracyBleuAndAlignment)
{
    auto setup = smallSetup();
    setup.experiment.training.validateEvery = 4;
    RunningTrainer run(setup);
    run.start();
    run.join();
    const auto reports = run.recorder.all<ValidationReport>();
    ASSERT_EQ(reports.size(), 3U);
    for (const auto& report : reports) {
        EXPECT_EQ(report.step % 4, 0);
        EXPECT_GT(report.loss, 0);
        EXPECT_GE(report.tokenAccuracy, 0);
        EXPECT_LE(report.tokenAccuracy, 1);
        EXPECT_GE(report.bleu, 0);
        EXPECT_GE(report.aer, 0);
        EXPECT_LE(report.aer, 1);
        for (const double share : {report.alignmentPrecision, report.alignmentRecall, report.match, report.mass}) {
            EXPECT_GE(share, 0);
            EXPECT_LE(share, 1);
        }
        EXPECT_GT(report.mass, 0);
    }
}

TEST(Trainer, WhatCannotBeTrainedIsRefused)
{
    testing::Recorder recorder;
    auto nothing = smallSetup();
    nothing.dataset = std::make_shared<const Dataset>();
    EXPECT_THROW(Trainer(nothing, recorder), Error);
    auto endless = smallSetup();
    endless.experiment.training.steps = 0;
    EXPECT_THROW(Trainer(endless, recorder), Error);
    auto nowhere = smallSetup();
    nowhere.resume = true;
    EXPECT_THROW(Trainer(nowhere, recorder), Error);
    EXPECT_TRUE(recorder.events().empty());
}

} // namespace
} // namespace alignoscope

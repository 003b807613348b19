// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/translator.h"
#include "trainer_support.h"

#include <gtest/gtest.h>

// What other threads ask of a trainer. Every wait is for something the trainer tells.
namespace alignoscope {
namespace {

using testing::RunningTrainer;
using testing::smallSetup;

TrainerSetup longSetup()
{
    auto setup = smallSetup();
    setup.experiment.training.steps = 1'000'000;
    setup.experiment.training.annealing = 0;
    return setup;
}

std::int64_t stepsOf(const RunningTrainer& run)
{
    return static_cast<std::int64_t>(run.recorder.all<StepReport>().size());
}

bool waitForStep(RunningTrainer& run, std::int64_t step)
{
    return run.recorder.waitFor<StepReport>([&](const StepReport& report) { return report.step >= step; }).has_value();
}

TEST(TrainerControl, NothingMovesWhilePaused)
{
    RunningTrainer run(longSetup());
    run.start();
    ASSERT_TRUE(waitForStep(run, 3));
    run.gate.pause();
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused));
    const auto before = stepsOf(run);
    EXPECT_EQ(run.trainer.translator()->step(), before); // answered by the trainer's loop, which took no step for it
    EXPECT_EQ(stepsOf(run), before);
    run.gate.resume();
    EXPECT_TRUE(waitForStep(run, before + 1));
    EXPECT_EQ(run.join(true).reason, StopReason::Requested);
}

TEST(TrainerControl, AStepIsExactlyOneUpdate)
{
    RunningTrainer run(longSetup());
    run.gate.pause();
    run.start();
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused));
    EXPECT_EQ(stepsOf(run), 0);
    for (int step = 1; step <= 3; ++step) {
        run.gate.step();
        ASSERT_TRUE(waitForStep(run, step));
        EXPECT_EQ(run.trainer.translator()->step(), step);
        EXPECT_EQ(stepsOf(run), step);
    }
    EXPECT_EQ(run.join(true).steps, 3);
}

TEST(TrainerControl, StopTakesEffectWithinOneUpdate)
{
    RunningTrainer run(longSetup());
    run.recorder.during = [&](const TrainingEvent& event) {
        if (const auto* step = std::get_if<StepReport>(&event.what); step && step->step == 5)
            run.requestStop();
    };
    run.gate.pause(); // until the thread is there to be stopped
    run.start();
    run.gate.resume();
    const RunFinished finished = run.join();
    EXPECT_EQ(finished.reason, StopReason::Requested);
    EXPECT_EQ(finished.steps, 5);
}

TEST(TrainerControl, StopEndsAPause)
{
    RunningTrainer run(longSetup());
    run.gate.pause();
    run.start();
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused));
    EXPECT_EQ(run.join(true).reason, StopReason::Requested);
    EXPECT_EQ(run.recorder.all<RunFinished>().size(), 1U);
}

TEST(TrainerControl, AStopBeforeTheStartStillTellsTheEnd)
{
    testing::Recorder recorder;
    Trainer trainer(longSetup(), recorder);
    std::stop_source stop;
    stop.request_stop();
    PauseGate gate;
    trainer.run(stop.get_token(), gate);
    ASSERT_EQ(recorder.all<RunFinished>().size(), 1U);
    EXPECT_EQ(recorder.all<RunFinished>()[0].steps, 0);
}

TEST(TrainerControl, SentencesAreWatchedAndUnwatchedWhilePaused)
{
    RunningTrainer run(longSetup());
    run.gate.pause();
    run.start();
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused));
    const auto seen = run.recorder.snapshots().size();
    run.trainer.watch("a b a", "a b a");
    const auto added =
        run.recorder.waitFor<WatchedSentence>([](const WatchedSentence& one) { return one.source == "a b a"; });
    ASSERT_TRUE(added);
    EXPECT_EQ(index(added->id), 15); // after those of the validation part
    EXPECT_FALSE(added->fromValidation);
    EXPECT_TRUE(run.recorder.waitForPicture(added->id, seen));
    run.trainer.unwatch(added->id);
    EXPECT_TRUE(
        run.recorder.waitFor<SentenceUnwatched>([&](const SentenceUnwatched& one) { return one.id == added->id; }));
    run.trainer.unwatch(SentenceId(99)); // never there: nothing to tell
    run.trainer.watch(" \t", "a");
    EXPECT_EQ(run.trainer.translator()->step(), 0);
    EXPECT_EQ(run.recorder.all<SentenceUnwatched>().size(), 1U);
    EXPECT_EQ(run.recorder.all<WatchedSentence>().size(), 16U);
    EXPECT_EQ(stepsOf(run), 0);
}

TEST(TrainerControl, AFocusIsDrawnWhilePaused)
{
    auto setup = longSetup();
    setup.live = true;
    RunningTrainer run(setup);
    run.gate.pause();
    run.start();
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused));
    for (const int sentence : {3, 1}) {
        const auto seen = run.recorder.snapshots().size();
        run.trainer.focus(SentenceId(sentence));
        ASSERT_TRUE(run.recorder.waitForPicture(SentenceId(sentence), seen));
        EXPECT_FALSE(run.recorder.snapshots().back()->recorded);
    }
    run.trainer.focus(SentenceId(99));
    EXPECT_EQ(run.trainer.translator()->step(), 0); // still there
}

TEST(TrainerControl, ATranslatorCanBeHadAtAnyTime)
{
    RunningTrainer run(longSetup());
    const auto before = run.trainer.translator();
    EXPECT_EQ(before->step(), 0);
    run.start();
    ASSERT_TRUE(waitForStep(run, 2));
    const auto running = run.trainer.translator();
    EXPECT_GE(running->step(), 2);
    run.gate.pause();
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused));
    const auto paused = run.trainer.translator();
    EXPECT_EQ(paused->step(), stepsOf(run));
    const RunFinished finished = run.join(true);
    EXPECT_EQ(run.trainer.translator()->step(), finished.steps);
    // a copy does not change while training goes on
    EXPECT_EQ(before->step(), 0);
    EXPECT_EQ(before->score({"a b"}, {"b a"}, {})[0].loss, before->score({"a b"}, {"b a"}, {})[0].loss);
    EXPECT_NE(before->score({"a b"}, {"b a"}, {})[0].loss, paused->score({"a b"}, {"b a"}, {})[0].loss);
}

TEST(TrainerControl, ManyThreadsMayAskAtOnce)
{
    RunningTrainer run(longSetup());
    run.start();
    {
        std::vector<std::jthread> others;
        for (int i = 0; i < 4; ++i)
            others.emplace_back([&run, i] {
                for (int round = 0; round < 10; ++round) {
                    run.trainer.watch("a b", i % 2 == 0 ? "b a" : "");
                    run.trainer.focus(SentenceId(round));
                    EXPECT_GE(run.trainer.translator()->step(), 0);
                    run.trainer.unwatch(SentenceId(10 * i + round));
                }
            });
    }
    const auto finished = run.join(true);
    EXPECT_EQ(finished.reason, StopReason::Requested);
    EXPECT_EQ(run.recorder.all<RunFinished>().size(), 1U);
}

TEST(PauseGate, LetsThroughWhatItShould)
{
    PauseGate gate;
    const std::stop_token never;
    EXPECT_TRUE(gate.wait(never));
    gate.step(); // not paused: means nothing
    gate.pause();
    EXPECT_TRUE(gate.paused());
    gate.wake();
    EXPECT_FALSE(gate.wait(never));
    gate.step();
    gate.step();
    EXPECT_TRUE(gate.wait(never));
    EXPECT_TRUE(gate.wait(never));
    gate.step();
    gate.pause(); // takes back what was granted
    gate.wake();
    EXPECT_FALSE(gate.wait(never));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(gate.wait(stop.get_token()));
    gate.resume();
    EXPECT_FALSE(gate.wait(stop.get_token()));
    EXPECT_TRUE(gate.wait(never));
}

} // namespace
} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/translator.h"
#include "trainer_support.h"

#include <gtest/gtest.h>

#include <array>

// Two trainers on the same batches in turn. Every wait is for something one of them tells.
namespace alignoscope {
namespace {

using testing::Recorder;
using testing::RunningTrainer;
using testing::smallSetup;

TrainerSetup setupOf(std::int64_t steps, int alignment = 6)
{
    auto setup = smallSetup();
    setup.experiment.training.steps = steps;
    setup.experiment.training.annealing = 0;
    setup.experiment.model.alignment = alignment;
    return setup;
}

constexpr std::int64_t forever = 1'000'000;

/// Two trainers with gates in turn, each on a thread of its own; both are stopped and joined at the end.
class Pair {
public:
    /// Who updates, in order; what is done there happens on that trainer's thread.
    std::function<void(int trainer, std::int64_t step)> onStep;
    std::array<Recorder, 2> recorders;
    std::vector<std::unique_ptr<PauseGate>> gates = PauseGate::inTurn(2);

    Pair(const TrainerSetup& first, const TrainerSetup& second)
    {
        for (int i = 0; i < 2; ++i) {
            recorders[at(i)].during = [this, i](const TrainingEvent& event) {
                if (const auto* step = std::get_if<StepReport>(&event.what))
                    note(i, step->step);
            };
            m_trainers[at(i)] = std::make_unique<Trainer>(i == 0 ? first : second, recorders[at(i)]);
        }
    }
    ~Pair()
    {
        for (std::jthread& thread : m_threads)
            thread.request_stop();
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;

    void start()
    {
        for (std::size_t i = 0; i < 2; ++i) {
            m_threads[i] =
                std::jthread([this, i](std::stop_token stop) { m_trainers[i]->run(std::move(stop), *gates[i]); });
            gates[i]->stopThrough(m_threads[i].get_stop_source());
        }
    }
    Trainer& trainer(int i) { return *m_trainers[at(i)]; }
    std::array<RunFinished, 2> join()
    {
        std::array<RunFinished, 2> results;
        for (std::size_t i = 0; i < 2; ++i) {
            m_threads[i].join();
            results[i] = recorders[i].all<RunFinished>().back();
        }
        return results;
    }
    bool waitForStep(int i, std::int64_t step)
    {
        return recorders[at(i)]
            .waitFor<StepReport>([&](const StepReport& report) { return report.step >= step; })
            .has_value();
    }
    [[nodiscard]] std::vector<std::pair<int, std::int64_t>> order() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_order;
    }
    [[nodiscard]] std::int64_t stepsOf(int i) const
    {
        return static_cast<std::int64_t>(recorders[at(i)].all<StepReport>().size());
    }

private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    void note(int trainer, std::int64_t step)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_order.emplace_back(trainer, step);
        }
        if (onStep)
            onStep(trainer, step);
    }
    mutable std::mutex m_mutex;
    std::vector<std::pair<int, std::int64_t>> m_order;
    std::array<std::unique_ptr<Trainer>, 2> m_trainers;
    std::array<std::jthread, 2> m_threads;
};

std::vector<double> losses(const std::vector<StepReport>& steps)
{
    std::vector<double> found;
    for (const StepReport& step : steps)
        found.push_back(step.loss);
    return found;
}

TEST(Turns, AlternateStrictly)
{
    Pair pair(setupOf(20), setupOf(20, 3));
    pair.start();
    for (const RunFinished& result : pair.join()) {
        EXPECT_EQ(result.reason, StopReason::StepsDone);
        EXPECT_EQ(result.steps, 20);
    }
    const auto order = pair.order();
    ASSERT_EQ(order.size(), 40U);
    for (std::size_t i = 0; i < order.size(); ++i)
        EXPECT_EQ(order[i], std::pair(static_cast<int>(i % 2), static_cast<std::int64_t>(i / 2 + 1)));
}

// One seed and one dataset: what is learnt in turn is what would have been learnt alone, to the bit, and so the batches
// are the same ones. 285 pairs are 9 batches of at most 32: 21 steps are two epochs and a third.
TEST(Turns, ChangeNothingOfWhatIsLearnt)
{
    Pair pair(setupOf(21), setupOf(21, 3));
    pair.start();
    const auto results = pair.join();
    EXPECT_EQ(losses(pair.recorders[0].all<StepReport>()), losses(RunningTrainer::steps(setupOf(21))));
    EXPECT_EQ(losses(pair.recorders[1].all<StepReport>()), losses(RunningTrainer::steps(setupOf(21, 3))));
    EXPECT_NE(losses(pair.recorders[0].all<StepReport>()), losses(pair.recorders[1].all<StepReport>()));
    EXPECT_EQ(results[0].targetTokens, results[1].targetTokens);
}

TEST(Turns, TheSameModelLearnsTheSame)
{
    Pair pair(setupOf(12), setupOf(12));
    pair.start();
    pair.join();
    EXPECT_EQ(losses(pair.recorders[0].all<StepReport>()), losses(pair.recorders[1].all<StepReport>()));
}

// Whoever has the turn validates in it: nobody updates between an update and the validation that follows it.
TEST(Turns, EachValidatesInItsOwn)
{
    auto first = setupOf(9), second = setupOf(9, 3);
    first.experiment.training.validateEvery = second.experiment.training.validateEvery = 3;
    Pair pair(first, second);
    std::mutex mutex;
    std::vector<std::string> told;
    for (std::size_t i = 0; i < 2; ++i)
        pair.recorders[i].during = [&, i](const TrainingEvent& event) {
            const std::scoped_lock lock(mutex);
            const std::string who = i == 0 ? "A" : "B";
            if (const auto* step = std::get_if<StepReport>(&event.what))
                told.push_back(who + std::to_string(step->step));
            else if (std::holds_alternative<ValidationReport>(event.what))
                told.push_back(who + " validates");
        };
    pair.start();
    pair.join();
    const std::vector<std::string> wanted = {"A1", "B1", "A2", "B2", "A3", "A validates", "B3", "B validates",
                                             "A4", "B4", "A5", "B5", "A6", "A validates", "B6", "B validates",
                                             "A7", "B7", "A8", "B8", "A9", "A validates", "B9", "B validates"};
    EXPECT_EQ(told, wanted);
}

TEST(Turns, PauseHoldsBothAtTheSameStep)
{
    for (const int who : {0, 1}) { // paused by either, in the middle of its own update
        Pair pair(setupOf(forever), setupOf(forever, 3));
        pair.onStep = [&](int trainer, std::int64_t step) {
            if (trainer == who && step == 5)
                pair.gates[0]->pause();
        };
        pair.start();
        ASSERT_TRUE(pair.recorders[0].waitForPhase(Phase::Paused));
        ASSERT_TRUE(pair.waitForStep(1, 5));
        EXPECT_EQ(pair.trainer(0).translator()->step(), 5); // answered between two updates
        EXPECT_EQ(pair.trainer(1).translator()->step(), 5);
        EXPECT_TRUE(pair.gates[0]->paused() && pair.gates[1]->paused());

        pair.gates[1]->resume();
        EXPECT_TRUE(pair.waitForStep(1, 8));
        pair.gates[0]->stop();
        pair.join();
    }
}

TEST(Turns, AStepIsOneUpdateOfEach)
{
    Pair pair(setupOf(forever), setupOf(forever, 3));
    pair.gates[0]->pause();
    pair.start();
    for (std::int64_t step = 1; step <= 3; ++step) {
        pair.gates[static_cast<std::size_t>(step) % 2]->step();
        ASSERT_TRUE(pair.waitForStep(1, step));
        EXPECT_EQ(pair.trainer(0).translator()->step(), step);
        EXPECT_EQ(pair.trainer(1).translator()->step(), step);
    }
    pair.gates[0]->stop();
    for (const RunFinished& result : pair.join())
        EXPECT_EQ(result.steps, 3);
}

TEST(Turns, StopEndsBothAtTheSameStep)
{
    for (const int who : {0, 1}) { // stopped while either has the turn
        Pair pair(setupOf(forever), setupOf(forever, 3));
        pair.onStep = [&](int trainer, std::int64_t step) {
            if (trainer == who && step == 7)
                pair.gates[0]->stop();
        };
        pair.start();
        for (const RunFinished& result : pair.join()) {
            EXPECT_EQ(result.reason, StopReason::Requested);
            EXPECT_EQ(result.steps, 7);
        }
        EXPECT_TRUE(pair.gates[1]->stopping());
    }
}

TEST(Turns, StopDuringAValidationStillEndsBothAtTheSameStep)
{
    auto first = setupOf(forever), second = setupOf(forever, 3);
    first.experiment.training.validateEvery = second.experiment.training.validateEvery = 4;
    Pair pair(first, second);
    pair.recorders[0].during = [&](const TrainingEvent& event) {
        if (const auto* phase = std::get_if<PhaseChanged>(&event.what); phase && phase->phase == Phase::Validating)
            pair.gates[1]->stop();
    };
    pair.start();
    for (const RunFinished& result : pair.join())
        EXPECT_EQ(result.steps, 4);
}

TEST(Turns, StopWhilePaused)
{
    Pair pair(setupOf(forever), setupOf(forever, 3));
    pair.gates[0]->pause();
    pair.start();
    pair.gates[0]->step();
    ASSERT_TRUE(pair.waitForStep(1, 1));
    pair.gates[1]->stop();
    for (const RunFinished& result : pair.join())
        EXPECT_EQ(result.steps, 1);
}

// One that is stopped by itself, by whoever owns its thread, does not hold the other.
TEST(Turns, WhoeverIsAloneGoesOn)
{
    for (const int early : {0, 1}) {
        Pair pair(setupOf(early == 0 ? 3 : 8), setupOf(early == 1 ? 3 : 8, 3));
        pair.start();
        const auto results = pair.join();
        EXPECT_EQ(results[static_cast<std::size_t>(early)].steps, 3);
        EXPECT_EQ(results[static_cast<std::size_t>(1 - early)].steps, 8);
    }
}

TEST(Turns, AFailureOfOneIsNotTheOthers)
{
    for (const int bad : {0, 1}) {
        auto first = setupOf(10), second = setupOf(10, 3);
        auto& training = (bad == 0 ? first : second).experiment.training;
        training.optimizer = OptimizerKind::Sgd;
        training.learningRate = 1000;
        training.clip = 0;
        Pair pair(first, second);
        pair.start();
        const auto results = pair.join();
        EXPECT_EQ(results[static_cast<std::size_t>(bad)].reason, StopReason::NotANumber);
        EXPECT_EQ(results[static_cast<std::size_t>(1 - bad)].reason, StopReason::StepsDone);
        EXPECT_EQ(results[static_cast<std::size_t>(1 - bad)].steps, 10);
    }
}

TEST(Turns, WhoNeverStartsLeaves)
{
    const auto gates = PauseGate::inTurn(2);
    gates[0]->leave();
    EXPECT_TRUE(gates[1]->wait({}));
    gates[1]->updated();
    EXPECT_TRUE(gates[1]->wait({}));
}

// A full disk: the turn that was let through only saves, and the update is still owed.
TEST(Turns, ATurnWithoutAnUpdateDoesNotCount)
{
    const auto gates = PauseGate::inTurn(2);
    ASSERT_TRUE(gates[0]->wait({}));
    ASSERT_TRUE(gates[0]->wait({})); // still its turn
    gates[0]->updated();
    gates[0]->wake();
    EXPECT_FALSE(gates[0]->wait({})); // now the other's
    ASSERT_TRUE(gates[1]->wait({}));
    gates[1]->updated();
    gates[1]->wake();
    EXPECT_FALSE(gates[1]->wait({}));
    EXPECT_TRUE(gates[0]->wait({}));
}

TEST(Turns, AWishIsHeardWhileItIsTheOthersTurn)
{
    Pair pair(setupOf(forever), setupOf(forever, 3));
    pair.gates[0]->pause();
    pair.start();
    ASSERT_TRUE(pair.recorders[0].waitForPhase(Phase::Paused));
    pair.trainer(1).watch("a b c", "c b a");
    EXPECT_TRUE(pair.recorders[1].waitFor<WatchedSentence>(
        [](const WatchedSentence& sentence) { return sentence.source == "a b c"; }));
    EXPECT_EQ(pair.stepsOf(1), 0);
    pair.gates[0]->stop();
    pair.join();
}

} // namespace
} // namespace alignoscope

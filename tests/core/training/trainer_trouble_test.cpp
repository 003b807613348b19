// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/run.h"
#include "alignoscope/translator.h"
#include "storage/run_writer.h"
#include "trainer_support.h"

#include <sys/resource.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

// A disk that fails while a run is kept.
namespace alignoscope {
namespace {

using ::testing::HasSubstr;
using testing::RunningTrainer;
using testing::smallSetup;

/// While it is on, no file of this process grows beyond a thousand bytes: writing fails as on a full disk.
class FullDisk {
public:
    FullDisk() : m_handler(std::signal(SIGXFSZ, SIG_IGN)) { ::getrlimit(RLIMIT_FSIZE, &m_old); }
    ~FullDisk()
    {
        off();
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    void on()
    {
        const rlimit limit{1000, m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    void off() { ::setrlimit(RLIMIT_FSIZE, &m_old); }

private:
    rlimit m_old{};
    void (*m_handler)(int);
};

struct FailingDisk : ::testing::Test {
    testing::TemporaryFolder place;
    FullDisk disk;
    TrainerSetup setup = smallSetup();

    void SetUp() override
    {
        setup.folder = place.path() / "run";
        setup.experiment.training.validateEvery = 4;
    }
    /// The disk is full from the third update on.
    void fillAfterThreeSteps(RunningTrainer& run)
    {
        run.recorder.during = [this](const TrainingEvent& event) {
            if (const auto* step = std::get_if<StepReport>(&event.what); step && step->step == 3)
                disk.on();
        };
    }
};

TEST_F(FailingDisk, EndsARunThatNobodyWatches)
{
    RunningTrainer run(setup);
    fillAfterThreeSteps(run);
    run.start();
    const RunFinished finished = run.join();
    disk.off();
    EXPECT_EQ(finished.reason, StopReason::Failed);
    EXPECT_EQ(finished.steps, 4);
    EXPECT_THAT(finished.message, HasSubstr("the disk is full"));
    EXPECT_EQ(run.recorder.all<RunFinished>().size(), 1U);
    EXPECT_EQ(Translator::open(setup.folder)->step(), 0); // the checkpoint before
}

TEST_F(FailingDisk, PausesARunThatSomebodyWatches)
{
    setup.live = true;
    RunningTrainer run(setup);
    fillAfterThreeSteps(run);
    run.start();
    const auto trouble = run.recorder.waitFor<Trouble>([](const Trouble&) { return true; });
    ASSERT_TRUE(trouble);
    EXPECT_THAT(trouble->message, HasSubstr("the disk is full"));
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused));
    EXPECT_TRUE(run.gate.paused());
    EXPECT_EQ(run.trainer.translator()->step(), 4);
    disk.off();
    run.gate.resume();
    const RunFinished finished = run.join();
    EXPECT_EQ(finished.reason, StopReason::StepsDone);
    EXPECT_EQ(finished.steps, 12);
    EXPECT_EQ(run.recorder.all<StepReport>().size(), 12U); // no update was lost or done twice
    EXPECT_EQ(Translator::open(setup.folder, false)->step(), 12);
    EXPECT_EQ(alignoscope::Run::open(setup.folder).events().size(), run.recorder.events().size());
}

TEST_F(FailingDisk, AResumeThatFailsAgainPausesAgain)
{
    setup.live = true;
    RunningTrainer run(setup);
    fillAfterThreeSteps(run);
    run.start();
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused, 1));
    run.gate.resume();
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused, 2));
    EXPECT_EQ(run.recorder.all<Trouble>().size(), 2U);
    EXPECT_EQ(run.recorder.all<StepReport>().size(), 4U);
    disk.off();
    EXPECT_EQ(run.join(true).reason, StopReason::Requested);
    EXPECT_EQ(Translator::open(setup.folder, false)->step(), 4);
    EXPECT_TRUE(std::filesystem::exists(storage::bestCheckpoint(setup.folder))); // the first validation was the best
}

TEST_F(FailingDisk, AStopWhileTheDiskIsFullStillTellsTheEnd)
{
    setup.live = true;
    RunningTrainer run(setup);
    fillAfterThreeSteps(run);
    run.start();
    ASSERT_TRUE(run.recorder.waitForPhase(Phase::Paused));
    const RunFinished finished = run.join(true);
    disk.off();
    EXPECT_EQ(run.recorder.all<RunFinished>().size(), 1U);
    EXPECT_EQ(finished.reason, StopReason::Failed);
    EXPECT_THAT(finished.message, HasSubstr("the disk is full"));
}

} // namespace
} // namespace alignoscope

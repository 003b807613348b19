// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/run.h"

#include "samples.h"
#include "storage/run_writer.h"
#include "support/shared_data.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <random>

namespace alignoscope::storage {
namespace {

namespace fs = std::filesystem;
using alignoscope::testing::TemporaryFolder;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::readModel;
using testing::sampleExperiment;
using testing::sampleSnapshot;
using testing::sampleVocabulary;
using testing::saveModel;
using testing::stepEvent;

/// Trains until it is killed, going on from the last checkpoint as the trainer does. Every sign on `progress` says
/// that one more thing was done.
[[noreturn]] void trainUntilKilled(const fs::path& folder, int progress)
{
    const auto sign = [progress] { static_cast<void>(::write(progress, ".", 1) != 1); };
    try {
        auto writer = alignoscope::Run::isRun(folder)
            ? RunWriter::resume(folder, sampleExperiment())
            : RunWriter::create(folder, sampleExperiment(), sampleVocabulary(), sampleVocabulary());
        sign();
        int step = fs::exists(lastCheckpoint(folder)) ? readModel(lastCheckpoint(folder)) : 0;
        writer.discardAfter(step);
        sign();
        for (;;) {
            writer.append(stepEvent(++step));
            writer.append(sampleSnapshot(0, step, false));
            writer.flush();
            sign();
            saveModel(writer, step, step % 2 == 0);
            sign();
        }
    } catch (...) {
        ::_exit(1);
    }
}

/// Lets it train until it has given `signs` and a little longer, then kills it the hard way. True: it was still
/// alive then.
bool trainAndKill(const fs::path& folder, unsigned signs, unsigned longer)
{
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe(ends.data()), 0);
    const auto child = ::fork();
    if (child == 0)
        trainUntilKilled(folder, ends[1]);
    ::close(ends[1]);
    char sign = 0;
    for (unsigned i = 0; i < signs && ::read(ends[0], &sign, 1) == 1; ++i) { }
    volatile unsigned spent = 0;
    while (spent < longer)
        spent = spent + 1;
    ::kill(child, SIGKILL);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

/// Everything fits together; returns the step of the last checkpoint, 0 without one.
int expectWhole(const fs::path& folder)
{
    const alignoscope::Run run = alignoscope::Run::open(folder);
    const int step = run.hasCheckpoint() ? readModel(lastCheckpoint(folder)) : 0;
    const int best = fs::exists(bestCheckpoint(folder)) ? readModel(bestCheckpoint(folder)) : 0;
    EXPECT_LE(best, step);
    const auto events = run.events();
    for (std::size_t i = 0; i < events.size(); ++i) // curves never double back
        EXPECT_EQ(std::get<StepReport>(events[i].what).step, static_cast<std::int64_t>(i + 1));
    EXPECT_GE(events.size(), static_cast<std::size_t>(step));
    EXPECT_EQ(run.snapshotSteps(SentenceId{0}).size(), events.size());
    if (!events.empty()) {
        const auto last = static_cast<std::int64_t>(events.size());
        testing::expectEqual(*run.snapshot(SentenceId{0}, last), sampleSnapshot(0, last, false));
    }
    return step;
}

TEST(Crash, AtAnyMomentLeavesAWholeRun)
{
    const TemporaryFolder place;
    const auto folder = place.path() / "run";
    std::mt19937 random(20261122);
    int step = 0;
    for (int kill = 0; kill < 40; ++kill) {
        ASSERT_TRUE(trainAndKill(folder, 1 + random() % 9, random() % 300'000)) << "after kill " << kill;
        const int now = expectWhole(folder);
        EXPECT_GE(now, step); // what was saved once is never lost
        step = now;
    }
    EXPECT_GT(step, 0);
    { // the next start clears away what was left
        const auto writer = RunWriter::resume(folder, sampleExperiment());
        EXPECT_THAT(testing::filesIn(folder), Each(Not(HasSubstr("partial"))));
    }
    EXPECT_EQ(expectWhole(folder), step);
}

TEST(Crash, WhileARunIsMadeLeavesARunOrAFolderThatCanBecomeOne)
{
    std::mt19937 random(7);
    for (int kill = 0; kill < 15; ++kill) {
        const TemporaryFolder place;
        const auto folder = place.path() / "run";
        trainAndKill(folder, 0, random() % 3'000'000);
        if (alignoscope::Run::isRun(folder))
            expectWhole(folder);
        else
            EXPECT_NO_THROW(RunWriter::create(folder, sampleExperiment(), sampleVocabulary(), sampleVocabulary()));
    }
}

} // namespace
} // namespace alignoscope::storage

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/run.h"

#include "samples.h"
#include "storage/run_writer.h"
#include "support/shared_data.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <thread>

namespace alignoscope::storage {
namespace {

using alignoscope::testing::TemporaryFolder;
using testing::readModel;
using testing::sampleExperiment;
using testing::sampleSnapshot;
using testing::sampleVocabulary;
using testing::saveModel;
using testing::stepEvent;

/// What a writer does again and again: a step, a snapshot, a flush, and now and then a checkpoint.
void writeSteps(RunWriter& writer, int first, int last)
{
    for (int step = first; step <= last; ++step) {
        writer.append(stepEvent(step));
        writer.append(sampleSnapshot(0, step));
        writer.flush();
        if (step % 10 == 0)
            saveModel(writer, step, step % 20 == 0);
    }
}

/// Looks at everything once and checks that it fits together; returns the number of steps seen.
std::size_t look(const alignoscope::Run& run, std::size_t before)
{
    const auto events = run.events();
    EXPECT_GE(events.size(), before);
    for (std::size_t i = 0; i < events.size(); ++i)
        EXPECT_EQ(std::get<StepReport>(events[i].what).step, static_cast<std::int64_t>(i + 1));
    const auto steps = run.snapshotSteps(SentenceId{0});
    EXPECT_GE(steps.size(), events.size()); // asked later, and stored in the same transaction
    if (!steps.empty())
        testing::expectEqual(*run.snapshot(SentenceId{0}, steps.back()), sampleSnapshot(0, steps.back()));
    if (run.hasCheckpoint())
        readModel(lastCheckpoint(run.folder()));
    return events.size();
}

TEST(RunConcurrency, AReaderInAnotherThreadSeesWholeSteps)
{
    const TemporaryFolder place;
    const auto folder = place.path() / "run";
    auto writer = RunWriter::create(folder, sampleExperiment(), sampleVocabulary(), sampleVocabulary());
    std::atomic<bool> done = false;
    std::thread thread([&] {
        writeSteps(writer, 1, 120);
        done = true;
    });
    const alignoscope::Run run = alignoscope::Run::open(folder);
    for (std::size_t seen = 0; !done;)
        seen = look(run, seen);
    thread.join();
    EXPECT_EQ(look(run, 0), 120U);
}

TEST(RunConcurrency, AReaderInAnotherProcessSeesWholeSteps)
{
    const TemporaryFolder place;
    const auto folder = place.path() / "run";
    static_cast<void>(RunWriter::create(folder, sampleExperiment(), sampleVocabulary(), sampleVocabulary()));
    const auto child = ::fork();
    if (child == 0) {
        try {
            auto writer = RunWriter::resume(folder, sampleExperiment());
            writeSteps(writer, 1, 60);
            ::_exit(0);
        } catch (...) {
            ::_exit(1);
        }
    }
    const alignoscope::Run run = alignoscope::Run::open(folder);
    int status = 0;
    for (std::size_t seen = 0; ::waitpid(child, &status, WNOHANG) == 0;)
        seen = look(run, seen);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(look(run, 0), 60U);
    EXPECT_EQ(look(alignoscope::Run::open(folder), 0), 60U);
}

TEST(RunConcurrency, AnOpenReaderDoesNotKeepTrainingFromGoingOn)
{
    const TemporaryFolder place;
    const auto folder = place.path() / "run";
    {
        auto writer = RunWriter::create(folder, sampleExperiment(), sampleVocabulary(), sampleVocabulary());
        writeSteps(writer, 1, 3);
    }
    const alignoscope::Run run = alignoscope::Run::open(folder); // the history is one plain file now
    EXPECT_EQ(look(run, 0), 3U);
    {
        auto writer = RunWriter::resume(folder, sampleExperiment());
        writeSteps(writer, 4, 6);
        EXPECT_EQ(look(run, 3), 6U);
    }
    EXPECT_EQ(look(run, 6), 6U);
    auto writer = RunWriter::resume(folder, sampleExperiment());
    writeSteps(writer, 7, 8);
    EXPECT_EQ(look(run, 6), 8U);
}

TEST(RunConcurrency, TheLockIsHeldAcrossProcesses)
{
    const TemporaryFolder place;
    const auto folder = place.path() / "run";
    auto writer = RunWriter::create(folder, sampleExperiment(), sampleVocabulary(), sampleVocabulary());
    std::filesystem::permissions(place.path(), std::filesystem::perms(0777));
    std::filesystem::permissions(folder / ".lock", std::filesystem::perms(0666));
    EXPECT_THAT(testing::inProcess([&] {
                    RunWriter::resume(folder, sampleExperiment());
                    return std::string("resumed");
                }),
                ::testing::HasSubstr("being trained by another Alignoscope"));
}

} // namespace
} // namespace alignoscope::storage

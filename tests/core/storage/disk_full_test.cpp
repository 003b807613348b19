// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "alignoscope/run.h"
#include "samples.h"
#include "storage/run_writer.h"
#include "support/shared_data.h"

#include <sys/mount.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>

namespace alignoscope::storage {
namespace {

namespace fs = std::filesystem;
using alignoscope::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::readModel;
using testing::sampleExperiment;
using testing::sampleSnapshot;
using testing::sampleVocabulary;
using testing::saveModel;
using testing::stepEvent;
using testing::storageFailure;

/// While it lives, no file of this process grows beyond `bytes`: writing fails then, as it does on a full disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limit{bytes, m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_old{};
    void (*m_handler)(int);
};

/// A disk of one megabyte, where this process may make one.
class SmallDisk {
public:
    explicit SmallDisk(const fs::path& place)
        : m_place(place), m_mounted(::mount("tmpfs", place.c_str(), "tmpfs", 0, "size=1m") == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_place.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    [[nodiscard]] bool isThere() const { return m_mounted; }

private:
    fs::path m_place;
    bool m_mounted;
};

struct DiskFull : ::testing::Test {
    TemporaryFolder place;
    fs::path folder = place.path() / "run";
    RunWriter writer = RunWriter::create(folder, sampleExperiment(), sampleVocabulary(), sampleVocabulary());

    void expectNoLeftovers() const { EXPECT_THAT(testing::filesIn(folder), Each(Not(HasSubstr("partial")))); }
};

TEST_F(DiskFull, TheLastWholeCheckpointStays)
{
    saveModel(writer, 1, true);
    {
        const FileSizeLimit limit(4000);
        EXPECT_THAT(storageFailure([&] { saveModel(writer, 2, true); }),
                    AllOf(HasSubstr("last.safetensors: the disk is full"), HasSubstr("Free some space")));
    }
    EXPECT_EQ(readModel(lastCheckpoint(folder)), 1);
    EXPECT_EQ(readModel(bestCheckpoint(folder)), 1);
    expectNoLeftovers();
    EXPECT_TRUE(alignoscope::Run::open(folder).hasCheckpoint());
    saveModel(writer, 3, true);
    EXPECT_EQ(readModel(bestCheckpoint(folder)), 3);
}

TEST_F(DiskFull, NothingOfTheHistoryIsLost)
{
    writer.append(stepEvent(1));
    writer.flush();
    for (int step = 2; step <= 400; ++step)
        writer.append(sampleSnapshot(0, step, false));
    writer.append(stepEvent(2));
    {
        const FileSizeLimit limit(20'000);
        for (int attempt = 0; attempt < 3; ++attempt)
            EXPECT_THAT(storageFailure([&] { writer.flush(); }), HasSubstr("history.sqlite: the disk is full"));
        EXPECT_EQ(alignoscope::Run::open(folder).events().size(), 1U);
    }
    writer.append(stepEvent(3));
    writer.flush();
    const alignoscope::Run run = alignoscope::Run::open(folder);
    EXPECT_EQ(run.events().size(), 3U);
    EXPECT_EQ(run.snapshotSteps(SentenceId{0}).size(), 399U);
}

TEST_F(DiskFull, AFigureThatWasThereStays)
{
    const auto path = place.write("figure.csv", "old");
    {
        const FileSizeLimit limit(1000);
        EXPECT_THAT(storageFailure([&] { writeFileAtomically(path, std::string(2000, 'x')); }),
                    HasSubstr("figure.csv: the disk is full"));
    }
    EXPECT_EQ(testing::readAll(path), "old");
}

TEST(DiskFullTruly, ARunSurvivesASmallDisk)
{
    const TemporaryFolder place;
    const SmallDisk disk(place.path());
    if (!disk.isThere())
        GTEST_SKIP() << "needs the right to mount a disk";
    const auto folder = place.path() / "run";
    auto writer = RunWriter::create(folder, sampleExperiment(), sampleVocabulary(), sampleVocabulary());
    writer.append(stepEvent(1));
    saveModel(writer, 1, true, 1000); // 128 kB
    std::ofstream(place.path() / "other") << std::string(2'000'000, 'x');
    EXPECT_THAT(storageFailure([&] { saveModel(writer, 2, true, 1000); }), HasSubstr("the disk is full"));
    for (int step = 1; step <= 1000; ++step) // more than the log has room for
        writer.append(sampleSnapshot(0, step, false));
    writer.append(stepEvent(2));
    EXPECT_THAT(storageFailure([&] { writer.flush(); }), HasSubstr("the disk is full"));
    EXPECT_EQ(readModel(lastCheckpoint(folder), 1000), 1);
    EXPECT_EQ(alignoscope::Run::open(folder).events().size(), 1U);
    fs::remove(place.path() / "other");
    saveModel(writer, 3, true, 1000);
    EXPECT_EQ(readModel(bestCheckpoint(folder), 1000), 3);
    EXPECT_EQ(alignoscope::Run::open(folder).events().size(), 2U);
}

TEST(DiskFullTruly, ARunThatDoesNotFitIsNotARun)
{
    const TemporaryFolder place;
    const FileSizeLimit limit(200);
    EXPECT_THAT(storageFailure([&] {
                    RunWriter::create(place.path() / "run", sampleExperiment(), sampleVocabulary(), sampleVocabulary());
                }),
                HasSubstr("the disk is full"));
    EXPECT_FALSE(alignoscope::Run::isRun(place.path() / "run"));
}

} // namespace
} // namespace alignoscope::storage

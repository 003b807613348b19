// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/run.h"

#include "samples.h"
#include "storage/run_folder.h"
#include "storage/run_writer.h"
#include "support/shared_data.h"

#include <fstream>

namespace alignoscope::storage {
namespace {

namespace fs = std::filesystem;
using alignoscope::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::event;
using testing::everyKind;
using testing::expectEqual;
using ::testing::HasSubstr;
using testing::inProcess;
using ::testing::IsEmpty;
using testing::readModel;
using testing::sampleExperiment;
using testing::sampleSnapshot;
using testing::sampleVocabulary;
using testing::saveModel;
using testing::stepEvent;
using testing::storageFailure;
using testing::words;

struct RunFolder : ::testing::Test {
    TemporaryFolder place;
    fs::path folder = place.path() / "my run";

    [[nodiscard]] RunWriter create() const
    {
        return RunWriter::create(folder, sampleExperiment(), sampleVocabulary(), Vocabulary({{"le", 3}}));
    }
    /// A run with two checkpoints and a history, closed.
    void createWhole() const
    {
        auto writer = create();
        writer.append(stepEvent(1));
        for (const auto& e : everyKind())
            writer.append(e);
        writer.append(sampleSnapshot(1, 1));
        saveModel(writer, 1, true);
        saveModel(writer, 2, false);
    }
    void damage(const char* name, const std::string& bytes) const
    {
        std::ofstream(folder / name, std::ios::binary) << bytes;
    }
    [[nodiscard]] std::string opening() const
    {
        return storageFailure([&] { alignoscope::Run::open(folder); });
    }
};

TEST_F(RunFolder, EverythingReturns)
{
    createWhole();
    const alignoscope::Run run = alignoscope::Run::open(folder);
    EXPECT_EQ(run.folder(), folder);
    EXPECT_EQ(run.experiment(), sampleExperiment());
    EXPECT_EQ(run.sourceVocabulary().size(), sampleVocabulary().size());
    EXPECT_EQ(run.targetVocabulary().id("le"), TokenId{3});
    EXPECT_TRUE(run.hasCheckpoint());
    std::vector<TrainingEvent> expected{stepEvent(1)};
    for (const auto& e : everyKind())
        expected.push_back(e);
    EXPECT_EQ(words(run.events()), words(expected));
    EXPECT_EQ(run.watched().size(), 2U);
    EXPECT_THAT(run.snapshotSteps(SentenceId{1}), ElementsAre(1));
    expectEqual(*run.snapshot(SentenceId{1}, 7), sampleSnapshot(1, 1));
    EXPECT_EQ(readModel(lastCheckpoint(folder)), 2);
    EXPECT_EQ(readModel(bestCheckpoint(folder)), 1);
}

TEST_F(RunFolder, HoldsTheseFiles)
{
    createWhole();
    EXPECT_THAT(testing::filesIn(folder),
                ElementsAre(".lock", "best.safetensors", "config.json", "history.sqlite", "last.safetensors",
                            "source.vocabulary.txt", "target.vocabulary.txt"));
}

TEST_F(RunFolder, IsOneBeforeTheFirstCheckpoint)
{
    const auto writer = create();
    EXPECT_EQ(writer.folder(), folder);
    EXPECT_EQ(writer.elapsed(), 0);
    EXPECT_EQ(writer.nextSentence(), 0);
    EXPECT_TRUE(alignoscope::Run::isRun(folder));
    const alignoscope::Run run = alignoscope::Run::open(folder);
    EXPECT_FALSE(run.hasCheckpoint());
    EXPECT_THAT(run.events(), IsEmpty());
}

TEST_F(RunFolder, SavingTellsTheBytes)
{
    auto writer = create();
    const auto bytes = saveModel(writer, 1, false);
    EXPECT_EQ(bytes, fs::file_size(lastCheckpoint(folder)));
    EXPECT_FALSE(fs::exists(bestCheckpoint(folder)));
    saveModel(writer, 2, true);
    EXPECT_EQ(readModel(bestCheckpoint(folder)), 2);
}

TEST_F(RunFolder, SavingKeepsTheHistoryToo)
{
    auto writer = create();
    writer.append(stepEvent(1));
    saveModel(writer, 1, false);
    EXPECT_EQ(alignoscope::Run::open(folder).events().size(), 1U);
}

TEST_F(RunFolder, IsRunTellsFolders)
{
    EXPECT_FALSE(alignoscope::Run::isRun(folder));
    EXPECT_FALSE(alignoscope::Run::isRun(place.path()));
    place.write("config.json", "{}");
    EXPECT_FALSE(alignoscope::Run::isRun(place.path()));
    createWhole();
    EXPECT_TRUE(alignoscope::Run::isRun(folder));
    EXPECT_FALSE(alignoscope::Run::isRun(folder / "config.json"));
}

TEST_F(RunFolder, TrainingGoesOnInIt)
{
    createWhole();
    auto changed = sampleExperiment();
    changed.training.epochs = 99;
    {
        auto writer = RunWriter::resume(folder, changed);
        EXPECT_EQ(writer.elapsed(), 5.0);
        EXPECT_EQ(writer.nextSentence(), 3);
        writer.discardAfter(2);
        writer.append(stepEvent(60));
        saveModel(writer, 3, true);
    }
    const alignoscope::Run run = alignoscope::Run::open(folder);
    EXPECT_EQ(run.experiment(), changed);
    EXPECT_EQ(std::get<StepReport>(run.events().back().what).step, 60);
    EXPECT_EQ(readModel(bestCheckpoint(folder)), 3);
}

TEST_F(RunFolder, WritersMove)
{
    auto first = create();
    RunWriter second = std::move(first);
    second.append(stepEvent(1));
    second.flush();
    EXPECT_EQ(alignoscope::Run::open(folder).events().size(), 1U);
}

TEST_F(RunFolder, HasOneWriterAtATime)
{
    {
        const auto writer = create();
        const auto message = storageFailure([&] { RunWriter::resume(folder, sampleExperiment()); });
        EXPECT_THAT(message, AllOf(HasSubstr("my run"), HasSubstr("being trained by another Alignoscope")));
    }
    EXPECT_NO_THROW(RunWriter::resume(folder, sampleExperiment()));
    EXPECT_NO_THROW(RunWriter::resume(folder, sampleExperiment()));
}

TEST_F(RunFolder, IsNotMadeWhereSomethingIs)
{
    const auto creating = [&] { return storageFailure([&] { static_cast<void>(create()); }); };
    createWhole();
    EXPECT_THAT(creating(), AllOf(HasSubstr("holds a run already"), HasSubstr("--resume")));
    EXPECT_EQ(readModel(lastCheckpoint(folder)), 2);
    fs::remove(folder / "config.json");
    EXPECT_THAT(creating(), HasSubstr("the folder is not empty"));
    fs::remove_all(folder);
    place.write("my run", "a file");
    EXPECT_THAT(creating(), HasSubstr("there is a file of this name"));
    fs::remove(folder);
    fs::create_directory(folder);
    std::ofstream(folder / "thesis.tex") << "x";
    EXPECT_THAT(creating(), AllOf(HasSubstr("not empty"), HasSubstr("thesis.tex"), HasSubstr("nothing was changed")));
    EXPECT_THAT(testing::filesIn(folder), ElementsAre("thesis.tex"));
}

TEST_F(RunFolder, IsMadeInAnEmptyFolderAndBelowMissingOnes)
{
    fs::create_directory(folder);
    EXPECT_NO_THROW(create());
    folder = place.path() / "a" / "b" / "c";
    EXPECT_NO_THROW(create());
    EXPECT_TRUE(alignoscope::Run::isRun(folder));
}

TEST_F(RunFolder, AnInterruptedBeginningIsTakenOver)
{
    static_cast<void>(create());
    fs::remove(folder / "config.json");
    std::ofstream(folder / ".config.json.123-4.partial") << "{";
    EXPECT_NO_THROW(create());
    EXPECT_TRUE(alignoscope::Run::isRun(folder));
    EXPECT_FALSE(fs::exists(folder / ".config.json.123-4.partial"));
}

TEST_F(RunFolder, AnotherRunsHistoryIsNotMixedIn)
{
    createWhole();
    for (const auto* name : {"config.json", "last.safetensors", "best.safetensors"})
        fs::remove(folder / name);
    EXPECT_THAT(storageFailure([&] { static_cast<void>(create()); }), HasSubstr("the history of another run"));
    EXPECT_FALSE(alignoscope::Run::isRun(folder));
}

TEST_F(RunFolder, CannotBeMadeWithoutPermission)
{
    fs::permissions(place.path(), fs::perms(0555));
    const auto message = inProcess([&] {
        static_cast<void>(create());
        return std::string("made");
    });
    fs::permissions(place.path(), fs::perms(0755));
    EXPECT_THAT(message, AllOf(HasSubstr("my run"), HasSubstr("no permission to write")));
}

TEST_F(RunFolder, LeftoversOfACrashGoOnResuming)
{
    createWhole();
    damage(".last.safetensors.77-1.partial", "half");
    const auto writer = RunWriter::resume(folder, sampleExperiment());
    EXPECT_FALSE(fs::exists(folder / ".last.safetensors.77-1.partial"));
}

TEST_F(RunFolder, WhatIsNoRunIsTold)
{
    EXPECT_THAT(opening(), AllOf(HasSubstr("not a run folder"), HasSubstr("Choose the folder")));
    EXPECT_THAT(storageFailure([&] { RunWriter::resume(folder, sampleExperiment()); }), HasSubstr("config.json"));
    fs::create_directory(folder);
    EXPECT_THAT(opening(), HasSubstr("not a run folder"));
    EXPECT_THAT(testing::filesIn(folder), IsEmpty());
}

TEST_F(RunFolder, DamagedPartsAreNamed)
{
    createWhole();
    const auto whole = testing::readAll(folder / "last.safetensors");
    damage("last.safetensors", whole.substr(0, whole.size() - 1));
    EXPECT_THAT(opening(), AllOf(HasSubstr("last.safetensors"), HasSubstr("cut short")));
    damage("last.safetensors", whole);
    damage("best.safetensors", "");
    EXPECT_THAT(opening(), AllOf(HasSubstr("best.safetensors"), HasSubstr("cut short")));
    fs::remove(folder / "best.safetensors");
    damage("history.sqlite", "not a database at all, but rather some text that is long enough to be looked at");
    EXPECT_THAT(opening(), AllOf(HasSubstr("history.sqlite"), HasSubstr("damaged")));
    fs::remove(folder / "history.sqlite");
    fs::remove(folder / "target.vocabulary.txt");
    EXPECT_THAT(opening(), AllOf(HasSubstr("target.vocabulary.txt"), HasSubstr("no such file")));
    damage("source.vocabulary.txt", "alignoscope-vocabulary\t1\t9\n");
    EXPECT_THAT(opening(), AllOf(HasSubstr("source.vocabulary.txt"), HasSubstr("cut short")));
    damage("config.json", "{\"format\": \"alignoscope-run\", \"version\": 2, \"program\": \"9.0\"}");
    EXPECT_THAT(opening(), AllOf(HasSubstr("config.json"), HasSubstr("made by Alignoscope 9.0")));
    EXPECT_THAT(storageFailure([&] { RunWriter::resume(folder, sampleExperiment()); }), HasSubstr("9.0"));
    EXPECT_THAT(testing::readAll(folder / "config.json"), HasSubstr("9.0"));
}

TEST_F(RunFolder, CanBePassedOnWithoutItsHistory)
{
    createWhole();
    fs::remove(folder / "history.sqlite");
    const alignoscope::Run run = alignoscope::Run::open(folder);
    EXPECT_TRUE(run.hasCheckpoint());
    EXPECT_THAT(run.events(), IsEmpty());
    EXPECT_THAT(run.watched(), IsEmpty());
    EXPECT_THAT(run.snapshotSteps(SentenceId{1}), IsEmpty());
    EXPECT_EQ(run.snapshot(SentenceId{1}, 1), nullptr);
    EXPECT_FALSE(fs::exists(folder / "history.sqlite"));
    auto writer = RunWriter::resume(folder, sampleExperiment());
    writer.append(stepEvent(1));
    writer.flush();
    EXPECT_EQ(alignoscope::Run::open(folder).events().size(), 1U);
}

TEST_F(RunFolder, IsReadWhereNothingCanBeWritten)
{
    createWhole();
    { // in the middle of training: the history in WAL mode, its log settled, and only the file itself copied
        auto writer = RunWriter::resume(folder, sampleExperiment());
        writer.append(stepEvent(2));
        saveModel(writer, 3, false);
        fs::copy_file(folder / "history.sqlite", place.path() / "copy.sqlite");
    }
    fs::permissions(place.path(), fs::perms(0755));
    for (const bool copy : {false, true}) {
        if (copy)
            fs::rename(place.path() / "copy.sqlite", folder / "history.sqlite");
        fs::permissions(folder, fs::perms(0555));
        const auto answer = inProcess([&] {
            const alignoscope::Run run = alignoscope::Run::open(folder);
            return std::to_string(run.events().size()) + ' ' + std::to_string(run.snapshot(SentenceId{1}, 1)->step);
        });
        EXPECT_EQ(answer, "13 1");
        fs::permissions(folder, fs::perms(0755));
    }
    EXPECT_THAT(inProcess([&] {
                    RunWriter::resume(folder, sampleExperiment());
                    return std::string("resumed");
                }),
                HasSubstr("permission"));
}

TEST_F(RunFolder, ACopyMadeWhileTrainingIsARunOfItsOwn)
{
    auto writer = create();
    writer.append(stepEvent(1));
    saveModel(writer, 1, true);
    const auto copy = place.path() / "copy";
    fs::copy(folder, copy);
    for (const auto* tail : {"-wal", "-shm"})
        fs::remove(copy / (std::string("history.sqlite") + tail));
    writer.append(stepEvent(2));
    writer.flush();
    EXPECT_EQ(alignoscope::Run::open(copy).events().size(), 1U);
    EXPECT_EQ(alignoscope::Run::open(folder).events().size(), 2U);
    auto second = RunWriter::resume(copy, sampleExperiment()); // another folder, another lock
    saveModel(second, 9, true);
    EXPECT_EQ(readModel(bestCheckpoint(folder)), 1);
}

} // namespace
} // namespace alignoscope::storage

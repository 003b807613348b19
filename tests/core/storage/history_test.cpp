// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_reader.h"
#include "storage/history_writer.h"

#include "samples.h"
#include "support/shared_data.h"

#include <cmath>
#include <limits>

namespace alignoscope::storage {
namespace {

using alignoscope::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::event;
using testing::everyKind;
using testing::expectEqual;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::sampleSnapshot;
using testing::stepEvent;
using testing::storageFailure;
using testing::words;

/// A history in a folder of its own, and what the tests ask of it.
struct History : ::testing::Test {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "history.sqlite";

    void write(const std::vector<TrainingEvent>& events, const std::vector<AttentionSnapshot>& snapshots = {}) const
    {
        HistoryWriter writer(path);
        for (const auto& e : events)
            writer.append(e);
        for (const auto& s : snapshots)
            writer.append(s);
        writer.flush();
    }
    [[nodiscard]] std::vector<TrainingEvent> events() const { return HistoryReader(path).events(); }
    void execute(const char* sql) const
    {
        Database database(path, Database::Access::Write);
        database.execute(sql);
    }
    [[nodiscard]] std::int64_t ask(const char* sql) const
    {
        return Database(path, Database::Access::Read).integer(sql);
    }
};

TEST_F(History, EveryKindOfEventReturnsInOrder)
{
    std::vector<TrainingEvent> all{stepEvent(1)};
    for (const auto& e : everyKind()) {
        all.push_back(e);
        all.push_back(stepEvent(static_cast<std::int64_t>(all.size()) + 1));
    }
    write(all);
    EXPECT_EQ(words(events()), words(all));
}

TEST_F(History, IsEmptyAtFirst)
{
    write({});
    EXPECT_THAT(events(), IsEmpty());
    EXPECT_THAT(HistoryReader(path).watched(), IsEmpty());
    EXPECT_THAT(HistoryReader(path).snapshotSteps(SentenceId{0}), IsEmpty());
    EXPECT_EQ(HistoryReader(path).snapshot(SentenceId{0}, 5), nullptr);
    const HistoryWriter writer(path);
    EXPECT_TRUE(writer.isNew());
    EXPECT_EQ(writer.elapsed(), 0);
    EXPECT_EQ(writer.nextSentence(), 0);
}

TEST_F(History, LossesThatAreNoNumbersReturn)
{
    write({stepEvent(1, std::nan("")), stepEvent(2, std::numeric_limits<double>::infinity())});
    EXPECT_TRUE(std::isnan(std::get<StepReport>(events()[0].what).loss));
    EXPECT_TRUE(std::isinf(std::get<StepReport>(events()[1].what).loss));
}

TEST_F(History, NothingIsStoredBeforeFlush)
{
    HistoryWriter writer(path);
    writer.append(stepEvent(1));
    EXPECT_THAT(events(), IsEmpty());
    writer.flush();
    EXPECT_EQ(events().size(), 1U);
    writer.flush();
    EXPECT_EQ(events().size(), 1U);
}

TEST_F(History, GoesOnWhereItEnded)
{
    write({event(0.5, WatchedSentence{SentenceId{3}, "a", "b", false, {}}), stepEvent(40)});
    {
        HistoryWriter writer(path);
        EXPECT_FALSE(writer.isNew());
        EXPECT_EQ(writer.elapsed(), 4.0);
        EXPECT_EQ(writer.nextSentence(), 4);
        writer.append(event(9.0, PhaseChanged{}));
        writer.append(event(9.5, WatchedSentence{SentenceId{6}, "c", "d", false, {}}));
        EXPECT_EQ(writer.elapsed(), 9.5);
        EXPECT_EQ(writer.nextSentence(), 7);
        writer.flush();
    }
    EXPECT_EQ(events().size(), 4U);
    EXPECT_EQ(events().back().time, 9.5);
}

TEST_F(History, ManyStepReportsAreThinnedEvenly)
{
    HistoryWriter writer(path);
    for (int step = 1; step <= 2503; ++step)
        writer.append(stepEvent(step));
    writer.append(event(900, PhaseChanged{}));
    writer.flush();
    const auto thinned = HistoryReader(path).events(500);
    EXPECT_LE(thinned.size(), 501U);
    EXPECT_GE(thinned.size(), 400U);
    EXPECT_TRUE(std::holds_alternative<PhaseChanged>(thinned.back().what));
    EXPECT_EQ(std::get<StepReport>(thinned[thinned.size() - 2].what).step, 2503);
    EXPECT_LE(std::get<StepReport>(thinned[0].what).step, 6);
    EXPECT_EQ(HistoryReader(path).events(2503).size(), 2504U);
    EXPECT_EQ(HistoryReader(path).events(2502).size(), 1253U);
    EXPECT_EQ(events().size(), 2504U);
}

TEST_F(History, WatchedAreThoseNotGivenUp)
{
    write(everyKind());
    const auto watched = HistoryReader(path).watched();
    ASSERT_EQ(watched.size(), 2U);
    EXPECT_FALSE(watched[0].sampled);
    EXPECT_TRUE(watched[1].sampled);
    EXPECT_TRUE(watched[1].fromValidation);
    EXPECT_EQ(watched[0].id, SentenceId{1});
    EXPECT_EQ(watched[0].source, "typed \t by hand");
    EXPECT_FALSE(watched[0].gold);
    write({event(9, WatchedSentence{SentenceId{0}, "a cat .", "un chat .", true, GoldAlignment{{{0, 0}}, {}}})});
    const auto again = HistoryReader(path).watched();
    ASSERT_EQ(again.size(), 3U);
    EXPECT_EQ(again[0].gold, (GoldAlignment{{{0, 0}}, {}}));
    EXPECT_TRUE(again[0].fromValidation);
}

TEST_F(History, SnapshotsReturn)
{
    const auto forced = sampleSnapshot(0, 10), own = sampleSnapshot(1, 10, false);
    write({}, {forced, own});
    expectEqual(*HistoryReader(path).snapshot(SentenceId{0}, 10), forced);
    expectEqual(*HistoryReader(path).snapshot(SentenceId{1}, 10), own);
}

TEST_F(History, WindowsOfLocalAttentionReturnAndAreDiscarded)
{
    auto local = sampleSnapshot(0, 10), later = sampleSnapshot(0, 20);
    local.window = 2;
    local.centres = {0, 1.25F, 3};
    later.window = 2;
    later.centres = {0.5F, 1.5F, 2.5F};
    write({}, {local, later, sampleSnapshot(1, 10)});
    expectEqual(*HistoryReader(path).snapshot(SentenceId{0}, 10), local);
    expectEqual(*HistoryReader(path).snapshot(SentenceId{0}, 20), later);
    EXPECT_THAT(HistoryReader(path).snapshot(SentenceId{1}, 10)->centres, IsEmpty());
    HistoryWriter(path).discardAfter(10);
    EXPECT_EQ(ask("SELECT count(*) FROM windows"), 1);
}

TEST_F(History, AHistoryFromBeforeLocalAttentionIsReadAndContinued)
{
    write({}, {sampleSnapshot(0, 10)});
    execute("DROP TABLE windows");
    expectEqual(*HistoryReader(path).snapshot(SentenceId{0}, 10), sampleSnapshot(0, 10));
    auto local = sampleSnapshot(0, 20);
    local.window = 1;
    local.centres = {1, 2, 3};
    write({}, {local});
    expectEqual(*HistoryReader(path).snapshot(SentenceId{0}, 20), local);
    expectEqual(*HistoryReader(path).snapshot(SentenceId{0}, 10), sampleSnapshot(0, 10));
}

TEST_F(History, TheSnapshotOfAStepIsTheLastOneUpToIt)
{
    write({}, {sampleSnapshot(0, 10), sampleSnapshot(0, 20), sampleSnapshot(0, 40), sampleSnapshot(1, 30)});
    HistoryReader reader(path);
    EXPECT_THAT(reader.snapshotSteps(SentenceId{0}), ElementsAre(10, 20, 40));
    EXPECT_THAT(reader.snapshotSteps(SentenceId{1}), ElementsAre(30));
    const std::vector<std::pair<std::int64_t, std::int64_t>> asked{
        {-5, 10}, {0, 10}, {10, 10}, {19, 10}, {20, 20}, {39, 20}, {40, 40}, {1'000'000'000'000, 40}};
    for (const auto& [step, expected] : asked)
        EXPECT_EQ(reader.snapshot(SentenceId{0}, step)->step, expected) << step;
    EXPECT_EQ(reader.snapshot(SentenceId{2}, 10), nullptr);
    EXPECT_EQ(reader.snapshot(SentenceId{-1}, 10), nullptr);
}

TEST_F(History, ASnapshotOfTheSameStepReplacesTheFirst)
{
    auto second = sampleSnapshot(0, 10);
    second.loss = 99;
    write({}, {sampleSnapshot(0, 10), second});
    EXPECT_EQ(HistoryReader(path).snapshot(SentenceId{0}, 10)->loss, 99);
    EXPECT_EQ(ask("SELECT count(*) FROM snapshots"), 1);
}

TEST_F(History, TokensOfOneSentenceAreStoredOnce)
{
    HistoryWriter writer(path);
    for (int step = 1; step <= 50; ++step)
        writer.append(sampleSnapshot(0, step));
    writer.flush();
    EXPECT_EQ(ask("SELECT count(*) FROM snapshots"), 50);
    EXPECT_EQ(ask("SELECT count(*) FROM tokens"), 2);
    EXPECT_EQ(ask("SELECT length(weights) FROM snapshots LIMIT 1"), 48);
}

TEST_F(History, EmptySnapshotsDoNoHarm)
{
    AttentionSnapshot empty;
    empty.sentence = SentenceId{0};
    write({}, {empty});
    EXPECT_TRUE(HistoryReader(path).snapshot(SentenceId{0}, 0)->weights.empty());
}

TEST_F(History, WhatCameAfterACheckpointCanBeDiscarded)
{
    write({event(0, WatchedSentence{SentenceId{0}, "a", "b", false, {}}), stepEvent(10), stepEvent(20), stepEvent(30),
           event(2.0, ValidationReport{20}), event(3.0, ValidationReport{30}), event(3.5, CheckpointSaved{30, 5}),
           event(2.5, Trouble{"kept"})},
          {sampleSnapshot(0, 10, false), sampleSnapshot(0, 20, false), sampleSnapshot(0, 30, false)});
    HistoryWriter writer(path);
    writer.append(stepEvent(40)); // not flushed yet
    writer.discardAfter(20);
    EXPECT_THAT(words(events()),
                ElementsAre(HasSubstr("watched"), HasSubstr("step 10"), HasSubstr("step 20"), HasSubstr("validation"),
                            HasSubstr("kept")));
    HistoryReader reader(path);
    EXPECT_THAT(reader.snapshotSteps(SentenceId{0}), ElementsAre(10, 20));
    EXPECT_EQ(ask("SELECT count(*) FROM tokens"), 3); // one source, two own outputs
    EXPECT_EQ(writer.elapsed(), 2.5);
    EXPECT_EQ(writer.nextSentence(), 1);
    writer.append(stepEvent(21));
    writer.flush();
    EXPECT_THAT(words(events()).back(), HasSubstr("step 21"));
}

TEST_F(History, DiscardingNothingOrEverythingWorks)
{
    write({stepEvent(10)}, {sampleSnapshot(0, 10)});
    HistoryWriter writer(path);
    writer.discardAfter(10);
    EXPECT_EQ(events().size(), 1U);
    writer.discardAfter(0);
    EXPECT_THAT(events(), IsEmpty());
    EXPECT_EQ(ask("SELECT count(*) FROM tokens"), 0);
}

TEST_F(History, AFinishedHistoryIsOnePlainFile)
{
    write({stepEvent(1)});
    EXPECT_THAT(testing::filesIn(folder.path()), ElementsAre("history.sqlite"));
}

TEST_F(History, AnotherVersionOrProgramIsTold)
{
    write({});
    execute("PRAGMA user_version = 2");
    EXPECT_THAT(storageFailure([&] { HistoryReader reader(path); }),
                AllOf(HasSubstr("history.sqlite"), HasSubstr("expected version 1, got version 2")));
    EXPECT_THAT(storageFailure([&] { HistoryWriter writer(path); }), HasSubstr("got version 2"));
    execute("PRAGMA application_id = 7");
    EXPECT_THAT(storageFailure([&] { HistoryReader reader(path); }),
                HasSubstr("not the history of an Alignoscope run"));
    EXPECT_THAT(storageFailure([&] { HistoryWriter writer(path); }), HasSubstr("not the history"));
}

TEST_F(History, TablesThatAreNotOursAreRefused)
{
    write({});
    execute("DROP TABLE steps");
    EXPECT_THAT(storageFailure([&] { HistoryReader reader(path); }), HasSubstr("\"steps\" is not as it was made"));
    execute("CREATE VIEW steps AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
    EXPECT_THAT(storageFailure([&] { HistoryReader reader(path); }), HasSubstr("\"steps\" is not as it was made"));
}

TEST_F(History, ATableOfWindowsThatIsNotOursIsRefused)
{
    write({});
    execute("DROP TABLE windows");
    execute("CREATE VIEW windows AS SELECT 0 AS sentence, 10 AS step, 1 AS size, x'00' AS centres");
    EXPECT_THAT(storageFailure([&] { HistoryReader reader(path); }), HasSubstr("\"windows\" is not as it was made"));
    EXPECT_THAT(storageFailure([&] { HistoryWriter writer(path); }), HasSubstr("\"windows\" is not as it was made"));
}

TEST_F(History, AnEmptyFileWasCutShort)
{
    folder.write("history.sqlite", "");
    EXPECT_THAT(storageFailure([&] { HistoryReader reader(path); }), HasSubstr("cut short"));
}

TEST_F(History, DamagedRowsAreTold)
{
    write(everyKind(), {sampleSnapshot(0, 10)});
    const auto reading = [&] { return storageFailure([&] { HistoryReader(path).events(); }); };
    const auto looking = [&] { return storageFailure([&] { HistoryReader(path).snapshot(SentenceId{0}, 10); }); };
    execute("INSERT INTO windows VALUES(0, 10, 2, x'00000000')");
    EXPECT_THAT(looking(), HasSubstr("the centres do not fit the tokens (expected 12 bytes, got 4)"));
    execute("UPDATE snapshots SET weights = x'00'");
    EXPECT_THAT(looking(), HasSubstr("the weights do not fit the tokens (expected 48 bytes, got 1)"));
    execute("UPDATE snapshots SET weights = 'text', source_unknown = '[9]'");
    EXPECT_THAT(looking(), HasSubstr("positions below 4"));
    execute("UPDATE tokens SET list = '{' || id");
    EXPECT_THAT(looking(), HasSubstr("tokens 1"));
    execute("DELETE FROM tokens");
    EXPECT_THAT(looking(), HasSubstr("the tokens of a snapshot are missing"));
    execute("DELETE FROM sentences");
    EXPECT_THAT(reading(), HasSubstr("a watched sentence is missing"));
    execute("UPDATE events SET data = 'x' WHERE kind = 'trouble'");
    execute("DELETE FROM events WHERE kind = 'watched'");
    EXPECT_THAT(reading(), HasSubstr("history.sqlite, events 10"));
    execute("DELETE FROM events; INSERT INTO steps(step, epoch) VALUES(1, 99999999999)");
    EXPECT_THAT(reading(), HasSubstr("a number is impossible"));
}

TEST_F(History, ImpossibleNumbersOfSentencesAreTold)
{
    write(everyKind());
    execute("UPDATE sentences SET id = 5000000000 WHERE id = 1");
    EXPECT_THAT(storageFailure([&] { HistoryReader(path).watched(); }), HasSubstr("a number is impossible"));
    EXPECT_THAT(storageFailure([&] { HistoryWriter writer(path); }), HasSubstr("numbers are impossible"));
    execute("UPDATE sentences SET id = 1, gold = '[' WHERE id = 5000000000");
    EXPECT_THAT(storageFailure([&] { HistoryReader(path).watched(); }), HasSubstr("sentences 1"));
}

TEST_F(History, NoCutDoesHarm)
{
    HistoryWriter writer(path);
    for (int step = 1; step <= 200; ++step)
        writer.append(sampleSnapshot(0, step, false));
    for (const auto& e : everyKind())
        writer.append(e);
    writer.flush();
    writer.settle();
    const auto whole = testing::readAll(path);
    ASSERT_GT(whole.size(), 40'000U);
    int refused = 0;
    for (std::size_t length = 0; length < whole.size(); length += 1021) {
        const auto cut = folder.write("cut.sqlite", whole.substr(0, length));
        try {
            HistoryReader reader(cut);
            static_cast<void>(reader.events());
            static_cast<void>(reader.watched());
            for (const auto step : reader.snapshotSteps(SentenceId{0}))
                static_cast<void>(reader.snapshot(SentenceId{0}, step));
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::Storage) << error.what();
            ++refused;
        }
    }
    EXPECT_GT(refused, 30);
}

} // namespace
} // namespace alignoscope::storage

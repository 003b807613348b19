// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_writer.h"

#include "storage/event_codec.h"
#include "storage/file_problem.h"
#include "storage/history_schema.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <span>
#include <variant>

namespace alignoscope::storage {

HistoryWriter::HistoryWriter(const std::filesystem::path& path) : m_database(path, Database::Access::Write)
{
    prepareSchema(m_database);
    settle(); // the tables are then in the file itself, should it be copied without its log
    readCounters();
}

HistoryWriter::~HistoryWriter()
{
    try { // a finished run is one file that can be copied and read anywhere; where a reader is about, the log stays
        m_database.execute("PRAGMA busy_timeout = 0");
        m_database.execute("PRAGMA journal_mode = DELETE");
    } catch (const Error&) {
    }
}

void HistoryWriter::settle()
{
    m_database.execute("PRAGMA wal_checkpoint(PASSIVE)");
}

void HistoryWriter::readCounters()
{
    m_nextId =
        1 + std::max(m_database.integer("SELECT max(id) FROM steps"), m_database.integer("SELECT max(id) FROM events"));
    Statement time(m_database,
                   "SELECT max(max(coalesce((SELECT max(time) FROM steps), 0), "
                   "coalesce((SELECT max(time) FROM events), 0)), 0)");
    m_elapsed = time.step() ? time.real(0) : 0;
    const auto last = m_database.integer("SELECT coalesce(max(id), -1) FROM sentences");
    if (last < -1 || last >= std::numeric_limits<std::int32_t>::max() || m_nextId < 1)
        throw storageError(m_database.path(), "the history is damaged: its numbers are impossible", {}, {},
                           "Move the file away to go on without the history.");
    m_nextSentence = static_cast<std::int32_t>(last + 1);
}

void HistoryWriter::append(const TrainingEvent& event)
{
    m_events.push_back(event);
    m_elapsed = std::max(m_elapsed, event.time);
    if (const auto* sentence = std::get_if<WatchedSentence>(&event.what))
        m_nextSentence = std::max(m_nextSentence, index(sentence->id) + 1);
}

void HistoryWriter::append(const AttentionSnapshot& snapshot)
{
    m_snapshots.push_back(snapshot);
}

void HistoryWriter::flush()
{
    if (m_events.empty() && m_snapshots.empty())
        return;
    Transaction transaction(m_database, Transaction::Kind::Write);
    writeEvents();
    writeSnapshots();
    transaction.commit();
    m_nextId += static_cast<std::int64_t>(m_events.size());
    m_events.clear();
    m_snapshots.clear();
}

void HistoryWriter::writeEvents()
{
    Statement step(m_database, "INSERT INTO steps VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Statement other(m_database, "INSERT INTO events VALUES(?, ?, ?, ?, ?)");
    auto id = m_nextId; // becomes final when the transaction does
    for (const auto& event : m_events) {
        if (std::holds_alternative<StepReport>(event.what))
            writeStep(step, id, event);
        else
            writeOther(other, id, event);
        ++id;
    }
}

void HistoryWriter::writeStep(Statement& statement, std::int64_t id, const TrainingEvent& event)
{
    const auto& report = std::get<StepReport>(event.what);
    statement.bind(0, id).bind(1, event.time).bind(2, report.step).bind(3, std::int64_t{report.epoch});
    statement.bind(4, report.epochFraction).bind(5, report.progress).bind(6, report.loss).bind(7, report.gradientNorm);
    statement.bind(8, report.learningRate).bind(9, report.targetTokensPerSecond).bind(10, report.secondsLeft);
    statement.run();
}

void HistoryWriter::writeOther(Statement& statement, std::int64_t id, const TrainingEvent& event)
{
    const EventRow row = encodeEvent(event.what);
    statement.bind(0, id).bind(1, event.time).bind(2, row.kind).bind(4, row.data);
    if (row.step)
        statement.bind(3, *row.step);
    else
        statement.bindNull(3);
    statement.run();
    if (const auto* sentence = std::get_if<WatchedSentence>(&event.what))
        writeSentence(*sentence);
    if (const auto* sentence = std::get_if<SentenceUnwatched>(&event.what))
        writeUnwatched(sentence->id);
}

void HistoryWriter::writeSentence(const WatchedSentence& sentence)
{
    Statement statement(m_database, "INSERT OR REPLACE INTO sentences VALUES(?, ?, ?, ?, ?, 1)");
    statement.bind(0, std::int64_t{index(sentence.id)}).bind(1, sentence.source).bind(2, sentence.target);
    statement.bind(3, std::int64_t{sentence.sampled ? 2 : sentence.fromValidation ? 1 : 0});
    if (sentence.gold)
        statement.bind(4, encodeGold(*sentence.gold));
    else
        statement.bindNull(4);
    statement.run();
}

void HistoryWriter::writeUnwatched(SentenceId id)
{
    Statement statement(m_database, "UPDATE sentences SET watched = 0 WHERE id = ?");
    statement.bind(0, std::int64_t{index(id)});
    statement.run();
}

void HistoryWriter::writeSnapshots()
{
    static_assert(std::endian::native == std::endian::little, "weights are stored little-endian");
    Statement list(m_database, "INSERT OR IGNORE INTO tokens(list) VALUES(?)");
    Statement picture(m_database,
                      "INSERT OR REPLACE INTO snapshots VALUES(?1, ?2, ?3, ?4, "
                      "(SELECT id FROM tokens WHERE list = ?5), ?6, "
                      "(SELECT id FROM tokens WHERE list = ?7), ?8)");
    Statement window(m_database, "INSERT OR REPLACE INTO windows VALUES(?, ?, ?, ?)");
    for (const auto& snapshot : m_snapshots) {
        const auto source = encodeTokens(snapshot.sourceTokens), target = encodeTokens(snapshot.targetTokens);
        list.bind(0, source).run();
        list.bind(0, target).run();
        picture.bind(0, std::int64_t{index(snapshot.sentence)}).bind(1, snapshot.step);
        picture.bind(2, std::int64_t{snapshot.forced}).bind(3, snapshot.loss).bind(4, source);
        picture.bind(5, encodeFlags(snapshot.sourceUnknown)).bind(6, target);
        picture.bind(7, std::as_bytes(std::span(snapshot.weights))).run();
        if (snapshot.centres.empty())
            continue;
        window.bind(0, std::int64_t{index(snapshot.sentence)}).bind(1, snapshot.step);
        window.bind(2, double{snapshot.window}).bind(3, std::as_bytes(std::span(snapshot.centres))).run();
    }
}

void HistoryWriter::discardAfter(std::int64_t step)
{
    flush();
    Transaction transaction(m_database, Transaction::Kind::Write);
    for (const auto* sql : {"DELETE FROM steps WHERE step > ?", "DELETE FROM events WHERE step > ?",
                            "DELETE FROM snapshots WHERE step > ?", "DELETE FROM windows WHERE step > ?"}) {
        Statement statement(m_database, sql);
        statement.bind(0, step);
        statement.run();
    }
    m_database.execute("DELETE FROM tokens WHERE id NOT IN (SELECT source FROM snapshots UNION ALL "
                       "SELECT target FROM snapshots)");
    transaction.commit();
    readCounters();
}

} // namespace alignoscope::storage

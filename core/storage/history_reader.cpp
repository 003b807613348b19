// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_reader.h"

#include "storage/event_codec.h"
#include "storage/file_problem.h"
#include "storage/history_schema.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <limits>
#include <utility>

namespace alignoscope::storage {

namespace {

constexpr auto historyAdvice = "Move the file away to use the run without its history.";

/// A number of the file that must fit the smaller type it is kept in.
std::int32_t narrow(std::int64_t value, std::int32_t lowest, const std::string& where)
{
    if (value < lowest || value > std::numeric_limits<std::int32_t>::max())
        throw storageError(where, "the history is damaged: a number is impossible", {}, std::to_string(value),
                           historyAdvice);
    return static_cast<std::int32_t>(value);
}

} // namespace

HistoryReader::HistoryReader(const std::filesystem::path& path) : m_database(path, Database::Access::Read)
{
    checkSchema(m_database);
}

std::vector<TrainingEvent> HistoryReader::events(std::int64_t maxSteps)
{
    Transaction moment(m_database, Transaction::Kind::Read);
    auto steps = stepReports(maxSteps);
    auto others = otherEvents();
    std::vector<Numbered> all;
    all.reserve(steps.size() + others.size());
    std::merge(std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()),
               std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()), std::back_inserter(all),
               [](const Numbered& a, const Numbered& b) { return a.id < b.id; });
    std::vector<TrainingEvent> events;
    events.reserve(all.size());
    for (auto& numbered : all)
        events.push_back(std::move(numbered.event));
    return events;
}

std::vector<HistoryReader::Numbered> HistoryReader::stepReports(std::int64_t atMost)
{
    const auto count = m_database.integer("SELECT count(*) FROM steps");
    const auto every = std::max<std::int64_t>(1, (count + atMost - 1) / atMost);
    Statement row(m_database, "SELECT * FROM steps ORDER BY id");
    std::vector<Numbered> reports;
    for (std::int64_t i = 0; row.step(); ++i) {
        if ((count - 1 - i) % every != 0) // counted from the end, so that the last one is among them
            continue;
        StepReport report;
        report.step = row.integer(2);
        report.epoch = narrow(row.integer(3), 0, where("steps", row.integer(0)));
        report.epochFraction = row.real(4);
        report.progress = row.real(5);
        report.loss = row.real(6);
        report.gradientNorm = row.real(7);
        report.learningRate = row.real(8);
        report.targetTokensPerSecond = row.real(9);
        report.secondsLeft = row.real(10);
        reports.push_back({row.integer(0), {RunId{}, row.real(1), report}});
    }
    return reports;
}

std::vector<HistoryReader::Numbered> HistoryReader::otherEvents()
{
    Statement row(m_database, "SELECT id, time, kind, data FROM events ORDER BY id");
    std::vector<Numbered> events;
    while (row.step()) {
        const auto id = row.integer(0);
        auto what = decodeEvent(row.text(2), row.text(3), where("events", id));
        if (auto* watched = std::get_if<WatchedSentence>(&what))
            *watched = sentence(watched->id);
        events.push_back({id, {RunId{}, row.real(1), std::move(what)}});
    }
    return events;
}

WatchedSentence HistoryReader::sentenceOf(const Statement& row)
{
    const auto place = where("sentences", row.integer(0));
    WatchedSentence sentence;
    sentence.id = SentenceId{narrow(row.integer(0), 0, place)};
    sentence.source = row.text(1);
    sentence.target = row.text(2);
    sentence.fromValidation = row.integer(3) != 0;
    sentence.sampled = row.integer(3) == 2;
    if (!row.isNull(4))
        sentence.gold = decodeGold(row.text(4), place);
    return sentence;
}

WatchedSentence HistoryReader::sentence(SentenceId id)
{
    Statement row(m_database, "SELECT * FROM sentences WHERE id = ?");
    row.bind(0, std::int64_t{index(id)});
    if (!row.step())
        throw storageError(where("sentences", index(id)), "the history is damaged: a watched sentence is missing", {},
                           {}, historyAdvice);
    return sentenceOf(row);
}

std::vector<WatchedSentence> HistoryReader::watched()
{
    Statement row(m_database, "SELECT * FROM sentences WHERE watched ORDER BY id");
    std::vector<WatchedSentence> sentences;
    while (row.step())
        sentences.push_back(sentenceOf(row));
    return sentences;
}

std::vector<std::int64_t> HistoryReader::snapshotSteps(SentenceId sentence)
{
    Statement row(m_database, "SELECT step FROM snapshots WHERE sentence = ? ORDER BY step");
    row.bind(0, std::int64_t{index(sentence)});
    std::vector<std::int64_t> steps;
    while (row.step())
        steps.push_back(row.integer(0));
    return steps;
}

AttentionSnapshotPtr HistoryReader::snapshot(SentenceId sentence, std::int64_t step)
{
    Transaction moment(m_database, Transaction::Kind::Read);
    // the largest step not above comes first, then those above, smallest first
    Statement row(m_database,
                  "SELECT rowid, step, forced, loss, source, source_unknown, target, weights FROM snapshots "
                  "WHERE rowid = coalesce("
                  "(SELECT rowid FROM snapshots WHERE sentence = ?1 AND step <= ?2 ORDER BY step DESC LIMIT 1),"
                  "(SELECT rowid FROM snapshots WHERE sentence = ?1 ORDER BY step LIMIT 1))");
    row.bind(0, std::int64_t{index(sentence)}).bind(1, step);
    if (!row.step())
        return nullptr;
    const auto place = where("snapshots", row.integer(0));
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->step = row.integer(1);
    snapshot->sentence = sentence;
    snapshot->forced = row.integer(2) != 0;
    snapshot->recorded = true;
    snapshot->loss = row.real(3);
    snapshot->sourceTokens = tokens(row.integer(4));
    snapshot->sourceUnknown = decodeFlags(row.text(5), snapshot->sourceTokens.size(), place);
    snapshot->targetTokens = tokens(row.integer(6));
    const auto bytes = row.blob(7);
    const auto expected = snapshot->sourceTokens.size() * snapshot->targetTokens.size() * sizeof(float);
    if (bytes.size() != expected)
        throw storageError(place, "the history is damaged: the weights do not fit the tokens",
                           std::to_string(expected) + " bytes", std::to_string(bytes.size()), historyAdvice);
    snapshot->weights.resize(expected / sizeof(float));
    if (expected > 0)
        std::memcpy(snapshot->weights.data(), bytes.data(), expected);
    readWindows(*snapshot);
    return snapshot;
}

void HistoryReader::readWindows(AttentionSnapshot& snapshot)
{
    if (!hasWindows(m_database))
        return;
    Statement row(m_database, "SELECT rowid, size, centres FROM windows WHERE sentence = ? AND step = ?");
    row.bind(0, std::int64_t{index(snapshot.sentence)}).bind(1, snapshot.step);
    if (!row.step())
        return;
    const auto bytes = row.blob(2);
    const auto expected = snapshot.targetTokens.size() * sizeof(float);
    if (bytes.size() != expected)
        throw storageError(where("windows", row.integer(0)),
                           "the history is damaged: the centres do not fit the tokens",
                           std::to_string(expected) + " bytes", std::to_string(bytes.size()), historyAdvice);
    snapshot.window = static_cast<float>(row.real(1));
    snapshot.centres.resize(snapshot.targetTokens.size());
    if (expected > 0)
        std::memcpy(snapshot.centres.data(), bytes.data(), expected);
}

std::vector<std::string> HistoryReader::tokens(std::int64_t id)
{
    Statement row(m_database, "SELECT list FROM tokens WHERE id = ?");
    row.bind(0, id);
    if (!row.step())
        throw storageError(where("tokens", id), "the history is damaged: the tokens of a snapshot are missing", {}, {},
                           historyAdvice);
    return decodeTokens(row.text(0), where("tokens", id));
}

std::string HistoryReader::where(const char* table, std::int64_t id) const
{
    return m_database.path().string() + ", " + table + ' ' + std::to_string(id);
}

} // namespace alignoscope::storage

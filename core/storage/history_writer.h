// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "alignoscope/training_event.h"
#include "storage/database.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace alignoscope::storage {

/// The writing end of history.sqlite, one at a time. Every call throws Error(Storage).
class HistoryWriter {
public:
    /// Makes the file where it is missing.
    explicit HistoryWriter(const std::filesystem::path& path);
    /// Leaves one plain file where no reader is about. What was never flushed is lost; call `flush` before.
    ~HistoryWriter();
    HistoryWriter(const HistoryWriter&) = delete;
    HistoryWriter& operator=(const HistoryWriter&) = delete;

    void append(const TrainingEvent& event);
    void append(const AttentionSnapshot& snapshot);
    /// One transaction. When it fails, everything is kept for the next call.
    void flush();
    /// Removes what was recorded of steps above `step`: step and validation reports, checkpoints, snapshots.
    void discardAfter(std::int64_t step);

    /// Moves what was flushed from the log into the file itself and onto the disk, as far as no reader is in the way.
    void settle();

    [[nodiscard]] bool isNew() const { return m_nextId == 1; }                 ///< nothing was ever stored
    [[nodiscard]] double elapsed() const { return m_elapsed; }                 ///< seconds of the newest event
    [[nodiscard]] std::int32_t nextSentence() const { return m_nextSentence; } ///< first id not in use

private:
    void readCounters();
    void writeStep(Statement& statement, std::int64_t id, const TrainingEvent& event);
    void writeOther(Statement& statement, std::int64_t id, const TrainingEvent& event);
    void writeEvents();
    void writeSnapshots();
    void writeSentence(const WatchedSentence& sentence);
    void writeUnwatched(SentenceId id);

    Database m_database;
    std::vector<TrainingEvent> m_events;
    std::vector<AttentionSnapshot> m_snapshots;
    std::int64_t m_nextId = 1;
    double m_elapsed = 0;
    std::int32_t m_nextSentence = 0;
};

} // namespace alignoscope::storage

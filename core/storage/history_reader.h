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

/// history.sqlite, also while it is being written; each call sees one moment of it. Every call throws Error(Storage)
/// where the file is damaged.
class HistoryReader {
public:
    explicit HistoryReader(const std::filesystem::path& path);

    /// In order; of more than `maxSteps` step reports an even choice, the last one included.
    std::vector<TrainingEvent> events(std::int64_t maxSteps = 20'000);
    /// Those still watched, by id.
    std::vector<WatchedSentence> watched();
    std::vector<std::int64_t> snapshotSteps(SentenceId sentence);
    /// Of the largest step not above `step`, or the first one; null where there is none.
    AttentionSnapshotPtr snapshot(SentenceId sentence, std::int64_t step);

private:
    struct Numbered {
        std::int64_t id;
        TrainingEvent event;
    };
    std::vector<Numbered> stepReports(std::int64_t atMost);
    std::vector<Numbered> otherEvents();
    WatchedSentence sentence(SentenceId id);
    WatchedSentence sentenceOf(const Statement& row);
    std::vector<std::string> tokens(std::int64_t id);
    void readWindows(AttentionSnapshot& snapshot);
    std::string where(const char* table, std::int64_t id) const;

    Database m_database;
};

} // namespace alignoscope::storage

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/attention_snapshot.h"
#include "alignoscope/options.h"
#include "alignoscope/training_event.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace alignoscope {

/// A run folder opened for reading, also while it is being trained (SQLite in WAL mode keeps readers and the writer
/// apart). One object belongs to one thread at a time.
/// A run without its history can be opened too: then nothing is known to have happened. What is damaged throws
/// Error(Storage), from whichever call finds it.
///   config.json  source.vocabulary.txt  target.vocabulary.txt  last.safetensors  best.safetensors  history.sqlite
///   and where a side is cut into subwords: source.subwords.model  target.subwords.model
class ALIGNOSCOPE_API Run {
public:
    /// Throws Error(Storage): not a run folder, another version, cut short.
    static Run open(const std::filesystem::path& folder);
    /// Whether the folder looks like a run (has a config.json of ours); never throws.
    static bool isRun(const std::filesystem::path& folder);

    Run(Run&&) noexcept;
    Run& operator=(Run&&) noexcept;
    ~Run();

    [[nodiscard]] const std::filesystem::path& folder() const;
    [[nodiscard]] const Experiment& experiment() const;
    [[nodiscard]] const Vocabulary& sourceVocabulary() const;
    [[nodiscard]] const Vocabulary& targetVocabulary() const;
    [[nodiscard]] bool hasCheckpoint() const;

    /// Everything that happened, in order; of more than 20,000 step reports an even choice, the last one included.
    [[nodiscard]] std::vector<TrainingEvent> events() const;
    /// The sentences still watched, by id.
    [[nodiscard]] std::vector<WatchedSentence> watched() const;
    /// Steps at which attention of that sentence was recorded, ascending.
    [[nodiscard]] std::vector<std::int64_t> snapshotSteps(SentenceId sentence) const;
    /// The recorded snapshot of the largest step not above `step` (or the first one); null where there is none.
    [[nodiscard]] AttentionSnapshotPtr snapshot(SentenceId sentence, std::int64_t step) const;

private:
    struct Parts;
    explicit Run(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace alignoscope

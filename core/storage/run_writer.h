// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "alignoscope/options.h"
#include "alignoscope/training_event.h"
#include "storage/tensor_file.h"

#include <memory>
#include <optional>

namespace alignoscope::storage {

/// The writing end of a run folder; one process holds it at a time (a lock file tells). Used by the training thread.
/// Every call throws Error(Storage) on failure and leaves the last whole checkpoint and the history readable.
class RunWriter {
public:
    /// Makes the folder with config.json and the vocabularies. Refuses a folder that holds a run already or is not
    /// empty.
    static RunWriter create(const std::filesystem::path& folder, const Experiment& experiment, const Vocabulary& source,
                            const Vocabulary& target);
    /// Opens a run to go on with it; `experiment` replaces the stored one.
    static RunWriter resume(const std::filesystem::path& folder, const Experiment& experiment);
    RunWriter(RunWriter&&) noexcept;
    RunWriter& operator=(RunWriter&&) noexcept;
    ~RunWriter();

    /// last.safetensors, and best.safetensors as well where `best`; then flushes. Returns the bytes written.
    std::uint64_t saveCheckpoint(std::span<const TensorEntry> tensors, const Metadata& metadata, bool best);

    /// Buffered; `flush` commits them in one transaction (call it about once a second and at the end).
    void append(const TrainingEvent& event);
    void append(const AttentionSnapshot& snapshot);
    void flush();
    /// Removes what the history holds of steps above `step` (flushing first), so that curves do not double back when
    /// training goes on from a checkpoint older than the last event, as after a crash.
    void discardAfter(std::int64_t step);

    [[nodiscard]] double elapsed() const;            ///< seconds of the newest event stored, 0 for a new run
    [[nodiscard]] std::int32_t nextSentence() const; ///< first SentenceId not in use yet
    [[nodiscard]] const std::filesystem::path& folder() const;

private:
    struct Parts;
    explicit RunWriter(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// Where a run keeps its newest and its best parameters, or with `best` the best ones where there are any.
std::filesystem::path checkpoint(const std::filesystem::path& folder, bool best);
std::filesystem::path lastCheckpoint(const std::filesystem::path& folder);
std::filesystem::path bestCheckpoint(const std::filesystem::path& folder);

} // namespace alignoscope::storage

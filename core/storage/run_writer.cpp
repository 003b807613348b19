// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/run_writer.h"

#include "storage/atomic_file.h"
#include "storage/file_problem.h"
#include "storage/history_writer.h"
#include "storage/run_config.h"
#include "storage/run_folder.h"
#include "storage/run_lock.h"
#include "storage/subwords_file.h"
#include "storage/vocabulary_file.h"

#include <system_error>

namespace alignoscope::storage {

struct RunWriter::Parts {
    explicit Parts(const std::filesystem::path& path) : folder(path), lock(path) { removeLeftovers(path); }

    std::filesystem::path folder;
    RunLock lock;
    std::unique_ptr<HistoryWriter> history; ///< goes before the lock does
};

RunWriter RunWriter::create(const std::filesystem::path& folder, const Experiment& experiment, const Vocabulary& source,
                            const Vocabulary& target)
{
    checkVacant(folder);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw writeError(folder, error.value());
    auto parts = std::make_unique<Parts>(folder);
    checkVacant(folder); // somebody may have been quicker before the lock was ours
    writeVocabulary(sourceVocabularyFile(folder), source);
    writeVocabulary(targetVocabularyFile(folder), target);
    writeSubwords(folder, experiment.dataset.text);
    parts->history = std::make_unique<HistoryWriter>(historyFile(folder));
    if (!parts->history->isNew())
        throw storageError(folder, "the folder holds the history of another run", {}, {}, "Choose another folder.");
    writeConfig(configFile(folder), experiment); // last: it makes the folder a run
    return RunWriter(std::move(parts));
}

RunWriter RunWriter::resume(const std::filesystem::path& folder, const Experiment& experiment)
{
    static_cast<void>(readConfig(configFile(folder))); // what cannot be read must not be overwritten
    auto parts = std::make_unique<Parts>(folder);
    parts->history = std::make_unique<HistoryWriter>(historyFile(folder));
    writeConfig(configFile(folder), experiment);
    return RunWriter(std::move(parts));
}

RunWriter::RunWriter(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

RunWriter::RunWriter(RunWriter&&) noexcept = default;
RunWriter& RunWriter::operator=(RunWriter&&) noexcept = default;
RunWriter::~RunWriter() = default;

std::uint64_t RunWriter::saveCheckpoint(std::span<const TensorEntry> tensors, const Metadata& metadata, bool best)
{
    const auto last = lastCheckpoint(m_parts->folder);
    writeTensorFile(last, tensors, metadata);
    if (best)
        linkAtomically(last, bestCheckpoint(m_parts->folder));
    m_parts->history->flush(); // after the parameters: they must not suffer from a history that cannot be written
    m_parts->history->settle();
    std::error_code error;
    const auto bytes = std::filesystem::file_size(last, error);
    if (error)
        throw readError(last, error.value());
    return bytes;
}

void RunWriter::append(const TrainingEvent& event)
{
    m_parts->history->append(event);
}

void RunWriter::append(const AttentionSnapshot& snapshot)
{
    m_parts->history->append(snapshot);
}

void RunWriter::flush()
{
    m_parts->history->flush();
}

void RunWriter::discardAfter(std::int64_t step)
{
    m_parts->history->discardAfter(step);
}

double RunWriter::elapsed() const
{
    return m_parts->history->elapsed();
}

std::int32_t RunWriter::nextSentence() const
{
    return m_parts->history->nextSentence();
}

const std::filesystem::path& RunWriter::folder() const
{
    return m_parts->folder;
}

} // namespace alignoscope::storage

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/run.h"

#include "storage/file_problem.h"
#include "storage/history_reader.h"
#include "storage/run_config.h"
#include "storage/run_folder.h"
#include "storage/run_writer.h"
#include "storage/subwords_file.h"
#include "storage/tensor_header.h"
#include "storage/vocabulary_file.h"

#include <system_error>

namespace alignoscope {

using namespace storage;

namespace {

bool isThere(const std::filesystem::path& path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

/// The header and the file's length: what a cut-short file would have wrong. The numbers are read when needed.
void checkCheckpoint(const std::filesystem::path& path)
{
    if (!isThere(path))
        return;
    InputFile file(path);
    static_cast<void>(readTensorHeader(file));
}

} // namespace

struct Run::Parts {
    std::filesystem::path folder;
    Experiment experiment;
    Vocabulary source, target;
    std::unique_ptr<HistoryReader> history; ///< null: the run came without one
};

Run Run::open(const std::filesystem::path& folder)
{
    if (!isThere(configFile(folder)))
        throw storageError(folder, "this is not a run folder: it has no config.json", {}, {},
                           "Choose the folder that training wrote into.");
    auto parts = std::make_unique<Parts>();
    parts->folder = folder;
    parts->experiment = readConfig(configFile(folder));
    readSubwords(folder, parts->experiment.dataset.text);
    parts->source = readVocabulary(sourceVocabularyFile(folder));
    parts->target = readVocabulary(targetVocabularyFile(folder));
    checkCheckpoint(lastCheckpoint(folder));
    checkCheckpoint(bestCheckpoint(folder));
    if (isThere(historyFile(folder)))
        parts->history = std::make_unique<HistoryReader>(historyFile(folder));
    return Run(std::move(parts));
}

bool Run::isRun(const std::filesystem::path& folder)
{
    return isConfig(configFile(folder));
}

Run::Run(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Run::Run(Run&&) noexcept = default;
Run& Run::operator=(Run&&) noexcept = default;
Run::~Run() = default;

const std::filesystem::path& Run::folder() const
{
    return m_parts->folder;
}

const Experiment& Run::experiment() const
{
    return m_parts->experiment;
}

const Vocabulary& Run::sourceVocabulary() const
{
    return m_parts->source;
}

const Vocabulary& Run::targetVocabulary() const
{
    return m_parts->target;
}

bool Run::hasCheckpoint() const
{
    return isThere(lastCheckpoint(m_parts->folder));
}

std::vector<TrainingEvent> Run::events() const
{
    return m_parts->history ? m_parts->history->events() : std::vector<TrainingEvent>();
}

std::vector<WatchedSentence> Run::watched() const
{
    return m_parts->history ? m_parts->history->watched() : std::vector<WatchedSentence>();
}

std::vector<std::int64_t> Run::snapshotSteps(SentenceId sentence) const
{
    return m_parts->history ? m_parts->history->snapshotSteps(sentence) : std::vector<std::int64_t>();
}

AttentionSnapshotPtr Run::snapshot(SentenceId sentence, std::int64_t step) const
{
    return m_parts->history ? m_parts->history->snapshot(sentence, step) : nullptr;
}

} // namespace alignoscope

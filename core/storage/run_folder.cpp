// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/run_folder.h"

#include "storage/atomic_file.h"
#include "storage/file_problem.h"
#include "storage/run_config.h"
#include "storage/run_writer.h"

#include <system_error>
#include <vector>

namespace alignoscope::storage {

namespace fs = std::filesystem;

namespace {

/// A run becomes one when its config.json appears, which is written last.
bool belongsToUnfinishedRun(const fs::path& folder, const fs::path& entry)
{
    const auto history = historyFile(folder).filename().string();
    return isLeftover(entry) || entry == sourceVocabularyFile(folder) || entry == targetVocabularyFile(folder)
        || entry == sourceSubwordsFile(folder) || entry == targetSubwordsFile(folder) || entry == lockFile(folder)
        || entry.filename().string().starts_with(history);
}

} // namespace

fs::path configFile(const fs::path& folder)
{
    return folder / "config.json";
}

fs::path sourceVocabularyFile(const fs::path& folder)
{
    return folder / "source.vocabulary.txt";
}

fs::path targetVocabularyFile(const fs::path& folder)
{
    return folder / "target.vocabulary.txt";
}

fs::path sourceSubwordsFile(const fs::path& folder)
{
    return folder / "source.subwords.model";
}

fs::path targetSubwordsFile(const fs::path& folder)
{
    return folder / "target.subwords.model";
}

fs::path historyFile(const fs::path& folder)
{
    return folder / "history.sqlite";
}

fs::path lockFile(const fs::path& folder)
{
    return folder / ".lock";
}

fs::path lastCheckpoint(const fs::path& folder)
{
    return folder / "last.safetensors";
}

fs::path bestCheckpoint(const fs::path& folder)
{
    return folder / "best.safetensors";
}

fs::path checkpoint(const fs::path& folder, bool best)
{
    std::error_code ignored;
    const fs::path found = bestCheckpoint(folder);
    return best && fs::exists(found, ignored) ? found : lastCheckpoint(folder);
}

void checkVacant(const fs::path& folder)
{
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (status.type() == fs::file_type::not_found)
        return;
    if (error)
        throw readError(folder, error.value());
    if (!fs::is_directory(status))
        throw storageError(folder, "there is a file of this name", "a folder", "a file", "Choose another folder.");
    if (isConfig(configFile(folder)))
        throw storageError(folder, "the folder holds a run already", {}, {},
                           "Choose another folder, or continue that run (--resume).");
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
        if (!belongsToUnfinishedRun(folder, entry->path()))
            throw storageError(folder, "the folder is not empty", "a new or empty folder",
                               entry->path().filename().string(), "Choose another folder; nothing was changed.");
    if (error)
        throw readError(folder, error.value());
}

void removeLeftovers(const fs::path& folder)
{
    std::error_code error; // whatever cannot be removed does no harm
    std::vector<fs::path> leftovers;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
        if (isLeftover(entry->path()))
            leftovers.push_back(entry->path());
    for (const auto& path : leftovers)
        fs::remove(path, error);
}

} // namespace alignoscope::storage

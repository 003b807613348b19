// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

/// The names in a run folder.
namespace alignoscope::storage {

std::filesystem::path configFile(const std::filesystem::path& folder);
std::filesystem::path sourceVocabularyFile(const std::filesystem::path& folder);
std::filesystem::path targetVocabularyFile(const std::filesystem::path& folder);
std::filesystem::path sourceSubwordsFile(const std::filesystem::path& folder);
std::filesystem::path targetSubwordsFile(const std::filesystem::path& folder);
std::filesystem::path historyFile(const std::filesystem::path& folder);
std::filesystem::path lockFile(const std::filesystem::path& folder);
// lastCheckpoint and bestCheckpoint are in run_writer.h

/// Whether a new run may be made here: the folder is missing, empty, or holds nothing but the beginnings of a run whose
/// making was interrupted. Throws Error(Storage) that says why not.
void checkVacant(const std::filesystem::path& folder);

/// Removes what a crash left half written. Only for the one who holds the run's lock.
void removeLeftovers(const std::filesystem::path& folder);

} // namespace alignoscope::storage

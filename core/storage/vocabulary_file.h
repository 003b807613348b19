// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/vocabulary.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace alignoscope::storage {

/// A vocabulary as text: a first line with the format's version and the number of tokens, then a line a token in the
/// vocabulary's order, without the marks: token, tab, count. Tab, line feed, carriage return and backslash inside a
/// token are written \t, \n, \r and \\.
std::string vocabularyText(const Vocabulary& vocabulary);

/// The inverse. Throws Error(Storage) that names `where` and the line.
Vocabulary parseVocabulary(std::string_view text, const std::filesystem::path& where);

/// Whole or not at all. Throws Error(Storage).
void writeVocabulary(const std::filesystem::path& path, const Vocabulary& vocabulary);
Vocabulary readVocabulary(const std::filesystem::path& path);

} // namespace alignoscope::storage

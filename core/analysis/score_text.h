// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::analysis {

/// Text as the scorers see it. Invalid UTF-8 counts as U+FFFD, one a byte. Thread-safe.
std::u32string codePoints(std::string_view text);

/// Full Unicode lower case without a language (final sigma, dotted I), as Python's str.lower().
std::string lowercased(std::string_view text);

/// White space where Python's str.split() and str.isspace() see it, so that scores agree with sacreBLEU's.
bool isSpace(char32_t character);

/// The words between white space; never an empty one.
std::vector<std::string> splitWords(std::string_view text);

/// `text` without white space at its ends.
std::string_view trimmed(std::string_view text);

/// Whether more than half of all letters are Han characters: such text is scored character by character.
bool mostlyHan(const std::vector<std::string>& texts);

} // namespace alignoscope::analysis

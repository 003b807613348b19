// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/raw_attention.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::interchange {

/// What "|||" separates, without the blanks around.
std::vector<std::string_view> fieldsOf(std::string_view line);
/// The words between blanks.
Words wordList(std::string_view text);
std::optional<std::int64_t> wholeNumber(std::string_view text);
/// Also "nan" and "inf".
std::optional<float> decimalNumber(std::string_view text);
/// A number written with a decimal point: a score.
bool isScore(std::string_view text);

/// Counts a row of so many weights that were added to the sentence; says why where it is not as long as the first.
std::string addRow(RawSentence& sentence, std::size_t weights);

/// What is left of a row of numbers after reading it: nothing where all was read, else the word that is no number.
std::string_view readNumbers(std::string_view row, char separator, std::vector<float>& numbers);

} // namespace alignoscope::interchange

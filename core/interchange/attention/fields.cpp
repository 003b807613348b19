// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/fields.h"

#include "interchange/alignment_words.h"

#include <charconv>
#include <system_error>

namespace alignoscope::interchange {

namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (;;) {
        const std::size_t bars = line.find("|||");
        fields.push_back(trimmed(line.substr(0, bars)));
        if (bars == std::string_view::npos)
            return fields;
        line.remove_prefix(bars + 3);
    }
}

Words wordList(std::string_view text)
{
    const auto words = wordsOf(text);
    return {words.begin(), words.end()};
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<float> decimalNumber(std::string_view text)
{
    double value = 0; // a float alone would refuse 1e-50, which is a weight of 0
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool tiny = error == std::errc::result_out_of_range && text.find_first_of('-', 1) != std::string_view::npos;
    if (text.empty() || (error != std::errc() && !tiny) || end != text.data() + text.size())
        return std::nullopt;
    return tiny ? 0.0F : static_cast<float>(value);
}

bool isScore(std::string_view text)
{
    return text.find('.') != std::string_view::npos && decimalNumber(text).has_value();
}

std::string addRow(RawSentence& sentence, std::size_t weights)
{
    const auto columns = static_cast<std::int32_t>(weights);
    if (sentence.rows++ == 0)
        sentence.columns = columns;
    if (columns == sentence.columns)
        return {};
    return "row " + std::to_string(sentence.rows) + " has " + std::to_string(columns) + " weights, row 1 has "
        + std::to_string(sentence.columns);
}

std::string_view readNumbers(std::string_view row, char separator, std::vector<float>& numbers)
{
    while (!row.empty()) {
        const std::size_t end = row.find(separator);
        const std::string_view word = row.substr(0, end);
        if (const auto number = decimalNumber(word))
            numbers.push_back(*number);
        else if (!word.empty() || separator != ' ')
            return word.empty() ? row : word;
        if (end == std::string_view::npos)
            break;
        row.remove_prefix(end + 1);
    }
    return {};
}

} // namespace alignoscope::interchange

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/vocabulary_file.h"

#include "alignoscope/attention_export.h"
#include "storage/file_handle.h"
#include "storage/file_problem.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace alignoscope::storage {

namespace {

constexpr std::string_view title = "alignoscope-vocabulary";
constexpr std::int64_t version = 1;
constexpr std::uint64_t maxBytes = 1U << 30;
constexpr auto advice = "Restore the file from a copy.";

std::string escaped(std::string_view token)
{
    std::string text;
    for (const char c : token)
        switch (c) {
        case '\t':
            text += "\\t";
            break;
        case '\n':
            text += "\\n";
            break;
        case '\r':
            text += "\\r";
            break;
        case '\\':
            text += "\\\\";
            break;
        default:
            text += c;
        }
    return text;
}

/// Nothing where a backslash stands before something it cannot.
std::optional<std::string> unescaped(std::string_view text)
{
    std::string token;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            token += text[i];
            continue;
        }
        if (++i == text.size())
            return std::nullopt;
        switch (text[i]) {
        case 't':
            token += '\t';
            break;
        case 'n':
            token += '\n';
            break;
        case 'r':
            token += '\r';
            break;
        case '\\':
            token += '\\';
            break;
        default:
            return std::nullopt;
        }
    }
    return token;
}

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

/// Cuts the text up to `separator` off `rest`; all of it where there is none.
std::string_view cut(std::string_view& rest, char separator)
{
    const auto at = std::min(rest.find(separator), rest.size());
    const auto head = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return head;
}

/// "alignoscope-vocabulary TAB version TAB tokens": how many lines follow.
std::int64_t parseTitle(std::string_view line, const std::filesystem::path& where)
{
    if (cut(line, '\t') != title)
        throw storageError(where, "this is not a vocabulary of Alignoscope",
                           "a first line that begins with \"" + std::string(title) + '"', {}, advice);
    const auto made = cut(line, '\t');
    if (number(made) != version)
        throw storageError(where, "the vocabulary has a format this Alignoscope does not know",
                           "version " + std::to_string(version), "version " + std::string(made.substr(0, 40)),
                           "Open it with the Alignoscope that made it, or a newer one.");
    const auto tokens = number(line);
    if (!tokens)
        throw storageError(where, "the first line does not say how many tokens follow", {}, {}, advice);
    return *tokens;
}

Vocabulary::Entry parseLine(std::string_view line, const std::filesystem::path& where, std::int64_t lineNumber)
{
    const auto place = where.string() + ", line " + std::to_string(lineNumber);
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos)
        throw storageError(place, "the line has no tab between a token and its count", {}, {}, advice);
    auto token = unescaped(line.substr(0, tab));
    if (!token || token->empty())
        throw storageError(place, "the token is empty or has a backslash before something it cannot stand before",
                           "\\t, \\n, \\r or \\\\", {}, advice);
    const auto count = number(line.substr(tab + 1));
    if (!count)
        throw storageError(place, "the count is not a number", "a whole number, 0 or more",
                           std::string(line.substr(tab + 1, 40)), advice);
    return {std::move(*token), *count};
}

} // namespace

std::string vocabularyText(const Vocabulary& vocabulary)
{
    std::string text(title);
    text += '\t' + std::to_string(version) + '\t' + std::to_string(vocabulary.size() - Vocabulary::marks) + '\n';
    for (std::int32_t i = Vocabulary::marks; i < vocabulary.size(); ++i)
        text += escaped(vocabulary.token(TokenId{i})) + '\t' + std::to_string(vocabulary.count(TokenId{i})) + '\n';
    return text;
}

Vocabulary parseVocabulary(std::string_view text, const std::filesystem::path& where)
{
    const bool whole = text.ends_with('\n');
    const auto expected = parseTitle(cut(text, '\n'), where);
    std::vector<Vocabulary::Entry> entries;
    for (std::int64_t line = 2; !text.empty(); ++line)
        entries.push_back(parseLine(cut(text, '\n'), where, line));
    const auto got = static_cast<std::int64_t>(entries.size());
    if (got != expected || !whole)
        throw storageError(where,
                           got < expected || !whole ? "the vocabulary was cut short" : "there are too many lines",
                           std::to_string(expected) + " tokens", std::to_string(got), advice);
    try {
        return Vocabulary(std::move(entries));
    } catch (const Error& error) {
        throw storageError(where, error.problem().what, error.problem().expected, error.problem().got, advice);
    }
}

void writeVocabulary(const std::filesystem::path& path, const Vocabulary& vocabulary)
{
    writeFileAtomically(path, vocabularyText(vocabulary));
}

Vocabulary readVocabulary(const std::filesystem::path& path)
{
    return parseVocabulary(readFile(path, maxBytes), path);
}

} // namespace alignoscope::storage

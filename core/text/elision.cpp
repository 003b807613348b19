// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/elision.h"

#include "text/character_class.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <span>

namespace alignoscope::text {
namespace {

constexpr auto beforeAnything = std::to_array<std::string_view>(
    {"c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "presqu", "puisqu", "qu", "quelqu", "quoiqu", "s", "t", "z"});
/// Only before a vowel: "all's well" and "un's" are not Italian.
constexpr auto beforeVowel =
    std::to_array<std::string_view>({"all", "dall", "dell", "nell", "quell", "sull", "un", "coll"});
constexpr std::size_t longest = 6;

/// The ASCII letters at the start of `word`, in lower case; empty if there are too many of them to be an elision.
std::string_view asciiPrefix(std::string_view word, std::array<char, longest>& buffer)
{
    std::size_t size = 0;
    for (; size < word.size(); ++size) {
        const char c = word[size];
        const bool upper = c >= 'A' && c <= 'Z';
        if (!upper && (c < 'a' || c > 'z'))
            break;
        if (size == longest)
            return {};
        buffer[size] = upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return {buffer.data(), size};
}

bool contains(std::span<const std::string_view> words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool startsWithVowel(std::string_view word)
{
    // Accented letters that start a word after an elision are vowels.
    return static_cast<unsigned char>(word[0]) >= 0x80
        || std::string_view("aeiouhyAEIOUHY").find(word[0]) != std::string_view::npos;
}

} // namespace

std::size_t elisionEnd(std::string_view word)
{
    std::array<char, longest> buffer{};
    const std::string_view prefix = asciiPrefix(word, buffer);
    if (prefix.empty() || prefix.size() == word.size())
        return 0;
    const CodePoint mark = codePointAt(word, prefix.size());
    if (classify(mark.value) != CharacterClass::Apostrophe || mark.end >= word.size())
        return 0;
    const auto next = classify(codePointAt(word, mark.end).value);
    if (next != CharacterClass::Letter && next != CharacterClass::Digit)
        return 0;
    if (contains(beforeAnything, prefix) || (contains(beforeVowel, prefix) && startsWithVowel(word.substr(mark.end))))
        return mark.end;
    return 0;
}

bool isElision(std::string_view token)
{
    std::array<char, longest> buffer{};
    const std::string_view prefix = asciiPrefix(token, buffer);
    if (prefix.empty() || prefix.size() == token.size())
        return false;
    const CodePoint mark = codePointAt(token, prefix.size());
    return mark.end == token.size() && classify(mark.value) == CharacterClass::Apostrophe
        && (contains(beforeAnything, prefix) || contains(beforeVowel, prefix));
}

} // namespace alignoscope::text

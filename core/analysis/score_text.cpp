// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/score_text.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace alignoscope::analysis {

namespace {

/// The character that starts at `position`, which moves past it.
char32_t next(std::string_view text, std::size_t& position)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(bytes, position, text.size(), character);
    return static_cast<char32_t>(character);
}

} // namespace

std::u32string codePoints(std::string_view text)
{
    std::u32string characters;
    characters.reserve(text.size());
    for (std::size_t i = 0; i < text.size();)
        characters += next(text, i);
    return characters;
}

std::string lowercased(std::string_view text)
{
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    std::string lower;
    icu::UnicodeString::fromUTF8(piece).toLower(icu::Locale::getRoot()).toUTF8String(lower);
    return lower;
}

bool isSpace(char32_t character)
{
    return (character >= 0x09 && character <= 0x0d) || (character >= 0x1c && character <= 0x20) || character == 0x85
        || character == 0xa0 || character == 0x1680 || (character >= 0x2000 && character <= 0x200a)
        || character == 0x2028 || character == 0x2029 || character == 0x202f || character == 0x205f
        || character == 0x3000;
}

std::vector<std::string> splitWords(std::string_view text)
{
    std::vector<std::string> words;
    std::size_t begin = 0;
    const auto finish = [&](std::size_t end) {
        if (end > begin)
            words.emplace_back(text.substr(begin, end - begin));
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t at = i;
        if (isSpace(next(text, i))) {
            finish(at);
            begin = i;
        }
    }
    finish(text.size());
    return words;
}

std::string_view trimmed(std::string_view text)
{
    std::size_t first = text.size(), last = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t at = i;
        if (!isSpace(next(text, i))) {
            first = std::min(first, at);
            last = i;
        }
    }
    return first < last ? text.substr(first, last - first) : std::string_view();
}

bool mostlyHan(const std::vector<std::string>& texts)
{
    std::int64_t letters = 0, han = 0;
    for (const std::string& text : texts) {
        for (std::size_t i = 0; i < text.size();) {
            const auto character = static_cast<UChar32>(next(text, i));
            letters += u_isalpha(character) ? 1 : 0;
            han += uscript_hasScript(character, USCRIPT_HAN) && u_isalpha(character) ? 1 : 0;
        }
    }
    return 2 * han > letters;
}

} // namespace alignoscope::analysis

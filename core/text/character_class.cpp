// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/character_class.h"

#include "text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace alignoscope::text {
namespace {

constexpr std::array<CharacterClass, 128> asciiClasses = [] {
    std::array<CharacterClass, 128> classes{};
    classes.fill(CharacterClass::Other);
    for (char c = 'a'; c <= 'z'; ++c)
        classes[static_cast<std::size_t>(c)] = classes[static_cast<std::size_t>(c - 'a' + 'A')] =
            CharacterClass::Letter;
    for (char c = '0'; c <= '9'; ++c)
        classes[static_cast<std::size_t>(c)] = CharacterClass::Digit;
    classes[' '] = CharacterClass::Space;
    classes['\''] = CharacterClass::Apostrophe;
    classes['-'] = CharacterClass::Hyphen;
    return classes;
}();

UScriptCode scriptOf(char32_t c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool isKanaLengthMark(char32_t c)
{
    return c == 0x30FC || c == 0xFF70;
}

bool isIdeograph(char32_t c)
{
    constexpr char32_t firstThai = 0x0E00;
    if (c < firstThai)
        return false;
    if (isSouthEastAsian(c) || isKanaLengthMark(c))
        return true;
    switch (scriptOf(c)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isSouthEastAsian(char32_t c)
{
    if (c < 0x0E00)
        return false;
    switch (scriptOf(c)) {
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}

bool isEastAsian(char32_t c)
{
    if (c < 0x2E80)
        return false;
    const bool punctuation = (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65) || c == 0x30FB;
    return punctuation || (isIdeograph(c) && !isSouthEastAsian(c));
}

CharacterClass classify(char32_t c)
{
    if (c < asciiClasses.size())
        return asciiClasses[c];
    switch (c) {
    case 0x2019:
        return CharacterClass::Apostrophe;
    case 0x2010: // hyphen
    case 0x2011: // no-break hyphen
    case 0x00B7: // the middle dot of Catalan: col·lecció
        return CharacterClass::Hyphen;
    case zeroWidthNonJoiner:
    case zeroWidthJoiner:
        return CharacterClass::Mark;
    default:
        break;
    }
    const auto bits = U_GET_GC_MASK(static_cast<UChar32>(c));
    if (bits & U_GC_M_MASK)
        return CharacterClass::Mark;
    if (bits & U_GC_ND_MASK)
        return CharacterClass::Digit;
    if (bits & (U_GC_L_MASK | U_GC_NL_MASK | U_GC_NO_MASK))
        return isIdeograph(c) ? CharacterClass::Ideograph : CharacterClass::Letter;
    return CharacterClass::Other;
}

} // namespace alignoscope::text

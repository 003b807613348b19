// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace alignoscope::text {

/// What the word tokeniser asks of a code point.
enum class CharacterClass {
    Space,
    Letter, ///< belongs to a word; Hangul, Arabic, Devanagari …, and ² too
    Digit,
    Mark,       ///< an accent or vowel sign: belongs to what stands before it
    Ideograph,  ///< of a script without spaces: Han, kana, Thai, Lao, Khmer, Burmese
    Apostrophe, ///< ' and ’
    Hyphen,     ///< - and its like: joins two letters into one word
    Other,      ///< punctuation and symbols
};
CharacterClass classify(char32_t c);

/// Chinese and Japanese characters and their full-width punctuation: no spaces stand among these.
bool isEastAsian(char32_t c);
/// Thai, Lao, Khmer, Burmese: no spaces within a phrase.
bool isSouthEastAsian(char32_t c);

} // namespace alignoscope::text

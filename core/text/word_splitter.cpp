// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/word_splitter.h"

#include "text/character_class.h"
#include "text/elision.h"
#include "text/unicode.h"

namespace alignoscope::text {
namespace {

struct Character {
    char32_t code = ' ';
    CharacterClass kind = CharacterClass::Space;
    std::size_t end = 0;
};

/// The character at `position`; behind the end there is space.
Character characterAt(std::string_view text, std::size_t position)
{
    if (position >= text.size())
        return {' ', CharacterClass::Space, text.size()};
    const CodePoint point = codePointAt(text, position);
    return {point.value, classify(point.value), point.end};
}

bool isWordPart(CharacterClass kind)
{
    return kind == CharacterClass::Letter || kind == CharacterClass::Digit;
}

/// Whether `between` ties what stands before and behind it into one word: "well-known", "don't", "3.5", "10:30".
bool ties(const Character& before, const Character& between, const Character& behind)
{
    if (!isWordPart(behind.kind))
        return false;
    if (between.kind == CharacterClass::Hyphen || between.kind == CharacterClass::Apostrophe)
        return true;
    const bool insideNumber = between.code == '.' || between.code == ',' || between.code == ':';
    return insideNumber && before.kind == CharacterClass::Digit && behind.kind == CharacterClass::Digit;
}

/// A hyphen that stands for the rest of a word said later, as in "Ein- und Ausgang", belongs to its word.
bool isSuspended(const Character& before, const Character& hyphen, std::string_view text)
{
    if (hyphen.code != '-' || before.kind != CharacterClass::Letter)
        return false;
    const Character space = characterAt(text, hyphen.end);
    return space.kind == CharacterClass::Space && characterAt(text, space.end).kind == CharacterClass::Letter;
}

std::size_t wordEnd(std::string_view text, std::size_t begin)
{
    if (const std::size_t elision = elisionEnd(text.substr(begin)))
        return begin + elision;
    Character last = characterAt(text, begin);
    for (;;) {
        const Character next = characterAt(text, last.end);
        if (isWordPart(next.kind)) {
            last = next;
        } else if (next.kind == CharacterClass::Mark) {
            last.end = next.end; // the mark changes neither letter nor digit
        } else if (const Character behind = characterAt(text, next.end); ties(last, next, behind)) {
            last = behind;
        } else {
            return isSuspended(last, next, text) ? next.end : last.end;
        }
    }
}

/// "..." and "--" are one token, however long.
std::size_t runEnd(std::string_view text, std::size_t begin)
{
    const char c = text[begin];
    std::size_t end = begin + 1;
    if (c == '.' || c == '-')
        while (end < text.size() && text[end] == c)
            ++end;
    return end;
}

/// Where a run of scripts without spaces ends, marks included.
std::size_t spacelessEnd(std::string_view text, std::size_t begin)
{
    Character last = characterAt(text, begin);
    for (Character next = characterAt(text, last.end);
         next.kind == CharacterClass::Ideograph || next.kind == CharacterClass::Mark;
         next = characterAt(text, last.end))
        last = next;
    return last.end;
}

} // namespace

void WordSplitter::split(std::string_view text, TokenBuffer& tokens)
{
    m_graphemes.setText(text);
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin + 1;
        switch (characterAt(text, begin).kind) {
        case CharacterClass::Space:
            begin = end;
            continue;
        case CharacterClass::Letter:
        case CharacterClass::Digit:
        case CharacterClass::Mark:
            end = wordEnd(text, begin);
            break;
        case CharacterClass::Ideograph:
            begin = splitRun(text, begin, tokens);
            continue;
        case CharacterClass::Apostrophe:
        case CharacterClass::Hyphen:
        case CharacterClass::Other:
            end = runEnd(text, begin);
            if (end == begin + 1)
                end = m_graphemes.end(begin);
            break;
        }
        tokens.add(text.substr(begin, end - begin));
        begin = end;
    }
}

std::size_t WordSplitter::splitRun(std::string_view text, std::size_t begin, TokenBuffer& tokens)
{
    const std::size_t end = spacelessEnd(text, begin);
    if (m_dictionary.split(text.substr(begin, end - begin), tokens))
        return end;
    const std::size_t characterEnd = m_graphemes.end(begin);
    tokens.add(text.substr(begin, characterEnd - begin));
    return characterEnd;
}

} // namespace alignoscope::text

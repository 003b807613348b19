// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/leaning.h"

#include "text/character_class.h"
#include "text/elision.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <span>

namespace alignoscope::text {
namespace {

constexpr Leaning nothing{false, false}, left{true, false}, right{false, true}, both{true, true};

bool isOneOf(std::string_view token, std::span<const std::string_view> list)
{
    return std::find(list.begin(), list.end(), token) != list.end();
}

constexpr auto closing =
    std::to_array<std::string_view>({",", ";", ":", "!", "?", "%", ")", "]", "}", "…",  "‰",  "°",  "′", "″",
                                     "™", "®", "،", "؛", "؟", "۔", "।", "॥", "՞", "。", "、", "！", "？"});
constexpr auto opening = std::to_array<std::string_view>({"(", "[", "{", "¿", "¡", "#", "~"});
constexpr auto curlyQuotes = std::to_array<std::string_view>({"„", "“", "”", "‚", "‘", "‹", "›"});
constexpr auto tying = std::to_array<std::string_view>({"/", "\\", "@", "_", "⁄"});
constexpr auto currencies = std::to_array<std::string_view>({"$", "€", "£", "¥", "₹"});

bool startsWith(std::string_view token, CharacterClass kind)
{
    return !token.empty() && classify(codePointAt(token, 0).value) == kind;
}

bool endsWith(std::string_view token, CharacterClass kind)
{
    return !token.empty() && classify(lastCodePoint(token)) == kind;
}

bool isSingleLetter(std::string_view token)
{
    return startsWith(token, CharacterClass::Letter) && codePointAt(token, 0).end == token.size();
}

bool isDots(std::string_view token)
{
    return token.size() > 1 && token.find_first_not_of('.') == std::string_view::npos;
}

} // namespace

Leaning LeaningReader::at(std::size_t i)
{
    const std::string_view token = m_tokens[i];
    if (token == ".")
        return fullStop(i);
    if (isDots(token) || isOneOf(token, closing))
        return left;
    if (isOneOf(token, opening))
        return right;
    if (isOneOf(token, tying))
        return both;
    if (isOneOf(token, currencies))
        return currency(i);
    if (token == "\"")
        return straightQuote();
    if (token == "'" || token == "’")
        return apostrophe(i);
    if (token == "–" || token == "-")
        return dash(i);
    if (token == "«" || token == "»")
        return angleQuote(token);
    if (isOneOf(token, curlyQuotes))
        return curlyQuote(i);
    return isElision(token) ? right : nothing;
}

bool LeaningReader::isOpen(Quote quote) const
{
    return std::find(m_open.begin(), m_open.end(), quote) != m_open.end();
}

Leaning LeaningReader::open(Quote quote)
{
    m_open.push_back(quote);
    return right;
}

Leaning LeaningReader::close(Quote quote)
{
    m_open.erase(std::find(m_open.begin(), m_open.end(), quote));
    return left;
}

Leaning LeaningReader::straightQuote()
{
    return isOpen(Quote::Straight) ? close(Quote::Straight) : open(Quote::Straight);
}

// A lone apostrophe closes a quotation, opens one that is closed later, ends a plural ("dogs'") or starts a word that
// lost its head ("'em").
Leaning LeaningReader::apostrophe(std::size_t i)
{
    const std::string& mark = m_tokens[i];
    const Quote quote = mark == "'" ? Quote::StraightSingle : Quote::HighSingle;
    if (isOpen(quote))
        return close(quote);
    const std::string_view before = i > 0 ? std::string_view(m_tokens[i - 1]) : std::string_view();
    const bool endsPlural = (before.ends_with('s') && !before.ends_with("'s")) || before.ends_with('z');
    const auto rest = m_tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    if (!endsPlural && mark == "'" && std::find(rest, m_tokens.end(), mark) != m_tokens.end())
        return open(quote);
    return i > 0 && (endsPlural || rest == m_tokens.end()) ? left : right;
}

Leaning LeaningReader::curlyQuote(std::size_t i)
{
    const std::string_view token = m_tokens[i];
    if (token == "„")
        return open(Quote::Low);
    if (token == "‚")
        return open(Quote::LowSingle);
    if (token == "“") {
        if (!isOpen(Quote::Low))
            return open(Quote::High);
        m_afterLowQuote = i + 1;
        return close(Quote::Low);
    }
    if (token == "‘")
        return isOpen(Quote::LowSingle) ? close(Quote::LowSingle) : open(Quote::HighSingle);
    if (token == "”") {
        for (const Quote quote : {Quote::High, Quote::Low})
            if (isOpen(quote))
                return close(quote);
        return open(Quote::High); // Swedish and Finnish: ”ord”
    }
    return token == "‹" ? right : left;
}

// French sets a space inside: « mot ». German turns them round and sets none: »Wort«.
Leaning LeaningReader::angleQuote(std::string_view token)
{
    const bool pointsLeft = token == "«";
    if (isOpen(pointsLeft ? Quote::AngleRight : Quote::AngleLeft)) {
        close(pointsLeft ? Quote::AngleRight : Quote::AngleLeft);
        return pointsLeft ? left : nothing;
    }
    open(pointsLeft ? Quote::AngleLeft : Quote::AngleRight);
    return pointsLeft ? nothing : right;
}

// Between single letters a full stop belongs to both: "U.S.", "e.g.".
Leaning LeaningReader::fullStop(std::size_t i) const
{
    const bool letterBefore = i > 0 && isSingleLetter(m_tokens[i - 1]);
    const bool abbreviates =
        letterBefore && i + 2 < m_tokens.size() && isSingleLetter(m_tokens[i + 1]) && m_tokens[i + 2] == ".";
    return abbreviates ? both : left;
}

// Between numbers a dash says "to": "1990–2000"; before one alone it is a sign; German ties a quotation to the word
// that goes on: „Stop“-Schild; elsewhere it stands free.
Leaning LeaningReader::dash(std::size_t i) const
{
    if (i > 0 && i == m_afterLowQuote)
        return both;
    const bool numberBehind = i + 1 < m_tokens.size() && startsWith(m_tokens[i + 1], CharacterClass::Digit);
    const bool numberBefore = i > 0 && endsWith(m_tokens[i - 1], CharacterClass::Digit);
    if (!numberBehind)
        return nothing;
    if (numberBefore)
        return m_tokens[i] == "–" ? both : nothing;
    return m_tokens[i] == "-" ? right : nothing;
}

Leaning LeaningReader::currency(std::size_t i) const
{
    const bool numberBehind = i + 1 < m_tokens.size() && startsWith(m_tokens[i + 1], CharacterClass::Digit);
    const bool numberBefore = i > 0 && endsWith(m_tokens[i - 1], CharacterClass::Digit);
    return numberBehind && !numberBefore ? right : nothing;
}

} // namespace alignoscope::text

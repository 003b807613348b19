// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/piece_marks.h"

#include <algorithm>

namespace alignoscope::text {
namespace {

bool startsWord(std::string_view token)
{
    return token.starts_with(wordStartMark);
}

/// Only word starts are marked: all else goes on.
std::string joinMarkedWords(const std::vector<std::string>& tokens)
{
    std::string text;
    for (const std::string& token : tokens) {
        const std::string_view rest = startsWord(token) ? std::string_view(token).substr(wordStartMark.size()) : token;
        if (startsWord(token) && !text.empty())
            text += ' ';
        text += rest;
    }
    return text;
}

} // namespace

bool endsInJoiner(std::string_view token)
{
    return token.size() > joinerMark.size() && token.ends_with(joinerMark);
}

std::string joinPieces(const std::vector<std::string>& tokens)
{
    if (std::ranges::any_of(tokens, startsWord))
        return joinMarkedWords(tokens);
    std::string text;
    bool goesOn = true;
    for (const std::string_view token : tokens) {
        if (!goesOn)
            text += ' ';
        goesOn = endsInJoiner(token);
        text += goesOn ? token.substr(0, token.size() - joinerMark.size()) : token;
    }
    return text;
}

std::string withoutPieceMarks(std::string_view text, const SideText& side)
{
    const auto holds = [text](std::string_view mark) { return text.find(mark) != text.npos; };
    if (side.kind != TokenizerKind::Whitespace || (!holds(wordStartMark) && !holds(joinerMark)))
        return std::string(text);
    return joinPieces(tokenize(text, side));
}

} // namespace alignoscope::text

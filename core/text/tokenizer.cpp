// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokenizer.h"

#include <algorithm>

namespace alignoscope {
namespace text {
namespace {

void splitAtSpaces(std::string_view text, TokenBuffer& tokens)
{
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        tokens.add(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

} // namespace

Tokenizer::Tokenizer(TokenizerKind kind, bool lowercase) : m_kind(kind), m_lowercase(lowercase) { }

void Tokenizer::tokenize(std::string_view text, TokenBuffer& tokens)
{
    const std::string_view cleaned = m_cleaner.clean(text, m_lowercase && m_kind != TokenizerKind::Whole);
    switch (m_kind) {
    case TokenizerKind::Whitespace:
        splitAtSpaces(cleaned, tokens);
        break;
    case TokenizerKind::Words:
        m_graphemes.setText(cleaned);
        splitWords(cleaned, m_graphemes, tokens);
        break;
    case TokenizerKind::Characters:
        m_graphemes.setText(cleaned);
        splitCharacters(cleaned, tokens);
        break;
    case TokenizerKind::Whole:
        if (!cleaned.empty())
            tokens.add(cleaned);
        break;
    case TokenizerKind::Subwords:
        break;
    }
}

void Tokenizer::splitCharacters(std::string_view text, TokenBuffer& tokens)
{
    for (std::size_t begin = 0; begin < text.size();) {
        // A mark may lean even on a space; the space is a token of its own all the same.
        const std::size_t end = text[begin] == ' ' ? begin + 1 : m_graphemes.end(begin);
        const std::string_view character = text.substr(begin, end - begin);
        tokens.add(character == " " ? visibleSpace : character);
        begin = end;
    }
}

} // namespace text

std::vector<std::string> tokenize(std::string_view text, TokenizerKind kind, bool lowercase)
{
    text::Tokenizer tokenizer(kind, lowercase);
    text::TokenBuffer buffer;
    tokenizer.tokenize(text, buffer);
    std::vector<std::string> tokens;
    tokens.reserve(buffer.size());
    for (std::size_t i = 0; i < buffer.size(); ++i)
        tokens.emplace_back(buffer[i]);
    return tokens;
}

} // namespace alignoscope

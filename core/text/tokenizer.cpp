// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokenizer.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <utility>

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

Tokenizer::Tokenizer(SideText side)
    : m_side(std::move(side)), m_lowercase(m_side.lowercase && m_side.kind != TokenizerKind::Whole),
      m_cleaner(m_side.normalization)
{
    if (m_side.kind == TokenizerKind::Subwords && !m_side.model)
        throw Error(ErrorKind::Usage,
                    {"subwords", "there is no model that cuts words into pieces", "", "",
                     "Build a dataset first, or load a .model file."});
}

void Tokenizer::tokenize(std::string_view text, TokenBuffer& tokens)
{
    const std::string_view cleaned = m_cleaner.clean(text, m_lowercase);
    switch (m_side.kind) {
    case TokenizerKind::Whitespace:
        splitAtSpaces(cleaned, tokens);
        break;
    case TokenizerKind::Words:
        m_words.split(cleaned, tokens);
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
        for (const std::string& piece : m_side.model->split(cleaned))
            tokens.add(piece);
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

std::vector<std::string> tokenize(std::string_view text, const SideText& side)
{
    text::Tokenizer tokenizer(side);
    text::TokenBuffer buffer;
    tokenizer.tokenize(text, buffer);
    std::vector<std::string> tokens;
    tokens.reserve(buffer.size());
    for (std::size_t i = 0; i < buffer.size(); ++i)
        tokens.emplace_back(buffer[i]);
    return tokens;
}

std::vector<std::string> tokenize(std::string_view text, TokenizerKind kind, bool lowercase)
{
    return tokenize(text, SideText{kind, lowercase});
}

} // namespace alignoscope

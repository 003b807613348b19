// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"
#include "text/character_class.h"
#include "text/leaning.h"
#include "text/piece_marks.h"
#include "text/tokenizer.h"
#include "text/unicode.h"

#include <algorithm>

namespace alignoscope {
namespace {

using Tokens = std::vector<std::string>;

bool startsEastAsian(const std::string& token)
{
    return text::isEastAsian(text::codePointAt(token, 0).value);
}

/// Chinese and Japanese set no space round the foreign words in their sentences; other languages set them round a
/// Chinese word. What most tokens are decides.
bool isMostlyEastAsian(const Tokens& tokens)
{
    const auto found = std::count_if(tokens.begin(), tokens.end(), startsEastAsian);
    return 2 * found >= static_cast<std::ptrdiff_t>(tokens.size());
}

class WordJoiner {
public:
    explicit WordJoiner(const Tokens& tokens)
        : m_tokens(tokens), m_leaning(tokens), m_mostlyEastAsian(isMostlyEastAsian(tokens))
    {
    }

    std::string join()
    {
        std::string text;
        bool previousLeansRight = true;
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            const text::Leaning leaning = m_leaning.at(i);
            if (i > 0 && !previousLeansRight && !leaning.left && !scriptJoins(i))
                text += ' ';
            text += m_tokens[i];
            previousLeansRight = leaning.right;
        }
        return text;
    }

private:
    [[nodiscard]] bool scriptJoins(std::size_t i) const
    {
        const char32_t before = text::lastCodePoint(m_tokens[i - 1]);
        const char32_t behind = text::codePointAt(m_tokens[i], 0).value;
        const bool eastBefore = text::isEastAsian(before), eastBehind = text::isEastAsian(behind);
        if (eastBefore || eastBehind)
            return m_mostlyEastAsian || (eastBefore && eastBehind);
        return text::isSouthEastAsian(before) && text::isSouthEastAsian(behind);
    }

    const Tokens& m_tokens;
    text::LeaningReader m_leaning;
    bool m_mostlyEastAsian;
};

std::string joinCharacters(const Tokens& tokens)
{
    std::string text;
    for (const std::string& token : tokens)
        text += token == text::visibleSpace ? " " : token;
    return text;
}

} // namespace

std::string detokenize(const Tokens& tokens, const SideText& side)
{
    if (side.kind == TokenizerKind::Subwords && side.model)
        return side.model->join(tokens);
    return detokenize(tokens, side.kind);
}

std::string detokenize(const Tokens& tokens, TokenizerKind kind)
{
    // An empty token would have no first character; hypotheses of other programs may hold some.
    Tokens present;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(present),
                 [](const auto& token) { return !token.empty(); });
    switch (kind) {
    case TokenizerKind::Words:
        return WordJoiner(present).join();
    case TokenizerKind::Characters:
        return joinCharacters(present);
    case TokenizerKind::Whitespace:
    case TokenizerKind::Whole:
    case TokenizerKind::Subwords:
        break;
    }
    return text::joinPieces(present);
}

} // namespace alignoscope

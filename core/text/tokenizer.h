// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/text.h"
#include "text/graphemes.h"
#include "text/token_buffer.h"
#include "text/unicode.h"

namespace alignoscope::text {

/// `tokenize` for many texts: keeps its memory and what ICU prepared. Not thread-safe; one a thread.
class Tokenizer {
public:
    Tokenizer(TokenizerKind kind, bool lowercase);

    /// Appends the tokens of `text` to `tokens`.
    void tokenize(std::string_view text, TokenBuffer& tokens);

private:
    void splitCharacters(std::string_view text, TokenBuffer& tokens);

    TokenizerKind m_kind;
    bool m_lowercase;
    Cleaner m_cleaner;
    Graphemes m_graphemes;
};

/// What stands between two tokens of `Characters`: the visible space.
inline constexpr std::string_view visibleSpace = "␣";

/// Appends the words of cleaned text; `graphemes` must have been given the same text.
void splitWords(std::string_view text, Graphemes& graphemes, TokenBuffer& tokens);

} // namespace alignoscope::text

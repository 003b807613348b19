// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/text.h"
#include "text/graphemes.h"
#include "text/token_buffer.h"
#include "text/unicode.h"
#include "text/word_splitter.h"

namespace alignoscope::text {

/// `tokenize` for many texts: keeps its memory and what ICU prepared. Not thread-safe; one a thread.
class Tokenizer {
public:
    /// Throws Error(Usage) where `side` wants Subwords and has no model.
    explicit Tokenizer(SideText side);

    /// Appends the tokens of `text` to `tokens`.
    void tokenize(std::string_view text, TokenBuffer& tokens);

private:
    void splitCharacters(std::string_view text, TokenBuffer& tokens);

    SideText m_side;
    bool m_lowercase;
    Cleaner m_cleaner;
    Graphemes m_graphemes;
    WordSplitter m_words;
};

/// What stands between two tokens of `Characters`: the visible space.
inline constexpr std::string_view visibleSpace = "␣";

} // namespace alignoscope::text

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/dictionary_words.h"
#include "text/graphemes.h"
#include "text/token_buffer.h"

#include <string_view>

namespace alignoscope::text {

/// Words and punctuation apart. Not thread-safe; one a thread.
class WordSplitter {
public:
    /// Appends the words of cleaned text.
    void split(std::string_view text, TokenBuffer& tokens);

private:
    /// The words of scripts without spaces from `begin` on, character by character without a dictionary. Returns where
    /// to go on.
    std::size_t splitRun(std::string_view text, std::size_t begin, TokenBuffer& tokens);

    Graphemes m_graphemes;
    DictionaryWords m_dictionary;
};

} // namespace alignoscope::text

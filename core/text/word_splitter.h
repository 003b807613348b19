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
    Graphemes m_graphemes;
    DictionaryWords m_dictionary;
};

} // namespace alignoscope::text

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/token_buffer.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string_view>

namespace alignoscope::text {

/// The words of text without spaces, by ICU's dictionaries: Chinese, Japanese, Thai, Lao, Khmer, Burmese. Not
/// thread-safe; one a thread.
class DictionaryWords {
public:
    DictionaryWords() = default;
    ~DictionaryWords();
    DictionaryWords(const DictionaryWords&) = delete;
    DictionaryWords& operator=(const DictionaryWords&) = delete;

    /// Appends the words of `run`, well-formed UTF-8 in such scripts alone: together they are all of it. False, with
    /// nothing appended, where ICU lacks its data.
    bool split(std::string_view run, TokenBuffer& words);

private:
    UText m_handle = UTEXT_INITIALIZER;
    std::unique_ptr<icu::BreakIterator> m_iterator;
};

} // namespace alignoscope::text

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/dictionary_words.h"

#include <unicode/locid.h>

namespace alignoscope::text {

DictionaryWords::~DictionaryWords()
{
    m_iterator.reset();
    utext_close(&m_handle);
}

bool DictionaryWords::split(std::string_view run, TokenBuffer& words)
{
    UErrorCode status = U_ZERO_ERROR;
    if (!m_iterator)
        m_iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    utext_openUTF8(&m_handle, run.data(), static_cast<std::int64_t>(run.size()), &status);
    if (m_iterator)
        m_iterator->setText(&m_handle, status);
    if (!m_iterator || U_FAILURE(status))
        return false;
    std::size_t begin = 0;
    for (auto at = m_iterator->next(); at != icu::BreakIterator::DONE; at = m_iterator->next()) {
        const auto end = static_cast<std::size_t>(at);
        words.add(run.substr(begin, end - begin));
        begin = end;
    }
    if (begin < run.size())
        words.add(run.substr(begin));
    return true;
}

} // namespace alignoscope::text

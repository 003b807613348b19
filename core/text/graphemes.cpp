// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/graphemes.h"

#include "text/unicode.h"

#include <unicode/locid.h>

namespace alignoscope::text {

Graphemes::~Graphemes()
{
    m_iterator.reset();
    utext_close(&m_handle);
}

void Graphemes::setText(std::string_view text)
{
    m_text = text;
    m_opened = false;
}

void Graphemes::open()
{
    UErrorCode status = U_ZERO_ERROR;
    if (!m_iterator)
        m_iterator.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    utext_openUTF8(&m_handle, m_text.data(), static_cast<std::int64_t>(m_text.size()), &status);
    if (m_iterator)
        m_iterator->setText(&m_handle, status);
    m_opened = true;
}

std::size_t Graphemes::end(std::size_t begin)
{
    // Nothing combines with an ASCII character that follows, except marks, which are not ASCII.
    const std::size_t next = codePointAt(m_text, begin).end;
    if (next >= m_text.size() || static_cast<unsigned char>(m_text[next]) < 0x80)
        return next;
    if (!m_opened)
        open();
    if (!m_iterator)
        return next;
    const auto boundary = m_iterator->following(static_cast<std::int32_t>(begin));
    return boundary > static_cast<std::int32_t>(begin) ? static_cast<std::size_t>(boundary) : next;
}

} // namespace alignoscope::text

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/peeked_source.h"

namespace alignoscope::interchange {

PeekedSource::PeekedSource(corpus::ByteSource& bytes, std::size_t size) : m_bytes(bytes)
{
    while (m_head.size() < size && !m_whole) {
        const std::string_view piece = m_bytes.read();
        m_whole = piece.empty();
        m_head.append(piece);
    }
}

std::string_view PeekedSource::read()
{
    if (!m_given) {
        m_given = true;
        if (!m_head.empty())
            return m_head;
    }
    return m_whole ? std::string_view() : m_bytes.read();
}

} // namespace alignoscope::interchange

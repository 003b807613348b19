// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/line_reader.h"

#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace alignoscope::corpus {

std::size_t LineReader::Finder::from(std::string_view piece, std::size_t position)
{
    if (found < position || position == 0) {
        const void* place = std::memchr(piece.data() + position, wanted, piece.size() - position);
        found = place ? static_cast<std::size_t>(static_cast<const char*>(place) - piece.data()) : piece.size();
    }
    return found;
}

LineReader::LineReader(ByteSource& bytes, std::size_t lineLimit) : m_source(bytes), m_limit(lineLimit) { }

bool LineReader::fill()
{
    m_piece = m_source.read();
    m_position = 0;
    m_lineFeed.found = m_return.found = 0;
    return !m_piece.empty();
}

void LineReader::keep(std::string_view part)
{
    m_bytes += part.size();
    if (m_bytes <= m_limit)
        m_begun.append(part);
    else
        m_begun.clear();
}

bool LineReader::next(Line& line)
{
    m_begun.clear();
    m_bytes = 0;
    for (;;) {
        if (m_position == m_piece.size() && !fill()) {
            if (m_bytes == 0)
                return false;
            line = {m_begun, ++m_number, m_bytes, m_limit};
            return true;
        }
        if (m_afterReturn) {
            m_afterReturn = false;
            if (m_piece[m_position] == '\n') {
                ++m_position;
                continue;
            }
        }
        const std::size_t end = std::min(m_lineFeed.from(m_piece, m_position), m_return.from(m_piece, m_position));
        const std::string_view part = m_piece.substr(m_position, end - m_position);
        if (end == m_piece.size()) {
            keep(part);
            m_position = end;
            continue;
        }
        m_afterReturn = m_piece[end] == '\r';
        m_position = end + 1;
        if (m_bytes == 0 && part.size() <= m_limit) {
            line = {part, ++m_number, part.size(), m_limit};
        } else {
            keep(part);
            line = {m_begun, ++m_number, m_bytes, m_limit};
        }
        return true;
    }
}

std::string tooLong(std::string_view what, std::size_t bytes, std::size_t limit)
{
    return fmt::format("the {} is too long ({} bytes; --limit-line allows {} KiB)", what, bytes, limit >> 10);
}

std::string lineFault(const Line& line)
{
    if (line.bytes > line.text.size())
        return tooLong("line", line.bytes, line.limit);
    if (const auto zero = line.text.find('\0'); zero != std::string_view::npos)
        return fmt::format("a NUL byte at byte {}", zero + 1);
    if (!text::isValidUtf8(line.text))
        return fmt::format("invalid UTF-8 at byte {}", text::validUtf8Bytes(line.text) + 1);
    return {};
}

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/json_objects.h"

#include "corpus/line_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace alignoscope::corpus {

JsonObjects::JsonObjects(ByteSource& bytes, const ReadLimits& limits, bool lines)
    : m_source(bytes), m_limits(limits), m_inLines(lines)
{
}

bool JsonObjects::fill()
{
    if (m_position < m_piece.size())
        return true;
    m_piece = m_source.read();
    m_position = 0;
    return !m_piece.empty();
}

bool JsonObjects::skipBetween()
{
    for (; fill(); ++m_position) {
        const char c = m_piece[m_position];
        m_line += c == '\r' || (c == '\n' && !m_afterReturn) ? 1 : 0;
        m_afterReturn = c == '\r';
        const bool isBetween = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == '[' || c == ']';
        if (!isBetween)
            return true;
    }
    return false;
}

void JsonObjects::take(char c)
{
    ++m_bytes;
    if (m_bytes <= m_limits.lineBytes)
        m_text += c;
    m_afterReturn = false;
    if (m_escaped) {
        m_escaped = false;
    } else if (m_inString) {
        m_escaped = c == '\\';
        m_inString = c != '"';
    } else if (c == '"') {
        m_inString = true;
    } else if (c == '{' || c == '[') {
        m_deepest = std::max(m_deepest, ++m_depth);
    } else if (c == '}' || c == ']') {
        --m_depth;
    }
}

bool JsonObjects::next(JsonText& object)
{
    if (!skipBetween())
        return false;
    object = {{}, m_line, {}};
    m_text.clear();
    m_bytes = 0;
    m_depth = m_deepest = 0;
    m_inString = m_escaped = false;
    const bool isObject = m_piece[m_position] == '{';
    bool isWhole = false;
    while (!isWhole && fill()) {
        const char c = m_piece[m_position];
        const bool endsLine = c == '\n' || c == '\r';
        if (endsLine && (m_inLines || !isObject))
            break;
        ++m_position;
        m_line += c == '\r' || (c == '\n' && !m_afterReturn) ? 1 : 0;
        take(c);
        m_afterReturn = c == '\r';
        isWhole = isObject && m_depth <= 0;
    }
    if (m_bytes > m_limits.lineBytes)
        object.fault = tooLong("object", m_bytes, m_limits.lineBytes);
    else if (m_deepest > m_limits.depth)
        object.fault = fmt::format("the object is nested {} deep (--limit-depth allows {})", m_deepest, m_limits.depth);
    else if (!isObject)
        object.fault = "this is no JSON object";
    else if (!isWhole)
        object.fault = "the object does not end";
    object.text = m_text;
    return true;
}

} // namespace alignoscope::corpus

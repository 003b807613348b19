// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/xml_units.h"

#include "corpus/line_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace alignoscope::corpus {
namespace {

bool isAmong(const std::vector<std::string>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

XmlUnits::XmlUnits(ByteSource& bytes, const ReadLimits& limits, std::vector<std::string> units,
                   std::vector<std::string> around)
    : m_tokens(bytes, limits.lineBytes), m_limits(limits), m_units(std::move(units)), m_around(std::move(around))
{
}

bool XmlUnits::next(XmlPart& part)
{
    XmlToken token;
    while (m_begun || m_tokens.next(token)) {
        if (m_begun)
            token = {XmlKind::Start, m_begunTag, m_begunTag.size(), m_begunLine, true};
        m_begun = false;
        if (token.kind != XmlKind::Start && token.kind != XmlKind::Empty)
            continue;
        const bool isUnit = isAmong(m_units, xmlName(token.text));
        if (!isUnit && !isAmong(m_around, xmlName(token.text)))
            continue;
        m_name = xmlName(token.text);
        part = {m_name, token.text, isUnit, token.line, {}};
        if (isUnit)
            readUnit(part, token);
        return true;
    }
    return false;
}

// Units do not hold units: its end tag ends it, whatever else was left open, and the start of another one does too.
void XmlUnits::readUnit(XmlPart& part, const XmlToken& start)
{
    m_text = start.text;
    std::size_t bytes = start.bytes;
    int depth = 1, deepest = 1;
    bool whole = start.whole, ended = start.kind == XmlKind::Empty;
    XmlToken token;
    while (!ended && !m_begun && whole && m_tokens.next(token)) {
        const bool isSame =
            (token.kind == XmlKind::Start || token.kind == XmlKind::End) && xmlName(token.text) == m_name;
        m_begun = isSame && token.kind == XmlKind::Start;
        if (m_begun) {
            m_begunTag = token.text;
            m_begunLine = token.line;
            break;
        }
        ended = isSame;
        bytes += token.bytes;
        whole = token.whole;
        if (token.kind == XmlKind::Start)
            deepest = std::max(deepest, ++depth);
        else if (token.kind == XmlKind::End)
            --depth;
        if (bytes <= m_limits.lineBytes)
            m_text += token.text;
    }
    part.text = m_text;
    if (m_begun)
        part.fault = "the unit does not end before the next one begins";
    else if (!ended || !whole)
        part.fault = "the file ends inside the unit";
    else if (bytes > m_limits.lineBytes)
        part.fault = tooLong("unit", bytes, m_limits.lineBytes);
    else if (deepest > m_limits.depth)
        part.fault = fmt::format("the unit is nested {} deep (--limit-depth allows {})", deepest, m_limits.depth);
}

} // namespace alignoscope::corpus

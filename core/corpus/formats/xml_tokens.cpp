// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/xml_tokens.h"

#include <algorithm>

namespace alignoscope::corpus {

std::string_view xmlName(std::string_view tag)
{
    tag.remove_prefix(std::min<std::size_t>(tag.starts_with("</") ? 2 : 1, tag.size()));
    tag = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    return tag.substr(tag.find(':') + 1); // npos + 1 is 0
}

bool XmlTokens::fill()
{
    if (m_position < m_piece.size())
        return true;
    m_piece = m_source.read();
    m_position = 0;
    return !m_piece.empty();
}

bool XmlTokens::peek(char& c)
{
    if (!fill())
        return false;
    c = m_piece[m_position];
    return true;
}

void XmlTokens::keep(std::string_view text)
{
    m_bytes += text.size();
    if (m_text.size() < m_limit)
        m_text.append(text.substr(0, m_limit - m_text.size()));
    if (text.find('\r') == std::string_view::npos && !m_afterReturn) {
        m_line += std::count(text.begin(), text.end(), '\n');
        return;
    }
    for (const char c : text) {
        m_line += c == '\r' || (c == '\n' && !m_afterReturn) ? 1 : 0;
        m_afterReturn = c == '\r';
    }
}

void XmlTokens::take()
{
    keep(m_piece.substr(m_position++, 1));
}

void XmlTokens::takeText()
{
    while (fill()) {
        const std::size_t end = std::min(m_piece.find('<', m_position), m_piece.size());
        keep(m_piece.substr(m_position, end - m_position));
        m_position = end;
        if (end < m_piece.size())
            return;
    }
}

// The marks are one to three bytes long and end in another byte than they are made of before; what may be the beginning
// of one is counted in `matched`.
bool XmlTokens::takeThrough(std::string_view end)
{
    std::size_t matched = 0;
    for (char c = 0; peek(c);) {
        take();
        if (c == end[matched])
            ++matched;
        else if (!(matched + 1 == end.size() && matched > 0 && c == end[0])) // "--->", "]]]>"
            matched = c == end[0] ? 1 : 0;
        if (matched == end.size())
            return true;
    }
    return false;
}

bool XmlTokens::takeTag()
{
    char quote = 0;
    while (fill()) {
        const std::size_t found =
            quote != 0 ? m_piece.find(quote, m_position) : m_piece.find_first_of("\"'>", m_position);
        const std::size_t end = std::min(found, m_piece.size() - 1) + 1;
        keep(m_piece.substr(m_position, end - m_position));
        m_position = end;
        if (found == std::string_view::npos)
            continue;
        if (m_piece[found] == '>' && quote == 0)
            return true;
        quote = quote == 0 ? m_piece[found] : '\0';
    }
    return false;
}

// With its own declarations in brackets, each with quotes; nothing of it is used.
bool XmlTokens::takeDocumentType()
{
    constexpr std::string_view entity = "<!ENTITY", comment = "<!--";
    std::size_t depth = 1, matched = 0, dashes = 0;
    char quote = 0;
    for (char c = 0; depth > 0 && peek(c);) {
        take();
        matched = c == entity[matched] ? matched + 1 : (c == entity[0] ? 1 : 0);
        dashes = c == comment[dashes] ? dashes + 1 : (c == comment[0] ? 1 : 0);
        if (matched == entity.size()) {
            m_declaresEntities = true;
            matched = 0;
        }
        if (dashes == comment.size()) {
            takeThrough("-->");
            --depth; // of its "<"
            dashes = matched = 0;
            quote = 0;
            continue;
        }
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '<' || c == '[')
            ++depth;
        else if (c == '>' || c == ']')
            --depth;
    }
    return depth == 0;
}

bool XmlTokens::begins(std::string_view mark)
{
    char c = 0;
    while (m_text.size() < mark.size() && mark.starts_with(m_text) && peek(c) && c == mark[m_text.size()])
        take();
    return m_text == mark;
}

XmlKind XmlTokens::takeMarkup(bool& whole)
{
    take(); // <
    char c = 0;
    whole = peek(c);
    if (c == '!') {
        take();
        if (begins("<!--"))
            return whole = takeThrough("-->"), XmlKind::Other;
        if (begins("<![CDATA["))
            return whole = takeThrough("]]>"), XmlKind::Text;
        return whole = takeDocumentType(), XmlKind::Other;
    }
    if (c == '?')
        return whole = takeThrough("?>"), XmlKind::Other;
    whole = takeTag();
    if (c == '/')
        return XmlKind::End;
    return m_text.ends_with("/>") ? XmlKind::Empty : XmlKind::Start;
}

bool XmlTokens::next(XmlToken& token)
{
    m_text.clear();
    m_bytes = 0;
    token = {XmlKind::Text, {}, 0, m_line, true};
    char c = 0;
    if (!peek(c))
        return false;
    if (c == '<')
        token.kind = takeMarkup(token.whole);
    else
        takeText();
    token.text = m_text;
    token.bytes = m_bytes;
    return true;
}

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/byte_source.h"

#include <string>
#include <string_view>

namespace alignoscope::corpus {

enum class XmlKind {
    Text,  ///< also CDATA with its marks
    Start, ///< <name …>
    Empty, ///< <name …/>
    End,   ///< </name>
    Other, ///< comment, processing instruction, document type
};

struct XmlToken {
    XmlKind kind = XmlKind::Other;
    std::string_view text; ///< as it stands in the document; only the beginning where it is very long
    std::size_t bytes = 0; ///< its length
    std::int64_t line = 0; ///< where it begins
    bool whole = true;     ///< false: the document ends inside
};

/// Cuts XML at its marks without reading more into it: knows where comments, CDATA, instructions, the document type and
/// quotes end, so that a mark inside them is none.
class XmlTokens {
public:
    /// No more than `limit` bytes of a token are kept.
    XmlTokens(ByteSource& bytes, std::size_t limit) : m_source(bytes), m_limit(limit) { }

    bool next(XmlToken& token);
    [[nodiscard]] bool declaresEntities() const { return m_declaresEntities; }

private:
    bool fill();
    bool peek(char& c);
    void take();
    void takeText();
    /// Through the first `end`; false where the document ends before.
    bool takeThrough(std::string_view end);
    bool takeTag();
    bool takeDocumentType();
    bool begins(std::string_view mark);
    void keep(std::string_view text);
    XmlKind takeMarkup(bool& whole);

    ByteSource& m_source;
    std::size_t m_limit;
    std::string_view m_piece;
    std::size_t m_position = 0;
    std::string m_text;
    std::size_t m_bytes = 0;
    std::int64_t m_line = 1;
    bool m_afterReturn = false, m_declaresEntities = false;
};

/// "tu" of "<okp:tu a='b'>" and "</tu>".
std::string_view xmlName(std::string_view tag);

} // namespace alignoscope::corpus

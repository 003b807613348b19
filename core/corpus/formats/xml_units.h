// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/formats/xml_tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::corpus {

/// An element of a large document: the whole of a unit, or only the start tag of what stands around units.
struct XmlPart {
    std::string_view name; ///< without its namespace
    std::string_view text; ///< valid until the next part
    bool isUnit = false;
    std::int64_t line = 0; ///< where it begins
    std::string fault;     ///< why the unit cannot be used
};

/// Cuts a document into the elements that matter, so that only one of them is held in memory.
class XmlUnits {
public:
    /// `units` are handed out whole, of `around` only the start tags. `bytes` must outlive this object.
    XmlUnits(ByteSource& bytes, const ReadLimits& limits, std::vector<std::string> units,
             std::vector<std::string> around);

    bool next(XmlPart& part);
    /// Whether the document type brings entities of its own; they are not replaced.
    [[nodiscard]] bool declaresEntities() const { return m_tokens.declaresEntities(); }

private:
    void readUnit(XmlPart& part, const XmlToken& start);

    XmlTokens m_tokens;
    ReadLimits m_limits;
    std::vector<std::string> m_units, m_around;
    std::string m_name, m_text;
    bool m_begun = false; ///< the start of a unit was met inside another one
    std::string m_begunTag;
    std::int64_t m_begunLine = 0;
};

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/byte_source.h"

#include <string>
#include <string_view>

namespace alignoscope::corpus {

/// The text of one object, or why there is none.
struct JsonText {
    std::string_view text; ///< valid until the next one
    std::int64_t line = 0; ///< where it begins, counted from 1
    std::string fault;
};

/// Cuts JSON into its outermost objects, whether they stand in lines, in a list, or one after the other over many
/// lines. Only an object is held in memory. One that is too long or too deep is skipped whole; what never closes ends
/// with its line where objects stand in lines.
class JsonObjects {
public:
    JsonObjects(ByteSource& bytes, const ReadLimits& limits, bool lines);

    bool next(JsonText& object);

private:
    bool fill();
    /// To the first byte that is no white space, comma or bracket of the list around; false at the end.
    bool skipBetween();
    void take(char c);

    ByteSource& m_source;
    ReadLimits m_limits;
    bool m_inLines;
    std::string_view m_piece;
    std::size_t m_position = 0;
    std::int64_t m_line = 1;
    bool m_afterReturn = false;
    std::string m_text;
    std::size_t m_bytes = 0;
    int m_depth = 0, m_deepest = 0;
    bool m_inString = false, m_escaped = false;
};

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/byte_source.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace alignoscope::corpus {

struct Line {
    std::string_view text;   ///< without its end; valid until the next line is read
    std::int64_t number = 0; ///< counted from 1
    std::size_t bytes = 0;   ///< its length; more than text.size() where the line was too long to keep
    std::size_t limit = 0;   ///< the longest that is kept
};

/// Splits bytes into lines that end in LF, CRLF or CR, also mixed. Of a line longer than the limit only the length is
/// kept. A last line without an end counts; an end at the very end starts no further line.
class LineReader {
public:
    LineReader(ByteSource& bytes, std::size_t lineLimit);

    /// False at the end. Throws what the source throws.
    bool next(Line& line);

private:
    /// Finds one kind of line end again and again without looking at a byte twice.
    struct Finder {
        char wanted;
        std::size_t found = 0;
        std::size_t from(std::string_view piece, std::size_t position);
    };
    bool fill();
    void keep(std::string_view part);

    ByteSource& m_source;
    std::size_t m_limit;
    std::string_view m_piece;
    std::size_t m_position = 0;
    Finder m_lineFeed{'\n'}, m_return{'\r'};
    bool m_afterReturn = false; ///< a line feed now belongs to the line before
    std::string m_begun;        ///< the part of a line from earlier pieces
    std::size_t m_bytes = 0;
    std::int64_t m_number = 0;
};

/// "the line is too long", with the limit and how to raise it.
std::string tooLong(std::string_view what, std::size_t bytes, std::size_t limit);
/// Why a line cannot be used ("invalid UTF-8 at byte 12"), or nothing where it can.
std::string lineFault(const Line& line);

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/line_reader.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::corpus {

/// How a table with commas is written.
struct CsvDialect {
    char separator = ',';
    bool backslash = false; ///< \" is a quote inside quotes, not only ""
};

/// One row, taken apart line by line: quotes may hold line breaks.
class CsvParser {
public:
    explicit CsvParser(const CsvDialect& dialect) : m_dialect(dialect) { }

    void clear();
    /// True where the row ends with this line.
    bool feed(std::string_view line);
    [[nodiscard]] const std::vector<std::string>& cells() const { return m_cells; }
    [[nodiscard]] int quotedCells() const { return m_quoted; }
    [[nodiscard]] int misplaced() const { return m_misplaced; } ///< letters between a closing quote and the next cell

private:
    enum class Place { Begin, Plain, Quoted, Behind };
    void endCell();
    void take(char c);
    void takeQuoted(char c);

    CsvDialect m_dialect;
    std::vector<std::string> m_cells;
    std::string m_cell;
    Place m_place = Place::Begin;
    bool m_escaped = false;
    int m_quoted = 0, m_misplaced = 0;
};

struct CsvRecord {
    std::vector<std::string> cells;
    std::int64_t line = 0; ///< where the row begins
    std::string fault;
};

/// Where lines come from; `LineReader::next` is one.
class LineSource {
public:
    virtual ~LineSource() = default;
    virtual bool next(Line& line) = 0;
};

/// Rows of a table. A quote that is never closed costs its own line, not the rest of the file.
class CsvRecords {
public:
    /// `lines` must outlive this object; a row may have so many bytes.
    CsvRecords(LineSource& lines, const CsvDialect& dialect, std::size_t limit);

    bool next(CsvRecord& record);

private:
    struct KeptLine {
        std::string text, fault;
        std::int64_t number = 0;
    };
    bool lineAt(std::size_t index);

    LineSource& m_lines;
    CsvParser m_parser;
    std::size_t m_limit;
    std::deque<KeptLine> m_kept; ///< those of a row that is not whole yet
};

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/csv_records.h"

#include <utility>

namespace alignoscope::corpus {

void CsvParser::clear()
{
    m_cells.clear();
    m_cell.clear();
    m_place = Place::Begin;
    m_escaped = false;
    m_quoted = m_misplaced = 0;
}

void CsvParser::endCell()
{
    m_cells.push_back(std::move(m_cell));
    m_cell.clear();
    m_place = Place::Begin;
}

void CsvParser::takeQuoted(char c)
{
    if (m_escaped) {
        m_cell += c;
        m_escaped = false;
    } else if (c == '\\' && m_dialect.backslash) {
        m_escaped = true;
    } else if (c == '"') {
        m_place = Place::Behind;
    } else {
        m_cell += c;
    }
}

void CsvParser::take(char c)
{
    if (m_place == Place::Quoted)
        return takeQuoted(c);
    if (c == m_dialect.separator)
        return endCell();
    if (c == '"' && m_place == Place::Behind) { // a doubled quote
        m_cell += c;
        m_place = Place::Quoted;
    } else if (c == '"' && m_place == Place::Begin && m_cell.find_first_not_of(' ') == std::string::npos) {
        m_cell.clear();
        m_place = Place::Quoted;
        ++m_quoted;
    } else {
        if (m_place == Place::Behind && c != ' ') {
            ++m_misplaced;
            m_place = Place::Plain;
        }
        m_cell += c;
    }
}

bool CsvParser::feed(std::string_view line)
{
    for (const char c : line)
        take(c);
    if (m_place == Place::Quoted) {
        m_cell += '\n';
        m_escaped = false;
        return false;
    }
    endCell();
    return true;
}

CsvRecords::CsvRecords(LineSource& lines, const CsvDialect& dialect, std::size_t limit)
    : m_lines(lines), m_parser(dialect), m_limit(limit)
{
}

bool CsvRecords::lineAt(std::size_t index)
{
    if (index < m_kept.size())
        return true;
    Line line;
    if (!m_lines.next(line))
        return false;
    m_kept.push_back({std::string(line.text), lineFault(line), line.number});
    return true;
}

bool CsvRecords::next(CsvRecord& record)
{
    if (!lineAt(0))
        return false;
    m_parser.clear();
    record = {{}, m_kept[0].number, {}};
    std::size_t lines = 0, bytes = 0;
    for (bool whole = false; !whole && record.fault.empty(); ++lines) {
        if (!lineAt(lines) || bytes > m_limit) {
            record.fault = "a quote is opened and never closed";
            lines = 1; // the others are read again, as rows of their own
            break;
        }
        record.fault = m_kept[lines].fault;
        bytes += m_kept[lines].text.size() + 1;
        whole = m_parser.feed(m_kept[lines].text);
    }
    record.cells = m_parser.cells();
    m_kept.erase(m_kept.begin(), m_kept.begin() + static_cast<std::ptrdiff_t>(lines));
    return true;
}

} // namespace alignoscope::corpus

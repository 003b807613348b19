// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/csv_recognition.h"

#include "corpus/formats/one_line.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace alignoscope::corpus {
namespace {

/// The lines of the beginning, but not what may be half of one.
class HeadLines : public LineSource {
public:
    explicit HeadLines(const Beginning& beginning) : m_rest(beginning.text), m_whole(beginning.whole) { }
    bool next(Line& line) override
    {
        if (!takeLine(m_rest, line.text) || (m_rest.empty() && !m_whole))
            return false;
        line.number = ++m_number;
        line.bytes = line.limit = line.text.size();
        return true;
    }

private:
    std::string_view m_rest;
    bool m_whole;
    std::int64_t m_number = 0;
};

CsvSample sampleAs(const Beginning& beginning, const CsvDialect& dialect)
{
    constexpr std::size_t enough = 200;
    CsvSample sample{dialect, {}, 0, 0, 0, 0, 0, 0};
    HeadLines lines(beginning);
    CsvParser parser(dialect);
    std::map<int, std::size_t> votes;
    for (Line line; sample.rows.size() < enough && lines.next(line);) {
        if (!parser.feed(line.text))
            continue;
        const std::vector<std::string>& cells = parser.cells();
        if (cells.size() > 1 || !withoutLeadingSpace(cells[0]).empty()) {
            ++votes[static_cast<int>(cells.size())];
            sample.quoted += parser.quotedCells();
            sample.misplaced += parser.misplaced();
            sample.separators += cells.size() - 1;
            sample.spaced += static_cast<std::size_t>(
                std::count_if(cells.begin() + 1, cells.end(), [](const auto& cell) { return cell.starts_with(' '); }));
            sample.rows.push_back(cells);
        }
        parser.clear();
    }
    for (const auto& [columns, rows] : votes)
        if (columns > 1 && rows > sample.regular) {
            sample.columns = columns;
            sample.regular = rows;
        }
    return sample;
}

} // namespace

CsvSample sampleCsv(const Beginning& beginning)
{
    CsvSample best;
    const auto quality = [](const CsvSample& one) { return std::tuple(one.regular, -one.misplaced, -one.columns); };
    for (const CsvDialect dialect :
         {CsvDialect{',', false}, CsvDialect{';', false}, CsvDialect{',', true}, CsvDialect{';', true}}) {
        CsvSample sample = sampleAs(beginning, dialect);
        const bool isBetter = dialect.backslash ? sample.misplaced < best.misplaced && sample.columns > 0
                                                : quality(sample) > quality(best);
        if (best.rows.empty() || isBetter)
            best = std::move(sample);
    }
    return best;
}

} // namespace alignoscope::corpus

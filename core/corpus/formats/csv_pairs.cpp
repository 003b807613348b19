// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/csv_pairs.h"

#include "corpus/corpus_reader.h"
#include "corpus/formats/csv_recognition.h"
#include "corpus/formats/one_line.h"
#include "corpus/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace alignoscope::corpus {
namespace {

bool isCalledCsv(const std::string& name)
{
    return name.find(".csv") != std::string::npos || name.find(".CSV") != std::string::npos;
}

/// What recognises labels reads lines with tabs.
std::vector<std::string> asLines(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string cell = row[i];
            makeOneLine(cell);
            line += (i > 0 ? "\t" : "") + cell;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

class CsvPairs::Lines : public LineSource {
public:
    explicit Lines(TextFile& file) : m_file(file) { }
    bool next(Line& line) override { return m_file.next(line); }

private:
    TextFile& m_file;
};

bool CsvPairs::areCommas(const Beginning& beginning)
{
    const CsvSample sample = sampleCsv(beginning);
    if (sample.columns < 2)
        return false;
    if (isCalledCsv(beginning.name))
        return sample.regular * 2 >= sample.rows.size();
    const bool isRegular = sample.regular * 10 >= sample.rows.size() * 9;
    const bool isQuoted = sample.quoted > 0 && sample.misplaced == 0;
    return isRegular && (isQuoted || (sample.rows.size() > 1 && sample.spaced * 4 < sample.separators));
}

CsvPairs::CsvPairs(TextFile& file, const ReadOptions& options)
    : m_file(file), m_options(options), m_lines(std::make_unique<Lines>(file))
{
    recognize({file.head(), file.headIsWhole(), file.name()});
}

CsvPairs::~CsvPairs() = default;

std::unique_ptr<PairReader> CsvPairs::open(TextFile& file, const ReadOptions& options)
{
    return std::make_unique<CsvPairs>(file, options);
}

void CsvPairs::recognize(const Beginning& beginning)
{
    const CsvSample sample = sampleCsv(beginning);
    m_records = std::make_unique<CsvRecords>(*m_lines, sample.dialect, m_file.limits().lineBytes);
    m_shape.columns = sample.columns;
    const bool mayBeLabelled =
        m_options.format == CorpusFormat::Automatic || m_options.format == CorpusFormat::Labelled;
    if (sample.columns == 2 && mayBeLabelled) {
        m_label = m_options.format == CorpusFormat::Labelled ? chooseLabels(asLines(sample.rows))
                                                             : recognizeLabels(asLines(sample.rows));
        m_header = m_label.header;
    }
    if (m_label.column >= 0) {
        m_columns = {1 - m_label.column, m_label.column};
        return;
    }
    const bool isNamed = !m_options.sourceField.empty() || !m_options.targetField.empty();
    m_header = !sample.rows.empty() && (isNamed || isHeading(sample.rows));
    if (m_header)
        m_shape.headings = sample.rows[0];
    m_columns = chooseColumns(m_shape, m_options, m_file.where());
}

bool CsvPairs::next(PairRecord& record)
{
    if (!m_records->next(m_record))
        return false;
    record = {{}, {}, m_record.line, std::move(m_record.fault)};
    std::vector<std::string>& cells = m_record.cells;
    if (!record.fault.empty())
        return true;
    if (record.line == 1 && m_header) {
        record.fault = "the line names the columns";
        return true;
    }
    if (cells.size() == 1 && withoutLeadingSpace(cells[0]).empty()) {
        record.fault = "the line is empty";
        return true;
    }
    const auto source = static_cast<std::size_t>(m_columns.source), target = static_cast<std::size_t>(m_columns.target);
    const auto count = static_cast<int>(cells.size());
    if (count > m_shape.columns || cells.size() <= std::max(source, target)) {
        record.fault = fmt::format("{} where most lines have {}", columnsText(count), m_shape.columns);
        return true;
    }
    makeOneLine(cells[source]);
    makeOneLine(cells[target]);
    record.source = cells[source];
    record.target = cells[target];
    return true;
}

void CsvPairs::describe(RawCorpus& corpus) const
{
    corpus.format = m_label.column >= 0 ? CorpusFormat::Labelled : CorpusFormat::CommaSeparated;
    describeTable(corpus, m_shape, m_columns, m_options);
    if (m_label.column < 0)
        return;
    markLabelled(corpus);
    corpus.labelColumn = m_options.swap ? m_columns.source : m_columns.target;
}

} // namespace alignoscope::corpus

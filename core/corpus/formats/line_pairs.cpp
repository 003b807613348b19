// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/line_pairs.h"

#include "corpus/corpus_reader.h"
#include "corpus/formats/one_line.h"
#include "corpus/text_file.h"

namespace alignoscope::corpus {
namespace {

Layout layoutOf(const TextFile& file, const ReadOptions& options)
{
    const bool isNamed = !options.sourceField.empty() || !options.targetField.empty();
    Layout layout =
        recognizeLayout(firstLines({file.head(), file.headIsWhole(), file.name()}), options.format, isNamed);
    if (layout.format == CorpusFormat::Automatic) // every line will be told as what is wrong with it
        layout.format = CorpusFormat::TripleBar;
    return layout;
}

} // namespace

std::vector<std::string> firstLines(const Beginning& beginning)
{
    constexpr std::size_t enough = 1000;
    std::vector<std::string> lines;
    std::string_view rest = beginning.text, line;
    while (lines.size() < enough && takeLine(rest, line)) {
        if (rest.empty() && !beginning.whole && !lines.empty())
            break; // perhaps half a line
        lines.emplace_back(lineFault({line, 0, line.size()}).empty() ? line : std::string_view());
    }
    return lines;
}

bool LinePairs::areColumns(const Beginning& beginning)
{
    const CorpusFormat format = recognizeLayout(firstLines(beginning), CorpusFormat::Automatic).format;
    return format == CorpusFormat::TabSeparated || format == CorpusFormat::Labelled;
}

bool LinePairs::areBars(const Beginning& beginning)
{
    return recognizeLayout(firstLines(beginning), CorpusFormat::Automatic).format == CorpusFormat::TripleBar;
}

LinePairs::LinePairs(TextFile& file, const ReadOptions& options)
    : m_file(file), m_options(options), m_layout(layoutOf(file, options)), m_parser(m_layout, options, file.where())
{
}

std::unique_ptr<PairReader> LinePairs::open(TextFile& file, const ReadOptions& options)
{
    return std::make_unique<LinePairs>(file, options);
}

bool LinePairs::next(PairRecord& record)
{
    Line line;
    if (!m_file.next(line))
        return false;
    record.line = line.number;
    record.fault = line.number == 1 && m_layout.header ? "the line names the columns" : lineFault(line);
    if (!record.fault.empty())
        return true;
    ParsedPair pair = m_parser.parse(line.text);
    record.source = pair.source;
    record.target = pair.target;
    record.fault = std::move(pair.fault);
    return true;
}

void LinePairs::describe(RawCorpus& corpus) const
{
    corpus.format = m_layout.format;
    if (m_layout.format == CorpusFormat::TripleBar)
        return;
    describeTable(corpus, {m_layout.columns, m_layout.headings}, m_parser.columns(), m_options);
    if (m_layout.format == CorpusFormat::Labelled) {
        markLabelled(corpus);
        const SideColumns columns = m_parser.columns();
        corpus.labelColumn = m_options.swap ? columns.source : columns.target;
    }
}

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/corpus_reader.h"
#include "corpus/pair_parser.h"
#include "corpus/text_file.h"

#include "alignoscope/error.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <array>

namespace alignoscope::corpus {
namespace {

/// The beginning of a file, kept to see how its lines are made before they are read as pairs.
class FirstLines {
public:
    explicit FirstLines(TextFile& file)
    {
        constexpr std::size_t enoughLines = 1000, enoughBytes = std::size_t{4} << 20;
        Line line;
        for (std::size_t bytes = 0; m_texts.size() < enoughLines && bytes < enoughBytes && file.next(line);) {
            bytes += line.text.size();
            std::string fault = lineFault(line);
            m_texts.emplace_back(fault.empty() ? line.text : std::string_view());
            m_faults.push_back(std::move(fault));
        }
    }
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    [[nodiscard]] const std::vector<std::string>& texts() const { return m_texts; } ///< empty where there is a fault
    [[nodiscard]] const std::string& fault(std::size_t i) const { return m_faults[i]; }

private:
    std::vector<std::string> m_texts, m_faults;
};

std::string firstFilled(const std::vector<std::string>& lines)
{
    constexpr std::size_t shown = 60;
    for (const std::string& line : lines)
        if (line.find_first_not_of(" \t") != std::string::npos)
            return line.size() <= shown ? line : text::wholeCharacters(line, shown) + "…";
    return {};
}

std::string adviceFor(const std::filesystem::path& file)
{
    constexpr std::array<std::string_view, 6> others{".csv", ".tmx", ".xlf", ".xliff", ".json", ".jsonl"};
    for (const std::string_view ending : others)
        if (file.filename().string().find(ending) != std::string::npos)
            return fmt::format("Files of the kind '{}' are not read yet; save the pairs as text with a tab between the "
                               "two sides.",
                               ending);
    return "If this is one side of a translation, choose the file of the other language too: two files are read line "
           "by "
           "line.";
}

[[noreturn]] void noSeparator(const CorpusSource& source, const FirstLines& first)
{
    throw Error(ErrorKind::Input,
                {source.file.string(), "the lines have one side only", "a tab or ' ||| ' between source and target",
                 "'" + firstFilled(first.texts()) + "'", adviceFor(source.file)});
}

/// Turns lines into pairs and skipped lines.
class PairCollector {
public:
    PairCollector(RawCorpus& corpus, const PairParser& parser, std::int64_t limit)
        : m_corpus(corpus), m_parser(parser), m_limit(limit)
    {
    }
    [[nodiscard]] bool isFull() const
    {
        return m_limit > 0 && static_cast<std::int64_t>(m_corpus.pairs.size()) >= m_limit;
    }
    void take(std::string_view text, std::int64_t number, std::string fault)
    {
        if (fault.empty()) {
            ParsedPair pair = m_parser.parse(text);
            if (pair.fault.empty()) {
                m_corpus.pairs.add(pair.source, pair.target, number);
                return;
            }
            fault = std::move(pair.fault);
        }
        addSkipped(m_corpus, number, std::move(fault));
    }

private:
    RawCorpus& m_corpus;
    const PairParser& m_parser;
    std::int64_t m_limit;
};

bool hasText(const FirstLines& first)
{
    return !firstFilled(first.texts()).empty();
}

} // namespace

RawCorpus readPairs(const CorpusSource& source, const ReadOptions& options, const ReadLimits& limits,
                    const Progress& progress)
{
    TextFile file(source.file, limits, progress.stop);
    const FirstLines first(file);
    Layout layout = recognizeLayout(first.texts(), options.format);
    if (layout.format == CorpusFormat::Automatic) {
        if (hasText(first))
            noSeparator(source, first);
        layout = {CorpusFormat::TripleBar, 0}; // nothing to recognise: every line will be told as what is wrong with it
    }
    const PairParser parser(layout, options, source.file.string());
    RawCorpus corpus;
    corpus.source = source;
    corpus.format = layout.format;
    corpus.columns = layout.columns;
    if (layout.format == CorpusFormat::Labelled) {
        markLabelled(corpus);
        corpus.labelColumn = parser.targetColumn();
    }
    corpus.encoding = file.encoding();
    corpus.compression = file.compression();
    if (first.size() == 0)
        requirePairs(corpus, 0);

    PairCollector collector(corpus, parser, options.limit);
    const LineProgress lineProgress(progress);
    std::int64_t lines = 0;
    for (std::size_t i = 0; i < first.size() && !collector.isFull(); ++i)
        collector.take(first.texts()[i], ++lines,
                       i == 0 && layout.header ? "the line names the columns" : first.fault(i));
    for (Line line; !collector.isFull() && file.next(line);) {
        collector.take(line.text, line.number, lineFault(line));
        lineProgress.at(lines = line.number, file.fraction());
    }
    requirePairs(corpus, lines);
    progress(1);
    return corpus;
}

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/corpus_reader.h"
#include "corpus/formats/pair_reader.h"
#include "corpus/pair_parser.h"
#include "corpus/text_file.h"

#include "text/unicode.h"

#include <utility>

namespace alignoscope::corpus {
namespace {

/// Why a side cannot be used that its format had written with escapes.
std::string sideFault(std::string_view side)
{
    if (side.find('\0') != std::string_view::npos)
        return "there is a NUL character in it";
    return text::isValidUtf8(side) ? std::string() : "there is invalid UTF-8 in it";
}

/// Puts the pairs of a reader, and what is none, into a corpus.
class PairCollector {
public:
    PairCollector(RawCorpus& corpus, const ReadOptions& options) : m_corpus(corpus), m_options(options) { }
    [[nodiscard]] bool isFull() const
    {
        return m_options.limit > 0 && static_cast<std::int64_t>(m_corpus.pairs.size()) >= m_options.limit;
    }
    void take(PairRecord& record)
    {
        if (m_options.swap)
            std::swap(record.source, record.target);
        ParsedPair pair;
        if (record.fault.empty())
            pair = pairOf(record.source, record.target);
        else
            pair.fault = std::move(record.fault);
        for (const std::string_view side : {pair.source, pair.target})
            if (pair.fault.empty())
                pair.fault = sideFault(side);
        if (pair.fault.empty())
            m_corpus.pairs.add(pair.source, pair.target, record.line);
        else
            addSkipped(m_corpus, record.line, std::move(pair.fault));
    }

private:
    RawCorpus& m_corpus;
    const ReadOptions& m_options;
};

} // namespace

void noteEncoding(RawCorpus& corpus, const TextFile& file)
{
    corpus.encoding = file.encoding();
    corpus.encodingGuessed = file.encodingIsGuessed();
    if (corpus.encodingGuessed)
        corpus.notes.push_back("The encoding of " + file.name() + " is guessed from its letters: " + file.encoding()
                               + ". Choose another one if letters with accents look wrong.");
}

RawCorpus readPairs(const CorpusSource& source, const ReadOptions& options, const Progress& progress)
{
    // an archive that comes out of a pipe has no list of its files to choose from
    const Archives archives = options.member.empty() ? Archives::Refuse : Archives::Open;
    TextFile file(source.file, options.limits, progress.stop, archives, {options.member, options.encoding});
    RawCorpus corpus;
    corpus.source = source;
    corpus.compression = file.compression();
    corpus.member = options.member;
    noteEncoding(corpus, file);
    if (file.head().empty())
        requirePairs(corpus, 0);

    const std::unique_ptr<PairReader> reader = pairFormat(file, options).open(file, options);
    PairCollector collector(corpus, options);
    const LineProgress lineProgress(progress);
    std::int64_t records = 0;
    for (PairRecord record; !collector.isFull() && reader->next(record);) {
        collector.take(record);
        lineProgress.at(++records, file.fraction(), corpus.pairs.size());
    }
    reader->describe(corpus);
    if (options.swap)
        std::swap(corpus.sourceField, corpus.targetField);
    requirePairs(corpus, 1);
    progress(1);
    return corpus;
}

} // namespace alignoscope::corpus

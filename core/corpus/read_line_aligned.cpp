// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/corpus_reader.h"
#include "corpus/pair_parser.h"
#include "corpus/text_file.h"

#include "alignoscope/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace alignoscope::corpus {
namespace {

/// One of the two files, how many lines it has and how many up to the last one that is not empty.
struct LinesOfASide {
    TextFile file;
    Line line{};
    bool ended = false;
    std::int64_t lines = 0, filled = 0;

    void next()
    {
        if (ended)
            return;
        ended = !file.next(line);
        if (ended)
            return;
        lines = line.number;
        if (line.bytes > 0)
            filled = lines;
    }
};

/// Empty lines at the end of only one file do no harm.
bool fitTogether(const LinesOfASide& source, const LinesOfASide& target)
{
    return source.filled <= target.lines && target.filled <= source.lines;
}

std::string faultOf(const LinesOfASide& source, const LinesOfASide& target)
{
    if (const std::string fault = lineFault(source.line); !fault.empty())
        return "source: " + fault;
    if (const std::string fault = lineFault(target.line); !fault.empty())
        return "target: " + fault;
    return {};
}

[[noreturn]] void unequalLines(const CorpusSource& source, const LinesOfASide& first, const LinesOfASide& second)
{
    const auto lines = [](const LinesOfASide& side) {
        return fmt::format("{} line{} in {}", side.lines, side.lines == 1 ? "" : "s", side.file.name());
    };
    throw Error(
        ErrorKind::Input,
        {source.label(), "the two files do not have the same number of lines", lines(first), lines(second),
         "Choose two files that belong together: line 1 of one must be the translation of line 1 of the other. If each "
         "holds the texts of one class, open them as one file a class."});
}

std::string both(const std::string& first, const std::string& second)
{
    if (first == second)
        return first;
    return fmt::format("{} + {}", first.empty() ? "none" : first, second.empty() ? "none" : second);
}

void addPair(RawCorpus& corpus, const LinesOfASide& source, const LinesOfASide& target, std::int64_t number)
{
    std::string fault = faultOf(source, target);
    if (fault.empty()) {
        ParsedPair pair = pairOf(source.line.text, target.line.text);
        if (pair.fault.empty()) {
            corpus.pairs.add(pair.source, pair.target, number);
            return;
        }
        fault = std::move(pair.fault);
    }
    addSkipped(corpus, number, std::move(fault));
}

} // namespace

RawCorpus readLineAligned(const CorpusSource& source, const ReadOptions& options, const Progress& progress)
{
    const auto open = [&](bool isSource) {
        const bool isOneArchive = source.targetFile.empty();
        const auto& path = isSource || isOneArchive ? source.file : source.targetFile;
        std::string member = isSource ? options.member : options.targetMember;
        if (member.empty())
            member = likelyMember(path, options, progress);
        return TextFile(path, options.limits, progress.stop, Archives::Open, {member, options.encoding});
    };
    LinesOfASide from{open(!options.swap)}, to{open(options.swap)};
    RawCorpus corpus;
    corpus.source = source;
    corpus.format = CorpusFormat::LineAligned;
    noteEncoding(corpus, from.file);
    noteEncoding(corpus, to.file);
    corpus.encodingGuessed = from.file.encodingIsGuessed() || to.file.encodingIsGuessed();
    corpus.encoding = both(from.file.encoding(), to.file.encoding());
    corpus.compression = both(from.file.compression(), to.file.compression());
    corpus.member = options.swap ? options.targetMember : options.member;
    corpus.targetMember = options.swap ? options.member : options.targetMember;

    const LineProgress lineProgress(progress);
    std::int64_t number = 0;
    bool full = false;
    for (from.next(), to.next(); !full && !(from.ended && to.ended); from.next(), to.next()) {
        ++number;
        // Behind the end of the shorter file there is nothing to pair; the longer one is only counted.
        if (!from.ended && !to.ended)
            addPair(corpus, from, to, number);
        full = options.limit > 0 && static_cast<std::int64_t>(corpus.pairs.size()) >= options.limit;
        lineProgress.at(number, (from.file.fraction() + to.file.fraction()) / 2, corpus.pairs.size());
    }
    if (!full && !fitTogether(from, to))
        unequalLines(source, options.swap ? to : from, options.swap ? from : to);
    requirePairs(corpus, number);
    progress(1);
    return corpus;
}

} // namespace alignoscope::corpus

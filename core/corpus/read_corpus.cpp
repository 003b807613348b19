// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/corpus.h"

#include "alignoscope/error.h"
#include "corpus/builtin/builtin.h"
#include "corpus/corpus_reader.h"

#include <algorithm>
#include <utility>

namespace alignoscope {
namespace {

/// A built-in corpus is made whole; what a file's reader does on the way is done to it afterwards.
RawCorpus adapted(RawCorpus whole, const ReadOptions& options)
{
    if (!options.swap && options.limit <= 0)
        return whole;
    const std::size_t size =
        options.limit > 0 ? std::min(whole.pairs.size(), static_cast<std::size_t>(options.limit)) : whole.pairs.size();
    TextPairs pairs;
    for (std::size_t i = 0; i < size; ++i) {
        const auto source = whole.pairs.source(i), target = whole.pairs.target(i);
        pairs.add(options.swap ? target : source, options.swap ? source : target, whole.pairs.line(i));
    }
    whole.pairs = std::move(pairs);
    whole.gold.resize(std::min(whole.gold.size(), size));
    if (options.swap) {
        whole.task = Task::Translation; // what was the label is the text now
        std::swap(whole.suggested.sourceTokenizer, whole.suggested.targetTokenizer);
        for (GoldAlignment& gold : whole.gold)
            for (std::vector<Link>* links : {&gold.sure, &gold.possible}) {
                for (Link& link : *links)
                    std::swap(link.source, link.target);
                std::sort(links->begin(), links->end());
            }
    }
    return whole;
}

void requireFormat(const CorpusSource& source, const ReadOptions& options)
{
    const auto format = options.format;
    const bool twoFiles = !source.targetFile.empty();
    if (!source.classFiles.empty()) {
        if (format != CorpusFormat::Automatic && format != CorpusFormat::ClassFiles)
            throw Error(ErrorKind::Usage,
                        {source.label(), "this format does not go with a file a class", "class-files",
                         std::string(name(format)), ""});
        return;
    }
    if (source.file.empty())
        throw Error(ErrorKind::Usage, {"corpus", "no file was named", "", "", "Name a file or a built-in corpus."});
    const bool isAligned = format == CorpusFormat::LineAligned;
    const bool isImpossible = format == CorpusFormat::Builtin || format == CorpusFormat::ClassFiles;
    // one file may be an archive with both sides
    if (isImpossible || (twoFiles && format != CorpusFormat::Automatic && !isAligned))
        throw Error(ErrorKind::Usage,
                    {source.label(), "this format does not go with the files given",
                     twoFiles ? "line-aligned" : "tsv, csv, triple-bar, jsonl, tmx, xliff, po or labelled",
                     std::string(name(format)), ""});
}

/// One file: an archive, or the corpus itself.
RawCorpus readFile(const CorpusSource& source, const ReadOptions& options, const Progress& progress)
{
    const auto members = corpus::CompressedFile::list(source.file, options.limits, progress.stop);
    if (!members.empty())
        return corpus::readArchive(source, options, members, progress);
    if (options.format == CorpusFormat::LineAligned)
        throw Error(ErrorKind::Usage,
                    {source.label(), "this format does not go with the files given", "two files", "one", ""});
    return corpus::readPairs(source, options, progress);
}

} // namespace

RawCorpus readCorpus(const CorpusSource& source, const ReadOptions& options, const Progress& progress)
{
    if (!source.builtin.empty())
        return adapted(corpus::makeBuiltinCorpus(source.builtin, progress), options);
    requireFormat(source, options);
    if (!source.classFiles.empty())
        return corpus::readClassFiles(source, options, progress);
    return source.targetFile.empty() ? readFile(source, options, progress)
                                     : corpus::readLineAligned(source, options, progress);
}

} // namespace alignoscope

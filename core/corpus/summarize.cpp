// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/dataset_builder.h"

#include "corpus/parallel.h"
#include "corpus/progress_part.h"
#include "corpus/vocabulary_counts.h"

#include <algorithm>
#include <utility>

namespace alignoscope {
namespace corpus {
namespace {

constexpr std::size_t longestShown = 100; ///< the histogram's last bar counts all longer sentences too
constexpr std::int64_t typesShown = 20;

void countLengths(const TokenizedSide& side, SideSummary& summary)
{
    std::size_t longest = 0;
    std::vector<std::int64_t> lengths(longestShown + 1, 0);
    for (std::size_t i = 0; i < side.size(); ++i) {
        const std::size_t length = side.sentence(i).size();
        longest = std::max(longest, length);
        ++lengths[std::min(length, longestShown)];
    }
    lengths.resize(std::min(longest, longestShown) + 1);
    summary.maxLength = static_cast<std::int64_t>(longest);
    summary.lengths = std::move(lengths);
}

SideSummary summarizeSide(const TokenizedSide& side, const std::vector<std::int64_t>& counts,
                          const DatasetOptions& options)
{
    SideSummary summary;
    summary.tokens = static_cast<std::int64_t>(side.tokens.size());
    summary.types = static_cast<std::int64_t>(side.types.size());
    countLengths(side, summary);
    if (side.size() > 0)
        summary.meanLength = static_cast<double>(side.tokens.size()) / static_cast<double>(side.size());

    const std::int64_t frequent = countFrequent(counts, options.minCount);
    const std::int64_t kept =
        options.vocabularyLimit > 0 ? std::min<std::int64_t>(frequent, options.vocabularyLimit) : frequent;
    summary.vocabulary = kept + Vocabulary::marks;
    for (Vocabulary::Entry& entry : frequentTypes(side.types, counts, options.minCount, std::min(kept, typesShown)))
        summary.firstTypes.push_back(std::move(entry.token));
    return summary;
}

} // namespace

CorpusSummary summarize(const RawCorpus& corpus, const TokenizedCorpus& tokenized, const Kept& kept,
                        const DatasetOptions& options, const Progress& progress)
{
    const TypeCounts counts = countTypes(tokenized, kept.pairs, progress);
    CorpusSummary summary;
    summary.pairs = static_cast<std::int64_t>(tokenized.size());
    summary.tooLong = kept.tooLong;
    summary.labels = countLabels(corpus);
    summary.source = summarizeSide(tokenized.source, counts.source, options);
    summary.target = summarizeSide(tokenized.target, counts.target, targetOptions(options, corpus.task));
    return summary;
}

CorpusSummary summarize(const RawCorpus& corpus, const DatasetOptions& options, std::size_t workers,
                        const Progress& progress)
{
    requirePossible(options);
    const TokenizedCorpus tokenized = tokenizeCorpus(corpus.pairs, withSubwordModels(corpus, options.text, progress),
                                                     workers, partOf(progress, 0, 0.9));
    const Kept kept = keepShort(tokenized, corpus.task, options.maxLength);
    CorpusSummary summary = summarize(corpus, tokenized, kept, options, partOf(progress, 0.9, 1));
    progress(1);
    return summary;
}

} // namespace corpus

CorpusSummary summarize(const RawCorpus& corpus, const DatasetOptions& options, const Progress& progress)
{
    return corpus::summarize(corpus, options, corpus::allWorkers(), progress);
}

} // namespace alignoscope

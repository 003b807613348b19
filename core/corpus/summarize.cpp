// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/dataset_builder.h"

#include "corpus/kept_pairs.h"
#include "corpus/parallel.h"
#include "corpus/tokenized_corpus.h"
#include "corpus/vocabulary_counts.h"

#include <algorithm>
#include <numeric>

namespace alignoscope {
namespace corpus {
namespace {

constexpr std::size_t longestShown = 100; ///< the histogram's last bar counts all longer sentences too
constexpr std::size_t typesShown = 20;

std::vector<std::int64_t> lengthHistogram(const TokenizedSide& side, std::size_t longest)
{
    std::vector<std::int64_t> lengths(std::min(longest, longestShown) + 1, 0);
    for (std::size_t i = 0; i < side.ends.size(); ++i)
        ++lengths[std::min(side.sentence(i).size(), longestShown)];
    return lengths;
}

SideSummary summarizeSide(const TokenizedSide& side, const std::vector<std::size_t>& kept,
                          const DatasetOptions& options)
{
    SideSummary summary;
    summary.tokens = static_cast<std::int64_t>(side.tokens.size());
    summary.types = static_cast<std::int64_t>(side.types.size());
    std::size_t longest = 0;
    for (std::size_t i = 0; i < side.ends.size(); ++i)
        longest = std::max(longest, side.sentence(i).size());
    summary.maxLength = static_cast<std::int64_t>(longest);
    if (!side.ends.empty())
        summary.meanLength = static_cast<double>(side.tokens.size()) / static_cast<double>(side.ends.size());
    summary.lengths = lengthHistogram(side, longest);

    const auto entries = frequentTypes(side, countTypes(side, kept), options.minCount, options.vocabularyLimit);
    summary.vocabulary = static_cast<std::int64_t>(entries.size()) + Vocabulary::marks;
    for (std::size_t i = 0; i < std::min(typesShown, entries.size()); ++i)
        summary.firstTypes.push_back(entries[i].token);
    return summary;
}

} // namespace

CorpusSummary summarize(const RawCorpus& corpus, const DatasetOptions& options, std::size_t workers,
                        const Progress& progress)
{
    requirePossible(options);
    const TokenizedCorpus tokenized =
        tokenizeCorpus(corpus.pairs, withSubwordModels(corpus, options.text, progress), workers, progress);
    const Kept kept = keepShort(tokenized, corpus.task, options.maxLength);
    CorpusSummary summary;
    summary.pairs = static_cast<std::int64_t>(tokenized.size());
    summary.tooLong = kept.tooLong;
    summary.labels = countLabels(corpus);
    summary.source = summarizeSide(tokenized.source, kept.pairs, options);
    summary.target = summarizeSide(tokenized.target, kept.pairs, targetOptions(options, corpus.task));
    return summary;
}

} // namespace corpus

CorpusSummary summarize(const RawCorpus& corpus, const DatasetOptions& options, const Progress& progress)
{
    return corpus::summarize(corpus, options, corpus::allWorkers(), progress);
}

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/vocabulary.h"
#include "corpus/tokenized_corpus.h"

#include <vector>

namespace alignoscope::corpus {

/// How often each type stands in some pairs.
struct TypeCounts {
    std::vector<std::int64_t> source, target;
};
/// Throws Error(Cancelled).
TypeCounts countTypes(const TokenizedCorpus& corpus, const PairSet& pairs, const Progress& progress);

/// How many types occur at least `minCount` times (and at all).
std::int64_t countFrequent(const std::vector<std::int64_t>& counts, std::int64_t minCount);

/// The types that occur at least `minCount` times (and at all), most frequent first, equals by their bytes; the first
/// `limit` of them unless that is 0.
std::vector<Vocabulary::Entry> frequentTypes(const TokenTable& types, const std::vector<std::int64_t>& counts,
                                             std::int64_t minCount, std::int64_t limit);

} // namespace alignoscope::corpus

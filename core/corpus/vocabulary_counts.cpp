// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_counts.h"

#include <algorithm>

namespace alignoscope::corpus {
namespace {

bool isFrequent(std::int64_t count, std::int64_t minCount)
{
    return count >= std::max<std::int64_t>(1, minCount);
}

} // namespace

TypeCounts countTypes(const TokenizedCorpus& corpus, const PairSet& pairs, const Progress& progress)
{
    TypeCounts counts{std::vector<std::int64_t>(corpus.source.types.size(), 0),
                      std::vector<std::int64_t>(corpus.target.types.size(), 0)};
    inOrder(corpus, pairs, progress, [&](std::size_t pair) {
        for (const TypeId type : corpus.source.sentence(pair))
            ++counts.source[type];
        for (const TypeId type : corpus.target.sentence(pair))
            ++counts.target[type];
    });
    return counts;
}

std::int64_t countFrequent(const std::vector<std::int64_t>& counts, std::int64_t minCount)
{
    return std::ranges::count_if(counts, [&](std::int64_t count) { return isFrequent(count, minCount); });
}

std::vector<Vocabulary::Entry> frequentTypes(const TokenTable& types, const std::vector<std::int64_t>& counts,
                                             std::int64_t minCount, std::int64_t limit)
{
    std::vector<TypeId> order;
    for (TypeId type = 0; type < counts.size(); ++type)
        if (isFrequent(counts[type], minCount))
            order.push_back(type);
    // of the many types that a large corpus has, only those that are kept are put in order
    const auto kept = limit > 0 ? std::min(order.size(), static_cast<std::size_t>(limit)) : order.size();
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(kept);
    std::partial_sort(order.begin(), end, order.end(), [&](TypeId a, TypeId b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : types.type(a) < types.type(b);
    });
    std::vector<Vocabulary::Entry> entries;
    entries.reserve(kept);
    for (auto type = order.begin(); type != end; ++type)
        entries.push_back({std::string(types.type(*type)), counts[*type]});
    return entries;
}

} // namespace alignoscope::corpus

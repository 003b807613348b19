// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_counts.h"

#include <algorithm>

namespace alignoscope::corpus {

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

std::vector<Vocabulary::Entry> frequentTypes(const TokenTable& types, const std::vector<std::int64_t>& counts,
                                             std::int64_t minCount, std::int64_t limit)
{
    std::vector<TypeId> order;
    for (TypeId type = 0; type < counts.size(); ++type)
        if (counts[type] >= std::max<std::int64_t>(1, minCount))
            order.push_back(type);
    std::sort(order.begin(), order.end(), [&](TypeId a, TypeId b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : types.type(a) < types.type(b);
    });
    if (limit > 0 && order.size() > static_cast<std::size_t>(limit))
        order.resize(static_cast<std::size_t>(limit));
    std::vector<Vocabulary::Entry> entries;
    entries.reserve(order.size());
    for (const TypeId type : order)
        entries.push_back({std::string(types.type(type)), counts[type]});
    return entries;
}

} // namespace alignoscope::corpus

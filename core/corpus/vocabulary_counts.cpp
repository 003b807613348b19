// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_counts.h"

#include <algorithm>

namespace alignoscope::corpus {

std::vector<std::int64_t> countTypes(const TokenizedSide& side, const std::vector<std::size_t>& sentences)
{
    std::vector<std::int64_t> counts(side.types.size(), 0);
    for (const std::size_t sentence : sentences)
        for (const TypeId type : side.sentence(sentence))
            ++counts[type];
    return counts;
}

std::vector<Vocabulary::Entry> frequentTypes(const TokenizedSide& side, const std::vector<std::int64_t>& counts,
                                             std::int64_t minCount, std::int64_t limit)
{
    std::vector<TypeId> order;
    for (TypeId type = 0; type < counts.size(); ++type)
        if (counts[type] >= std::max<std::int64_t>(1, minCount))
            order.push_back(type);
    std::sort(order.begin(), order.end(), [&](TypeId a, TypeId b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : side.types[a] < side.types[b];
    });
    if (limit > 0 && order.size() > static_cast<std::size_t>(limit))
        order.resize(static_cast<std::size_t>(limit));
    std::vector<Vocabulary::Entry> entries;
    entries.reserve(order.size());
    for (const TypeId type : order)
        entries.push_back({side.types[type], counts[type]});
    return entries;
}

} // namespace alignoscope::corpus

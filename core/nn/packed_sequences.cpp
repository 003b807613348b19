// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/packed_sequences.h"

#include <algorithm>
#include <numeric>

namespace alignoscope::nn {

void PackedSequences::assign(std::span<const Index> sentenceLengths)
{
    lengths.assign(sentenceLengths.begin(), sentenceLengths.end());
    std::vector<Index>& order = start; // borrowed before it is filled: no allocation once grown
    order.resize(lengths.size());
    std::iota(order.begin(), order.end(), Index(0));
    // not stable_sort, which allocates
    std::sort(order.begin(), order.end(),
              [this](Index a, Index b) { return length(a) != length(b) ? length(a) > length(b) : a < b; });
    rank.resize(lengths.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        rank[static_cast<std::size_t>(order[i])] = static_cast<Index>(i);

    const Index longest = lengths.empty() ? 0 : *std::max_element(lengths.begin(), lengths.end());
    start.assign(static_cast<std::size_t>(longest) + 1, 0);
    for (const Index length : lengths)
        for (Index step = 0; step < length; ++step)
            ++start[static_cast<std::size_t>(step) + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
}

} // namespace alignoscope::nn

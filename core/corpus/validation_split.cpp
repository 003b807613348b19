// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/validation_split.h"

#include "corpus/builtin/draw.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace alignoscope::corpus {
namespace {

/// Pairs with the same source tokens have the same group.
struct Groups {
    std::vector<std::size_t> ofPair;
    std::vector<std::size_t> sizes;
};

Groups groupBySource(const TokenizedCorpus& corpus, const std::vector<std::size_t>& pairs)
{
    Groups groups;
    groups.ofPair.reserve(pairs.size());
    std::unordered_map<std::string_view, std::size_t> known;
    known.reserve(pairs.size());
    for (const std::size_t pair : pairs) {
        const auto sentence = corpus.source.sentence(pair);
        const std::string_view key(reinterpret_cast<const char*>(sentence.data()), sentence.size_bytes());
        const auto group = known.emplace(key, groups.sizes.size()).first->second;
        if (group == groups.sizes.size())
            groups.sizes.push_back(0);
        ++groups.sizes[group];
        groups.ofPair.push_back(group);
    }
    return groups;
}

// Fisher and Yates, by hand: std::shuffle differs from library to library.
std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Draw draw(seed);
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[draw.below(i)]);
    return order;
}

std::size_t wantedPairs(std::size_t pairs, double share)
{
    const auto wanted = static_cast<std::size_t>(std::llround(share * static_cast<double>(pairs)));
    return std::min({std::max<std::size_t>(wanted, 1), mostValidationPairs, pairs - 1});
}

} // namespace

std::vector<bool> chooseValidation(const TokenizedCorpus& corpus, const std::vector<std::size_t>& pairs, double share,
                                   std::uint64_t seed)
{
    std::vector<bool> chosen(pairs.size(), false);
    if (!(share > 0) || pairs.size() < 2)
        return chosen;
    const Groups groups = groupBySource(corpus, pairs);
    const std::size_t groupCount = groups.sizes.size();
    if (groupCount < 2)
        return chosen;

    std::vector<bool> taken(groupCount, false);
    std::size_t wanted = wantedPairs(pairs.size(), share);
    for (const std::size_t group : shuffled(groupCount, seed))
        if (groups.sizes[group] <= wanted) {
            wanted -= groups.sizes[group];
            taken[group] = true;
        }
    for (std::size_t i = 0; i < pairs.size(); ++i)
        chosen[i] = taken[groups.ofPair[i]];
    return chosen;
}

} // namespace alignoscope::corpus

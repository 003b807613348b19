// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/batches.h"

#include "nn/random.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>
#include <tuple>

namespace alignoscope::training {

namespace {

/// Batches sorted together: enough for lengths to be alike, few enough for the mixture to stay random.
constexpr std::size_t batchesSorted = 64;

/// A pair as it is sorted. Lengths are looked up once a pair, not once a comparison: a large corpus is far away.
struct Sorted {
    std::size_t targetLength = 0, sourceLength = 0;
    std::uint32_t place = 0; ///< pairs of like length keep their order
    std::uint32_t pair = 0;
    bool operator<(const Sorted& other) const
    {
        return std::tie(targetLength, sourceLength, place)
            < std::tie(other.targetLength, other.sourceLength, other.place);
    }
};

void sortByLength(const EncodedPairs& pairs, std::span<std::uint32_t> order, std::vector<Sorted>& scratch)
{
    scratch.clear();
    for (const std::uint32_t pair : order)
        scratch.push_back(
            {pairs.target(pair).size(), pairs.source(pair).size(), static_cast<std::uint32_t>(scratch.size()), pair});
    std::ranges::sort(scratch, std::less<>());
    std::ranges::transform(scratch, order.begin(), &Sorted::pair);
}

template <class Element>
void shuffle(std::vector<Element>& elements, nn::Random& random)
{
    for (std::size_t i = elements.size(); i > 1; --i)
        std::swap(elements[i - 1], elements[random.below(i)]);
}

} // namespace

std::vector<std::vector<std::uint32_t>> batchesOf(const EncodedPairs& pairs, int batchSize, std::uint64_t seed,
                                                  int epoch)
{
    nn::Random random(seed * 1000003 + static_cast<std::uint64_t>(epoch));
    std::vector<std::uint32_t> order(pairs.size());
    std::iota(order.begin(), order.end(), 0U);
    shuffle(order, random);

    const auto size = static_cast<std::size_t>(batchSize);
    const std::size_t pool = size * batchesSorted;
    std::vector<Sorted> scratch;
    std::vector<std::vector<std::uint32_t>> batches;
    batches.reserve((order.size() + size - 1) / size);
    for (std::size_t first = 0; first < order.size(); first += pool) {
        const std::span together(order.data() + first, std::min(pool, order.size() - first));
        sortByLength(pairs, together, scratch);
        for (std::size_t at = 0; at < together.size(); at += size) {
            const auto batch = together.subspan(at, std::min(size, together.size() - at));
            batches.emplace_back(batch.begin(), batch.end());
        }
    }
    shuffle(batches, random);
    return batches;
}

} // namespace alignoscope::training

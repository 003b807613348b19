// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/batches.h"

#include "nn/random.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace alignoscope::training {

namespace {

/// Batches sorted together: enough for lengths to be alike, few enough for the mixture to stay random.
constexpr std::size_t batchesSorted = 64;

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
    std::vector<std::vector<std::uint32_t>> batches;
    for (std::size_t first = 0; first < order.size(); first += pool) {
        const auto begin = order.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), first + pool));
        std::stable_sort(begin, end, [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(pairs.target(a).size(), pairs.source(a).size())
                < std::tuple(pairs.target(b).size(), pairs.source(b).size());
        });
        for (auto at = begin; at < end; at += std::min<std::ptrdiff_t>(batchSize, end - at))
            batches.emplace_back(at, at + std::min<std::ptrdiff_t>(batchSize, end - at));
    }
    shuffle(batches, random);
    return batches;
}

} // namespace alignoscope::training

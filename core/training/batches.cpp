// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/batches.h"

#include "nn/random.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>
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

void shuffle(std::vector<std::uint32_t>& elements, nn::Random& random)
{
    for (std::size_t i = elements.size(); i > 1; --i)
        std::swap(elements[i - 1], elements[random.below(i)]);
}

void count(std::vector<std::uint32_t>& numbers, std::size_t size)
{
    numbers.resize(size);
    std::iota(numbers.begin(), numbers.end(), 0U);
}

std::size_t partsOf(std::size_t whole, std::size_t part)
{
    return (whole + part - 1) / part;
}

} // namespace

Batches::Batches(const EncodedPairs& pairs, int batchSize, std::uint64_t seed, int epoch)
    : m_pairs(&pairs), m_batchSize(static_cast<std::size_t>(batchSize)),
      m_seed(seed * 1000003 + static_cast<std::uint64_t>(epoch))
{
    count(m_shards, partsOf(pairs.size(), shardPairs));
    if (m_shards.size() > groupShards) {
        nn::Random random(m_seed);
        shuffle(m_shards, random);
    }
    m_groupStart.push_back(0);
    for (std::size_t first = 0; first < m_shards.size(); first += groupShards) {
        std::size_t inGroup = 0;
        for (std::size_t i = first; i < std::min(m_shards.size(), first + groupShards); ++i)
            inGroup += std::min(shardPairs, pairs.size() - m_shards[i] * shardPairs);
        m_groupStart.push_back(m_groupStart.back() + partsOf(inGroup, m_batchSize));
    }
}

std::span<const std::uint32_t> Batches::at(std::size_t batch)
{
    if (batch >= size())
        throw std::out_of_range("batch");
    const auto after = std::ranges::upper_bound(m_groupStart, batch);
    const auto group = static_cast<std::size_t>(after - m_groupStart.begin()) - 1;
    if (group != m_group)
        makeGroup(group);
    const std::size_t begin = m_positions[batch - m_groupStart[group]] * m_batchSize;
    return std::span(m_order).subspan(begin, std::min(m_batchSize, m_order.size() - begin));
}

void Batches::makeGroup(std::size_t group)
{
    m_pairs->release(); // those of the group before
    m_group = group;
    collect(group);
    nn::Random random(m_seed + group * 0x9e3779b97f4a7c15U); // of the first, the epoch's own
    shuffle(m_order, random);
    sortByLength();
    count(m_positions, partsOf(m_order.size(), m_batchSize));
    shuffle(m_positions, random);
}

void Batches::collect(std::size_t group)
{
    m_order.clear();
    const std::size_t first = group * groupShards;
    for (std::size_t i = first; i < std::min(m_shards.size(), first + groupShards); ++i) {
        const std::size_t begin = m_shards[i] * shardPairs, end = std::min(m_pairs->size(), begin + shardPairs);
        for (std::size_t pair = begin; pair < end; ++pair)
            m_order.push_back(static_cast<std::uint32_t>(pair));
    }
}

void Batches::sortByLength()
{
    std::vector<Sorted> scratch;
    const std::size_t pool = m_batchSize * batchesSorted;
    for (std::size_t at = 0; at < m_order.size(); at += pool)
        training::sortByLength(*m_pairs, std::span(m_order).subspan(at, std::min(pool, m_order.size() - at)), scratch);
}

} // namespace alignoscope::training

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batches_support.h"
#include "nn/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

namespace alignoscope::training {
namespace {

/// 1 to 30 words a side.
EncodedPairs madeUpPairs(std::size_t count)
{
    nn::Random random(1);
    const std::vector<TokenId> words(30, TokenId(5));
    EncodedPairs pairs;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t source = 1 + random.below(30), target = 1 + random.below(30);
        pairs.add(std::span(words).first(source), std::span(words).first(target), i);
    }
    return pairs;
}

/// Fowler, Noll and Vo's hash of the numbers and of where batches end.
std::uint64_t hashOf(const std::vector<std::vector<std::uint32_t>>& batches)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto add = [&hash](std::uint64_t number) { hash = (hash ^ number) * 0x100000001b3U; };
    for (const auto& batch : batches) {
        for (const std::uint32_t pair : batch)
            add(pair);
        add(0xffffffffU);
    }
    return hash;
}

/// A run goes on in the middle of an epoch, perhaps with a newer version of the program: its batches must be the same.
TEST(BatchOrder, IsWhatItWasInTheFirstVersion)
{
    const EncodedPairs pairs = madeUpPairs(10000); // more than are sorted together
    EXPECT_EQ(hashOf(batchesOf(pairs, 64, 1, 0)), 0x544d6896be0a04feU);
    EXPECT_EQ(hashOf(batchesOf(pairs, 64, 1, 1)), 0x48bc2d541f882ef2U);
    EXPECT_EQ(hashOf(batchesOf(pairs, 7, 3, 0)), 0x44f89471f79c3464U);
}

TEST(BatchOrder, LongSentencesGrowInStepWithinAPool)
{
    const EncodedPairs pairs = madeUpPairs(64 * 64); // all sorted together
    for (const auto& batch : batchesOf(pairs, 64, 1, 0))
        for (std::size_t i = 1; i < batch.size(); ++i)
            EXPECT_LE(std::pair(pairs.target(batch[i - 1]).size(), pairs.source(batch[i - 1]).size()),
                      std::pair(pairs.target(batch[i]).size(), pairs.source(batch[i]).size()));
}

/// Every sentence of one word, so that nothing is sorted, but for every tenth pair.
EncodedPairs manyPairs(std::size_t count)
{
    const std::vector<TokenId> words(2, TokenId(5));
    EncodedPairs pairs;
    for (std::size_t i = 0; i < count; ++i)
        pairs.add(words, std::span(words).first(i % 10 == 0 ? 2 : 1), i);
    return pairs;
}

constexpr std::size_t inGroup = Batches::shardPairs * Batches::groupShards;

std::vector<std::uint32_t> flat(const std::vector<std::vector<std::uint32_t>>& batches)
{
    std::vector<std::uint32_t> all;
    for (const auto& batch : batches)
        all.insert(all.end(), batch.begin(), batch.end());
    return all;
}

TEST(BatchOrder, EveryPairOfALargeCorpusComesOnce)
{
    for (const std::size_t size : {inGroup, inGroup + 1, 3 * inGroup + 12345}) {
        const EncodedPairs pairs = manyPairs(size);
        for (const int batchSize : {64, 1000}) {
            const auto batches = batchesOf(pairs, batchSize, 1, 0);
            std::vector<int> seen(size, 0);
            std::size_t shorter = 0;
            for (const auto& batch : batches) {
                EXPECT_LE(batch.size(), static_cast<std::size_t>(batchSize));
                shorter += batch.size() < static_cast<std::size_t>(batchSize) ? 1 : 0;
                for (const std::uint32_t pair : batch)
                    ++seen[pair];
            }
            EXPECT_EQ(std::ranges::count(seen, 1), static_cast<std::ptrdiff_t>(size));
            EXPECT_LE(shorter, (size + inGroup - 1) / inGroup) << "at most one a group";
        }
    }
}

TEST(BatchOrder, OfALargeCorpusFollowsSeedAndEpoch)
{
    const EncodedPairs pairs = manyPairs(2 * inGroup + 77);
    const auto first = batchesOf(pairs, 64, 1, 0);
    EXPECT_EQ(batchesOf(pairs, 64, 1, 0), first);
    EXPECT_NE(batchesOf(pairs, 64, 1, 1), first);
    EXPECT_NE(batchesOf(pairs, 64, 2, 0), first);
}

/// A run that goes on begins in the middle; the window may look anywhere.
TEST(BatchOrder, ABatchIsTheSameWhereverOneBegins)
{
    const EncodedPairs pairs = manyPairs(2 * inGroup + 77);
    const auto all = batchesOf(pairs, 64, 1, 0);
    Batches batches(pairs, 64, 1, 0);
    for (const std::size_t i : {all.size() - 1, std::size_t{0}, all.size() / 2, std::size_t{17}, all.size() / 3})
        EXPECT_TRUE(std::ranges::equal(batches.at(i), all[i])) << i;
    EXPECT_THROW((void)batches.at(all.size()), std::out_of_range);
}

/// Where pairs stand in the corpus must say next to nothing about when they come, though only a few shards are mixed at
/// a time: files are often sorted by length or put together from several sources.
TEST(BatchOrder, ALargeCorpusIsMixed)
{
    constexpr std::size_t size = 8 * inGroup;
    const auto order = flat(batchesOf(manyPairs(size), 64, 1, 0));
    double sum = 0;
    for (std::size_t i = 0; i < size; ++i)
        sum += (static_cast<double>(i) / size - 0.5) * (order[i] / static_cast<double>(size) - 0.5);
    EXPECT_LT(std::abs(sum / size * 12), 0.05); // the correlation: both are uniform, of variance 1/12

    // every stretch of a thousand batches has pairs from everywhere: a tenth of the corpus has its tenth of them
    constexpr std::size_t stretch = 64'000, tenths = 10;
    for (std::size_t begin = 0; begin + stretch <= size; begin += stretch) {
        std::array<int, tenths> found{};
        for (std::size_t i = begin; i < begin + stretch; ++i)
            ++found[order[i] * tenths / size];
        EXPECT_GT(std::ranges::count_if(found, [](int pairs) { return pairs > 0; }), 7) << "from batch " << begin / 64;
    }
    // and neighbours in the corpus are seldom neighbours in the order
    std::size_t neighbours = 0;
    for (std::size_t i = 1; i < size; ++i)
        neighbours += order[i] == order[i - 1] + 1 ? 1 : 0;
    EXPECT_LT(neighbours, size / 1000);
}

/// The pages that are read at a time belong to one group.
TEST(BatchOrder, FewShardsAtATime)
{
    const EncodedPairs pairs = manyPairs(4 * inGroup);
    const auto order = flat(batchesOf(pairs, 64, 1, 0));
    for (std::size_t begin = 0; begin < order.size(); begin += inGroup) {
        std::set<std::size_t> shards;
        for (std::size_t i = begin; i < begin + inGroup; ++i)
            shards.insert(order[i] / Batches::shardPairs);
        EXPECT_EQ(shards.size(), Batches::groupShards);
    }
}

} // namespace
} // namespace alignoscope::training

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/random.h"
#include "training/batches.h"

#include <gtest/gtest.h>

#include <span>
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

} // namespace
} // namespace alignoscope::training

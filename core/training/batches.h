// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alignoscope::training {

/// The batches of one epoch: pairs of like length together, batches in random order, every pair once. Depends on its
/// arguments alone, so a run that goes on finds the rest of the epoch it was in.
///
/// A large corpus is shuffled by shards, stretches of pairs that stand together: some shards from all over the corpus
/// make a group, whose pairs are shuffled among each other and whose batches come one after the other. So only a
/// group's pairs are looked at, and need memory, at a time. A corpus of one group or less is shuffled as a whole.
class Batches {
public:
    static constexpr std::size_t shardPairs = 8192, groupShards = 32; ///< a group has 262,144 pairs

    Batches() = default; ///< none
    /// `pairs` must outlive it.
    Batches(const EncodedPairs& pairs, int batchSize, std::uint64_t seed, int epoch);

    [[nodiscard]] std::size_t size() const { return m_groupStart.empty() ? 0 : m_groupStart.back(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    /// The pairs of a batch; valid until the next call. Quick while `batch` stays in a group, as it does going up.
    [[nodiscard]] std::span<const std::uint32_t> at(std::size_t batch);
    void clear() { *this = Batches(); }

private:
    void makeGroup(std::size_t group);
    void collect(std::size_t group);
    void sortByLength();

    const EncodedPairs* m_pairs = nullptr;
    std::size_t m_batchSize = 1;
    std::uint64_t m_seed = 0;               ///< of the epoch
    std::vector<std::uint32_t> m_shards;    ///< in the order of the epoch
    std::vector<std::size_t> m_groupStart;  ///< its first batch; at the end, how many batches there are
    std::size_t m_group = ~std::size_t{0};  ///< the one that is made
    std::vector<std::uint32_t> m_order;     ///< its pairs, batch by batch
    std::vector<std::uint32_t> m_positions; ///< which of these batches comes when
};

} // namespace alignoscope::training

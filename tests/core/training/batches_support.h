// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/batches.h"

namespace alignoscope::training {

/// All batches of an epoch.
inline std::vector<std::vector<std::uint32_t>> batchesOf(const EncodedPairs& pairs, int batchSize, std::uint64_t seed,
                                                         int epoch)
{
    Batches batches(pairs, batchSize, seed, epoch);
    std::vector<std::vector<std::uint32_t>> all;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const auto batch = batches.at(i);
        all.emplace_back(batch.begin(), batch.end());
    }
    return all;
}

} // namespace alignoscope::training

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"

#include <cstdint>
#include <vector>

namespace alignoscope::training {

/// The batches of one epoch: pairs of like length together, batches in random order. Depends on its arguments alone, so
/// a run that goes on finds the rest of the epoch it was in.
std::vector<std::vector<std::uint32_t>> batchesOf(const EncodedPairs& pairs, int batchSize, std::uint64_t seed,
                                                  int epoch);

} // namespace alignoscope::training

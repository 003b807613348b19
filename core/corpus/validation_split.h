// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/tokenized_corpus.h"

#include <cstdint>

namespace alignoscope::corpus {

inline constexpr std::size_t mostValidationPairs = 2000;

/// Which of `pairs` are kept for validation: about `share` of them, chosen by `seed`, the same on every machine. Pairs
/// with the same source sentence stay on the same side, so that nothing validated was trained on; at least one pair
/// stays for training. Takes some 20 bytes for each of `pairs`. Throws Error(Cancelled).
PairSet chooseValidation(const TokenizedCorpus& corpus, const PairSet& pairs, double share, std::uint64_t seed,
                         const Progress& progress);

} // namespace alignoscope::corpus

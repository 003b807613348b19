// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/tokenized_corpus.h"

#include <cstdint>
#include <vector>

namespace alignoscope::corpus {

inline constexpr std::size_t mostValidationPairs = 2000;

/// Which of `pairs` (indices into `corpus`) are kept for validation: about `share` of them, chosen by `seed`, the same
/// on every machine. Pairs with the same source sentence stay on the same side, so that nothing validated was trained
/// on; at least one pair stays for training.
std::vector<bool> chooseValidation(const TokenizedCorpus& corpus, const std::vector<std::size_t>& pairs, double share,
                                   std::uint64_t seed);

} // namespace alignoscope::corpus

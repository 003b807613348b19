// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "alignoscope/metrics.h"
#include "alignoscope/translator.h"

#include <cstddef>
#include <vector>

namespace alignoscope::analysis {

/// Throws Error(Input) unless there is one alignment a pair.
void requireGoldForEveryPair(const std::vector<GoldAlignment>& gold, std::size_t pairs);

/// Whether a corpus' own gold alignment counts the tokens this model reads and writes: the same tokenisers (case does
/// not matter), attention there to be scored, no link beyond a sentence.
bool goldFits(const RawCorpus& corpus, const TextOptions& model, const std::vector<Translator::ForcedScore>& scores);

/// The argmax links of the forced references' attention against gold. Throws Error(Input) where a link lies beyond its
/// sentence, Error(Usage) where the model has no attention.
AlignmentScore scoreAttention(const std::vector<Translator::ForcedScore>& scores,
                              const std::vector<GoldAlignment>& gold);

/// What stands on gold's points, summed up over the sentences.
AttentionAgreement agreementOf(const std::vector<Translator::ForcedScore>& scores,
                               const std::vector<GoldAlignment>& gold);

} // namespace alignoscope::analysis

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "corpus/tokenized_corpus.h"

namespace alignoscope::corpus {

/// Some pairs of a corpus in rows of the dataset's vocabularies, in their order. Throws Error(Cancelled).
EncodedPairs encode(const TokenizedCorpus& corpus, const PairSet& pairs, const Dataset& dataset,
                    const Progress& progress);

} // namespace alignoscope::corpus

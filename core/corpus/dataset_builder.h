// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "corpus/kept_pairs.h"

namespace alignoscope::corpus {

// The public functions with the number of threads as an argument, so that tests can show it changes nothing.
Dataset buildDataset(const DatasetInputs& inputs, const DatasetOptions& options, std::size_t workers,
                     const Progress& progress, const Summarised& summarised = {});
CorpusSummary summarize(const RawCorpus& corpus, const DatasetOptions& options, std::size_t workers,
                        const Progress& progress);

/// The same of a corpus that is tokenised already.
CorpusSummary summarize(const RawCorpus& corpus, const TokenizedCorpus& tokenized, const Kept& kept,
                        const DatasetOptions& options, const Progress& progress);

/// Throws Error(Usage) on impossible values.
void requirePossible(const DatasetOptions& options);

} // namespace alignoscope::corpus

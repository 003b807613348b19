// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"

namespace alignoscope::corpus {

// The public functions with the number of threads as an argument, so that tests can show it changes nothing.
Dataset buildDataset(const DatasetInputs& inputs, const DatasetOptions& options, std::size_t workers,
                     const Progress& progress);
CorpusSummary summarize(const RawCorpus& corpus, const DatasetOptions& options, std::size_t workers,
                        const Progress& progress);

/// Throws Error(Usage) on impossible values.
void requirePossible(const DatasetOptions& options);

} // namespace alignoscope::corpus

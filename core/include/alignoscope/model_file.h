// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/classification.h"

#include <cstdint>
#include <filesystem>

namespace alignoscope {

// A trained model as one file, for other programs: safetensors with the parameters alone, named as in a checkpoint, and
// in its metadata what else it takes to translate with them (options, tokenisers, vocabularies). The manual's page on
// Python lists names and shapes.

struct ModelFileSummary {
    Task task = Task::Translation;
    std::int64_t step = 0;       ///< updates the model had seen
    std::int64_t parameters = 0; ///< numbers
    std::int64_t tensors = 0;
    std::uint64_t bytes = 0; ///< of the file
};

// Both block, are for any thread, and write whole files or none. Throw Error.

/// The last checkpoint of a run (the best one where `best` and there is one) as such a file.
ALIGNOSCOPE_API ModelFileSummary exportModel(const std::filesystem::path& run, bool best,
                                             const std::filesystem::path& file);

/// The other way round: a new run in `folder`, whose only checkpoint are these parameters. Training can go on with it,
/// on any corpus; the optimiser starts anew. Names, shapes and kinds of numbers are checked, nothing is believed.
ALIGNOSCOPE_API ModelFileSummary importModel(const std::filesystem::path& file, const std::filesystem::path& folder);

/// Whether the file says it is one, whole or not; never throws.
ALIGNOSCOPE_API bool isModelFile(const std::filesystem::path& file);

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "models/trained_model.h"

#include <filesystem>
#include <vector>

namespace alignoscope::bench {

/// What both sides of the comparison work on, in a folder:
///
///     exchange.json            sizes, and what the corpus was
///     batches.bin              int32: batches; each: pairs; each pair: length and ids of the source, then of the
///     target sentences.bin            int32: sentences; each: length and ids of the source, tokens to be written
///     parameters.safetensors   initial parameters, named and shaped as in a checkpoint
///
/// Integers are little-endian; every sentence ends in EOS.
struct Exchange {
    models::Sizes sizes;
    EncodedPairs pairs;
    std::vector<std::vector<std::uint32_t>> batches; ///< in the order of training
    std::vector<std::vector<TokenId>> sentences; ///< to be translated; the first has twelve tokens where one is found
    std::vector<int> lengths;                    ///< of each translation
};

void writeExchange(const std::filesystem::path& folder, const Exchange& exchange, const models::ParameterBlock& block);
/// Throws Error(Input) where a file is short or missing.
Exchange readExchange(const std::filesystem::path& folder);

/// The initial parameters of a folder, or those of a file as `saveParameters` writes it.
models::ParameterBlock readParameters(const std::filesystem::path& file, const models::RnnSearch<float>& network);
void saveParameters(const std::filesystem::path& file, const models::RnnSearch<float>& network,
                    const models::ParameterBlock& block);

} // namespace alignoscope::bench

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"
#include "storage/tensor_file.h"

#include <filesystem>

namespace alignoscope::storage {

/// What a model file says besides its parameters.
struct ModelDescription {
    ModelOptions model;
    DatasetOptions dataset; ///< how text is read; the subword models are here too
    Vocabulary source, target;
    std::int64_t step = 0;
};

/// The description as the metadata of a safetensors file: "format" and "version", "program", "step", "model" and
/// "dataset" (JSON objects with the fields of config.json), "source_vocabulary" and "target_vocabulary" (JSON lists of
/// tokens, the marks included, so that a token's place is its row), "source_counts" and "target_counts", and where a
/// side is cut into subwords "source_subwords" and "target_subwords" (base64).
Metadata metadataOf(const ModelDescription& description);

/// The inverse; of what another program writes counts, step and program may be missing. Throws Error(Input) that names
/// `where` and the key.
ModelDescription parseMetadata(const Metadata& metadata, const std::filesystem::path& where);

/// Whether the metadata say that the file is such a model.
bool saysModel(const Metadata& metadata);

} // namespace alignoscope::storage

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/file_handle.h"
#include "storage/tensor_file.h"
#include "storage/tensor_type.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace alignoscope::storage {

/// Where a tensor lies in the data of a safetensors file.
struct TensorPlace {
    std::string name;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0, end = 0; ///< bytes, counted from the end of the header
    TensorType type = TensorType::F32;
};

struct TensorHeader {
    Metadata metadata;
    std::vector<TensorPlace> tensors; ///< in the order of their data, which they cover without gaps
};

/// The first bytes of a safetensors file: the length of the header and the header. Throws Error(Storage) where a shape
/// and its values do not fit.
std::string headerBytes(const std::filesystem::path& path, std::span<const TensorEntry> tensors,
                        const Metadata& metadata);

/// Reads and checks the header of `file`, which is left at the first byte of the data. `numbers`: what is taken besides
/// F32. Throws Error(Storage).
TensorHeader readTensorHeader(InputFile& file, Numbers numbers = Numbers::Own);
/// Reads the numbers of the next tensor, in the header's order. Throws Error(Storage).
std::vector<float> readNumbers(InputFile& file, const TensorPlace& place);

} // namespace alignoscope::storage

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::storage {

/// A named block of numbers to be written, row-major; the caller keeps the values alive.
struct TensorEntry {
    std::string name;
    std::vector<std::int64_t> shape;
    std::span<const float> values;
};

struct Tensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// "30 × 256"
std::string shapeWords(const std::vector<std::int64_t>& shape);

using Metadata = std::map<std::string, std::string>;

struct TensorFile {
    Metadata metadata;
    std::vector<Tensor> tensors;
    /// Throws Error(Storage) when it is not there or has another shape.
    [[nodiscard]] const Tensor& tensor(std::string_view name, const std::vector<std::int64_t>& shape) const;
    std::filesystem::path path; ///< for messages
};

/// safetensors (F32): 8 bytes header size, JSON header, data. Through a temporary name, flushed, renamed.
/// Throws Error(Storage).
void writeTensorFile(const std::filesystem::path& path, std::span<const TensorEntry> tensors, const Metadata& metadata);
/// Which kinds of numbers a file may hold: F32 as we write them, or F16, BF16 and F64 as well.
enum class Numbers { Own, Any };
/// Trusts nothing: sizes, offsets, overlaps, types and the header's length are checked. Throws Error(Storage).
TensorFile readTensorFile(const std::filesystem::path& path);

} // namespace alignoscope::storage

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trained_model.h"
#include "nn/parameters.h"
#include "storage/tensor_header.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::models {

/// A flat block as named tensors, `prefix` before each name. A column-major rows × cols matrix is the row-major tensor
/// [cols, rows]: a Python reader computes y = x @ W + b; only output.weight has a row a word: y = t @ W.T + b.
void appendTensors(const nn::ParameterLayout& layout, std::string_view prefix, std::span<const float> block,
                   std::vector<storage::TensorEntry>& out);

/// The other way round. Throws Error(Storage) on a missing tensor or another shape.
void readTensors(const storage::TensorFile& file, const nn::ParameterLayout& layout, std::string_view prefix,
                 std::span<float> block);

/// Checks that the tensors are those of the layout, each of its shape, none missing and none too many. Throws
/// Error(Input) that says which.
void checkTensors(std::span<const storage::TensorPlace> tensors, const nn::ParameterLayout& layout,
                  const std::filesystem::path& where);

/// A number kept in the metadata. Throws Error(Storage) when it is missing or not a number.
std::int64_t readCount(const storage::TensorFile& file, const std::string& key);
double readNumber(const storage::TensorFile& file, const std::string& key);

} // namespace alignoscope::models

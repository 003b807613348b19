// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace alignoscope::storage {

/// How a safetensors file stores a real number. The program itself writes F32.
enum class TensorType { F16, Bf16, F32, F64 };

/// "F32" → F32; nothing where it is none of these.
std::optional<TensorType> tensorType(std::string_view name);
std::size_t bytesOf(TensorType type);

/// Little-endian numbers as floats, rounded to the nearest where they had more digits. `bytes` holds as many as `out`.
void toFloats(TensorType type, std::span<const std::byte> bytes, std::span<float> out);

} // namespace alignoscope::storage

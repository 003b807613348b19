// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tensor_type.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

namespace alignoscope::storage {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::array<std::pair<std::string_view, TensorType>, 4> names{
    {{"F16", TensorType::F16}, {"BF16", TensorType::Bf16}, {"F32", TensorType::F32}, {"F64", TensorType::F64}}};

/// IEEE 754 binary16: a sign, 5 bits of exponent with a bias of 15, 10 of fraction.
float fromHalf(std::uint16_t half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000U) << 16;
    const std::uint32_t exponent = (half >> 10) & 0x1FU, fraction = half & 0x3FFU;
    if (exponent == 0x1F) // infinity or no number
        return std::bit_cast<float>(sign | 0x7F800000U | fraction << 13);
    if (exponent > 0)
        return std::bit_cast<float>(sign | (exponent + 127 - 15) << 23 | fraction << 13);
    const float tiny = static_cast<float>(fraction) * 0x1p-24F;
    return sign != 0 ? -tiny : tiny;
}

float fromBfloat(std::uint16_t bits)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

template <class Stored, class Convert>
void convert(std::span<const std::byte> bytes, std::span<float> out, Convert&& toFloat)
{
    for (std::size_t i = 0; i < out.size(); ++i) {
        Stored value;
        std::memcpy(&value, bytes.data() + i * sizeof value, sizeof value);
        out[i] = toFloat(value);
    }
}

} // namespace

std::optional<TensorType> tensorType(std::string_view name)
{
    for (const auto& [text, type] : names)
        if (text == name)
            return type;
    return std::nullopt;
}

std::size_t bytesOf(TensorType type)
{
    switch (type) {
    case TensorType::F16:
    case TensorType::Bf16:
        return 2;
    case TensorType::F32:
        break;
    case TensorType::F64:
        return 8;
    }
    return 4;
}

void toFloats(TensorType type, std::span<const std::byte> bytes, std::span<float> out)
{
    switch (type) {
    case TensorType::F16:
        return convert<std::uint16_t>(bytes, out, fromHalf);
    case TensorType::Bf16:
        return convert<std::uint16_t>(bytes, out, fromBfloat);
    case TensorType::F32:
        return convert<float>(bytes, out, [](float value) { return value; });
    case TensorType::F64:
        return convert<double>(bytes, out, [](double value) { return static_cast<float>(value); });
    }
}

} // namespace alignoscope::storage

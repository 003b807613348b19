// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/base64.h"

#include <cstdint>

namespace alignoscope::storage {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

} // namespace

std::string base64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= count ? letters[group >> (18 - 6 * i) & 63U] : '=';
    }
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t at = 0; at < text.size(); at += 4) {
        std::string_view four = text.substr(at, 4);
        if (at + 4 == text.size())
            four = four.substr(0, four.ends_with("==") ? 2 : four.ends_with('=') ? 3 : 4);
        std::uint32_t group = 0;
        for (const char letter : four) {
            const auto value = letters.find(letter);
            if (value == letters.npos)
                return std::nullopt;
            group = group << 6 | static_cast<std::uint32_t>(value);
        }
        group <<= 6 * (4 - four.size());
        for (std::size_t i = 0; i + 1 < four.size(); ++i)
            bytes += static_cast<char>(group >> (16 - 8 * i) & 255U);
    }
    if (base64(bytes) != text) // bits that say nothing must be zero
        return std::nullopt;
    return bytes;
}

} // namespace alignoscope::storage

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace alignoscope::text {
namespace {

/// How many bytes from `position` on are ASCII, eight at a time.
std::size_t asciiRun(std::string_view bytes, std::size_t position)
{
    std::size_t i = position;
    constexpr std::uint64_t highBits = 0x8080808080808080;
    for (std::uint64_t block = 0; i + sizeof block <= bytes.size(); i += sizeof block) {
        std::memcpy(&block, bytes.data() + i, sizeof block);
        if (block & highBits)
            break;
    }
    while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80)
        ++i;
    return i - position;
}

} // namespace

bool isValidUtf8(std::string_view bytes)
{
    return validUtf8Bytes(bytes) == bytes.size();
}

std::size_t validUtf8Bytes(std::string_view bytes)
{
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int64_t>(bytes.size());
    auto i = static_cast<std::int64_t>(asciiRun(bytes, 0));
    while (i < size) {
        UChar32 c = 0;
        const std::int64_t begin = i;
        U8_NEXT(data, i, size, c);
        if (c < 0)
            return static_cast<std::size_t>(begin);
        i += static_cast<std::int64_t>(asciiRun(bytes, static_cast<std::size_t>(i)));
    }
    return bytes.size();
}

CodePoint codePointAt(std::string_view utf8, std::size_t position)
{
    UChar32 c = 0;
    U8_NEXT_UNSAFE(reinterpret_cast<const std::uint8_t*>(utf8.data()), position, c);
    return {static_cast<char32_t>(c), position};
}

char32_t lastCodePoint(std::string_view utf8)
{
    std::size_t position = utf8.size();
    UChar32 c = 0;
    U8_PREV_UNSAFE(reinterpret_cast<const std::uint8_t*>(utf8.data()), position, c);
    return static_cast<char32_t>(c);
}

std::string wholeCharacters(std::string_view utf8, std::size_t bytes)
{
    std::size_t end = std::min(bytes, utf8.size());
    while (end > 0 && end < utf8.size() && U8_IS_TRAIL(static_cast<std::uint8_t>(utf8[end])))
        --end;
    return std::string(utf8.substr(0, end));
}

} // namespace alignoscope::text

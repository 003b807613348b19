// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/character_map_check.h"

#include "text/unicode.h"

#include <cstdint>

namespace alignoscope::text {
namespace {

constexpr std::size_t mostReplacementBytes = 1024;

std::uint32_t wordAt(std::string_view bytes, std::size_t position)
{
    std::uint32_t word = 0;
    for (std::size_t i = 4; i-- > 0;) // little-endian
        word = word << 8 | static_cast<unsigned char>(bytes[position + i]);
    return word;
}

/// A unit of a double array as Darts-clone packs it: bit 31 marks a value, bit 8 that a value follows.
struct Unit {
    std::uint32_t bits;

    [[nodiscard]] bool isValue() const { return bits >> 31 != 0; }
    [[nodiscard]] std::uint32_t value() const { return bits & 0x7FFFFFFF; }
    [[nodiscard]] bool hasValue() const { return (bits >> 8 & 1) != 0; }
    [[nodiscard]] std::uint32_t offset() const { return bits >> 10 << ((bits & 1U << 9) >> 6); }
};

/// Whether a text starts at `position`, ends soon, and does not start within a character.
bool isReplacement(std::string_view texts, std::size_t position)
{
    if (position >= texts.size() || (static_cast<unsigned char>(texts[position]) & 0xC0) == 0x80)
        return false;
    const auto end = texts.find('\0', position);
    return end != texts.npos && end - position <= mostReplacementBytes;
}

} // namespace

bool isSoundCharacterMap(std::string_view blob)
{
    constexpr std::size_t header = 4, unitBytes = 4;
    if (blob.size() <= header)
        return false;
    const std::size_t trieBytes = wordAt(blob, 0);
    if (trieBytes < unitBytes || trieBytes >= blob.size() - header)
        return false;
    const std::string_view trie = blob.substr(header, trieBytes), texts = blob.substr(header + trieBytes);
    if (!isValidUtf8(texts))
        return false;
    const std::size_t units = trieBytes / unitBytes;
    for (std::size_t at = 0; at < units; ++at) {
        const Unit unit{wordAt(trie, at * unitBytes)};
        if (unit.isValue() && at > 0)
            continue; // no letter leads here
        const std::size_t next = at ^ unit.offset();
        if ((next | 0xFF) >= units) // where any byte that follows may lead
            return false;
        if (unit.hasValue() && !isReplacement(texts, Unit{wordAt(trie, next * unitBytes)}.value()))
            return false;
    }
    return true;
}

} // namespace alignoscope::text

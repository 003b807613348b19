// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/protobuf_fields.h"

namespace alignoscope::text {

std::optional<ProtobufField> ProtobufReader::next()
{
    if (m_rest.empty() || m_broken)
        return std::nullopt;
    const auto tag = varint();
    auto found = tag ? field(*tag) : std::nullopt;
    m_broken = !found;
    return found;
}

std::optional<ProtobufField> ProtobufReader::field(std::uint64_t tag)
{
    constexpr std::uint64_t kinds = 8; // the lowest three bits
    ProtobufField field{tag / kinds};
    if (field.number == 0)
        return std::nullopt;
    std::optional<std::uint64_t> value;
    switch (tag % kinds) {
    case 0:
        value = varint();
        break;
    case 1:
        field.kind = ProtobufField::Kind::Fixed64;
        value = fixed(8);
        break;
    case 2:
        field.kind = ProtobufField::Kind::Bytes;
        value = varint();
        if (!value || *value > m_rest.size())
            return std::nullopt;
        field.bytes = m_rest.substr(0, static_cast<std::size_t>(*value));
        m_rest.remove_prefix(field.bytes.size());
        return field;
    case 5:
        field.kind = ProtobufField::Kind::Fixed32;
        value = fixed(4);
        break;
    default:
        return std::nullopt;
    }
    if (!value)
        return std::nullopt;
    field.value = *value;
    return field;
}

std::optional<std::uint64_t> ProtobufReader::varint()
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80)
            return value;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> ProtobufReader::fixed(std::size_t bytes)
{
    if (m_rest.size() < bytes)
        return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = bytes; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(m_rest[i]);
    m_rest.remove_prefix(bytes);
    return value;
}

} // namespace alignoscope::text

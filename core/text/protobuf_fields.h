// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace alignoscope::text {

/// One field of a protobuf message: its number and what it holds.
struct ProtobufField {
    std::uint64_t number = 0;
    enum class Kind { Varint, Fixed64, Bytes, Fixed32 } kind = Kind::Varint;
    std::uint64_t value = 0;  ///< of a Varint, Fixed64 or Fixed32
    std::string_view bytes{}; ///< of Bytes: a text or a message
};

/// Reads the fields of a message one by one and trusts nothing.
class ProtobufReader {
public:
    explicit ProtobufReader(std::string_view message) : m_rest(message) { }

    /// Nothing at the end, and nothing where the bytes are no protobuf (also its groups, which are obsolete).
    std::optional<ProtobufField> next();
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    std::optional<std::uint64_t> varint();
    std::optional<std::uint64_t> fixed(std::size_t bytes);
    std::optional<ProtobufField> field(std::uint64_t tag);

    std::string_view m_rest;
    bool m_broken = false;
};

} // namespace alignoscope::text

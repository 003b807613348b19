// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::corpus {

/// Number of a different token ("type") while a dataset is made, in the order in which a corpus says them.
using TypeId = std::uint32_t;

/// Numbers tokens, with some 30 bytes for each different one. `find` and `type` are thread-safe while nobody adds.
class TokenTable {
public:
    static constexpr TypeId mostTypes = 1U << 31;
    using Hash = std::uint64_t;
    static Hash hashOf(std::string_view token) { return std::hash<std::string_view>{}(token); }

    /// The number of a token; a new one gets the next. Throws Error(Input) on more than `mostTypes`.
    TypeId number(std::string_view token) { return number(token, hashOf(token)); }
    TypeId number(std::string_view token, Hash hash);
    [[nodiscard]] std::optional<TypeId> find(std::string_view token, Hash hash) const;

    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    /// Valid until a token is added.
    [[nodiscard]] std::string_view type(TypeId id) const
    {
        const std::size_t begin = id == 0 ? 0 : m_ends[id - 1];
        return std::string_view(m_text).substr(begin, m_ends[id] - begin);
    }
    /// Forgets all tokens and keeps the memory.
    void clear();

private:
    static constexpr TypeId none = ~TypeId{0};
    /// Where the token is, or the empty slot that it would take.
    [[nodiscard]] std::size_t slotOf(std::string_view token, Hash hash) const;
    void makeRoom();

    std::string m_text; ///< all types, one behind the other
    std::vector<std::size_t> m_ends;
    std::vector<std::uint32_t> m_hashes; ///< the lower half: what differs there need not be compared
    std::vector<TypeId> m_slots; ///< a power of two of them, at most two thirds filled; collisions go to the next
};

} // namespace alignoscope::corpus

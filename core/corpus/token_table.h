// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace alignoscope::corpus {

/// Number of a different token ("type") while a dataset is made: in the order they were met, which threads may change.
/// Nothing that leaves this room may depend on it.
using TypeId = std::uint32_t;

/// Numbers tokens.
class TokenTable {
public:
    TypeId number(std::string_view token)
    {
        const auto found = m_numbers.find(token);
        if (found != m_numbers.end())
            return found->second;
        const auto id = static_cast<TypeId>(m_types.size());
        m_numbers.emplace(m_types.emplace_back(token), id);
        return id;
    }
    [[nodiscard]] std::size_t size() const { return m_types.size(); }
    [[nodiscard]] const std::string& type(TypeId id) const { return m_types[id]; }

private:
    std::deque<std::string> m_types; ///< never moves: the keys look into it
    std::unordered_map<std::string_view, TypeId> m_numbers;
};

} // namespace alignoscope::corpus

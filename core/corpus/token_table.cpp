// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/token_table.h"

#include "alignoscope/error.h"

#include <algorithm>

namespace alignoscope::corpus {

TypeId TokenTable::number(std::string_view token, Hash hash)
{
    if (3 * (size() + 1) > 2 * m_slots.size())
        makeRoom();
    TypeId& slot = m_slots[slotOf(token, hash)];
    if (slot != none)
        return slot;
    if (size() == mostTypes)
        throw Error(ErrorKind::Input,
                    {"", "there are too many different tokens", "at most " + std::to_string(mostTypes), "more",
                     "Take a tokeniser with fewer different tokens: characters, or subwords."});
    m_text.append(token);
    m_ends.push_back(m_text.size());
    m_hashes.push_back(static_cast<std::uint32_t>(hash));
    return slot = static_cast<TypeId>(m_ends.size() - 1);
}

std::optional<TypeId> TokenTable::find(std::string_view token, Hash hash) const
{
    if (m_slots.empty())
        return std::nullopt;
    const TypeId found = m_slots[slotOf(token, hash)];
    return found == none ? std::nullopt : std::optional(found);
}

void TokenTable::clear()
{
    m_text.clear();
    m_ends.clear();
    m_hashes.clear();
    std::ranges::fill(m_slots, none);
}

std::size_t TokenTable::slotOf(std::string_view token, Hash hash) const
{
    const std::size_t last = m_slots.size() - 1;
    const auto half = static_cast<std::uint32_t>(hash);
    std::size_t slot = half & last;
    for (; m_slots[slot] != none; slot = (slot + 1) & last)
        if (const TypeId id = m_slots[slot]; m_hashes[id] == half && type(id) == token)
            break;
    return slot;
}

void TokenTable::makeRoom()
{
    constexpr std::size_t fewSlots = 1024;
    m_slots.assign(std::max(fewSlots, 2 * m_slots.size()), none);
    const std::size_t last = m_slots.size() - 1;
    for (TypeId id = 0; id < m_hashes.size(); ++id) {
        std::size_t slot = m_hashes[id] & last;
        while (m_slots[slot] != none)
            slot = (slot + 1) & last;
        m_slots[slot] = id;
    }
}

} // namespace alignoscope::corpus

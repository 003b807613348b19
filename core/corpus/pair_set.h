// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace alignoscope::corpus {

/// Some pairs of a corpus, a bit for each.
class PairSet {
public:
    explicit PairSet(std::size_t ofPairs = 0) : m_members(ofPairs, false) { }

    void add(std::size_t pair)
    {
        m_count += m_members[pair] ? 0 : 1;
        m_members[pair] = true;
    }
    void remove(std::size_t pair)
    {
        m_count -= m_members[pair] ? 1 : 0;
        m_members[pair] = false;
    }
    [[nodiscard]] bool contains(std::size_t pair) const { return m_members[pair]; }
    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] bool empty() const { return m_count == 0; }
    [[nodiscard]] std::size_t corpusSize() const { return m_members.size(); }

private:
    std::vector<bool> m_members;
    std::size_t m_count = 0;
};

} // namespace alignoscope::corpus

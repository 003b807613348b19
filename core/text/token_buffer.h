// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::text {

/// The tokens of one sentence in one block of memory, reused from sentence to sentence.
class TokenBuffer {
public:
    void clear()
    {
        m_text.clear();
        m_ends.clear();
    }
    void add(std::string_view token)
    {
        m_text.append(token);
        m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
    }
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t i) const
    {
        const std::size_t begin = i == 0 ? 0 : m_ends[i - 1];
        return std::string_view(m_text).substr(begin, m_ends[i] - begin);
    }

private:
    std::string m_text;
    std::vector<std::uint32_t> m_ends;
};

} // namespace alignoscope::text

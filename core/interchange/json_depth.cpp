// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/json_depth.h"

#include <algorithm>

namespace alignoscope::interchange {

namespace {

/// Goes through JSON a character at a time; knows strings from structure.
class Scanner {
public:
    void take(char c)
    {
        if (m_inString) {
            if (!m_escaped && c == '"')
                m_inString = false;
            m_escaped = !m_escaped && c == '\\';
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if (c == '}' || c == ']') {
            --m_depth;
        }
    }
    [[nodiscard]] int depth() const { return m_depth; }
    [[nodiscard]] bool outside() const { return m_depth <= 0 && !m_inString; }

private:
    int m_depth = 0;
    bool m_inString = false, m_escaped = false;
};

} // namespace

int jsonDepth(std::string_view text)
{
    Scanner scanner;
    int deepest = 0;
    for (const char c : text) {
        scanner.take(c);
        deepest = std::max(deepest, scanner.depth());
    }
    return deepest;
}

std::string_view firstJsonValue(std::string_view text)
{
    Scanner scanner;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool plain = scanner.outside();
        if (plain && i > 0 && (text[i] == ',' || text[i] == '\n' || text[i] == ']' || text[i] == '}'))
            return text.substr(0, i);
        scanner.take(text[i]);
        if (scanner.outside() && (text[i] == '}' || text[i] == ']'))
            return text.substr(0, i + 1);
    }
    return text;
}

} // namespace alignoscope::interchange

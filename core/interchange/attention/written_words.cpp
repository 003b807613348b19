// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/written_words.h"

namespace alignoscope::interchange {

std::string writtenWords(const std::vector<std::string>& tokens)
{
    const bool end = !tokens.empty() && isEndToken(tokens.back());
    std::string text;
    for (std::size_t i = 0; i < tokens.size() - (end ? 1 : 0); ++i) {
        if (i > 0)
            text += ' ';
        for (const char c : tokens[i])
            text += c == ' ' || (c >= '\t' && c <= '\r') ? "␣" : std::string(1, c);
    }
    return text;
}

} // namespace alignoscope::interchange

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/one_line.h"

#include <algorithm>

namespace alignoscope::corpus {

void makeOneLine(std::string& text)
{
    constexpr std::string_view breaks = "\t\n\v\f\r", spaces = " \t\n\v\f\r";
    std::size_t from = text.find_first_of(breaks);
    if (from == std::string::npos)
        return;
    std::size_t to = from; // the text before is what remains of the text so far
    while (from < text.size()) {
        const std::size_t end = std::min(text.find_first_not_of(spaces, from), text.size());
        while (to > 0 && text[to - 1] == ' ')
            --to;
        text[to++] = ' ';
        const std::size_t next = std::min(text.find_first_of(breaks, end), text.size());
        std::copy(text.begin() + static_cast<std::ptrdiff_t>(end), text.begin() + static_cast<std::ptrdiff_t>(next),
                  text.begin() + static_cast<std::ptrdiff_t>(to));
        to += next - end;
        from = next;
    }
    text.resize(to);
}

bool takeLine(std::string_view& rest, std::string_view& line)
{
    if (rest.empty())
        return false;
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    line = rest.substr(0, end);
    const bool isPair = rest.substr(end).starts_with("\r\n");
    rest.remove_prefix(std::min(rest.size(), end + (isPair ? 2 : 1)));
    return true;
}

std::string_view withoutLeadingSpace(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t\v\f\r\n"), text.size()));
    return text;
}

} // namespace alignoscope::corpus

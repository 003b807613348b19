// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/po_string.h"

#include <algorithm>

namespace alignoscope::corpus {
namespace {

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

/// A byte as at most `most` digits.
char takeNumber(std::string_view& rest, int base, std::size_t most)
{
    int value = 0;
    for (std::size_t i = 0; i < most && !rest.empty() && digitOf(rest.front()) < base; ++i) {
        value = value * base + digitOf(rest.front());
        rest.remove_prefix(1);
    }
    return static_cast<char>(value);
}

char takeEscape(std::string_view& rest)
{
    if (rest.front() >= '0' && rest.front() <= '7')
        return takeNumber(rest, 8, 3);
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == 'x')
        return takeNumber(rest, 16, 2);
    constexpr std::string_view letters = "abfnrtv", meanings = "\a\b\f\n\r\t\v";
    const std::size_t at = letters.find(c);
    return at == std::string_view::npos ? c : meanings[at];
}

} // namespace

bool appendPoString(std::string& text, std::string_view quoted)
{
    if (!quoted.starts_with('"'))
        return false;
    quoted.remove_prefix(1);
    for (;;) {
        const std::size_t end = quoted.find_first_of("\"\\");
        if (end == std::string_view::npos)
            return false;
        text.append(quoted.substr(0, end));
        const bool isEscape = quoted[end] == '\\';
        quoted.remove_prefix(end + 1);
        if (!isEscape)
            return quoted.find_first_not_of(" \t") == std::string_view::npos;
        if (quoted.empty())
            return false;
        text += takeEscape(quoted);
    }
}

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>

namespace alignoscope {

namespace {

constexpr std::int32_t largestIndex = 10'000'000; // far above any sentence; keeps sums within 32 bits
constexpr std::string_view blanks = " \t\r\n\v\f";

struct ReadLink {
    Link link;
    bool sure = true;
};

/// Reads a number off the front of `text`; nothing where there is none, or one too large.
std::optional<std::int32_t> readIndex(std::string_view& text)
{
    if (text.empty() || text.front() < '0' || text.front() > '9')
        return std::nullopt;
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value > largestIndex)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// "3-4", "3p4", "3?4", "3-4S", "3-4P"; nothing where it is none of them.
std::optional<ReadLink> readLink(std::string_view word)
{
    const auto source = readIndex(word);
    if (!source || word.empty())
        return std::nullopt;
    const char separator = word.front();
    if (separator != '-' && separator != 'p' && separator != '?')
        return std::nullopt;
    word.remove_prefix(1);
    const auto target = readIndex(word);
    if (!target)
        return std::nullopt;
    ReadLink read{{*source, *target}, separator == '-'};
    if (separator == '-' && (word == "S" || word == "P"))
        read.sure = word == "S";
    else if (!word.empty())
        return std::nullopt;
    return read;
}

/// A line may begin with its number and a tab, or with the sentence and "|||": neither is a link.
std::string_view withoutPrefix(std::string_view line)
{
    if (const std::size_t bars = line.rfind("|||"); bars != std::string_view::npos)
        line.remove_prefix(bars + 3);
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos && tab > 0
        && std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(tab),
                       [](char c) { return c >= '0' && c <= '9'; }))
        line.remove_prefix(tab + 1);
    return line;
}

std::string quoted(std::string_view word)
{
    constexpr std::size_t shown = 40;
    return "\"" + std::string(word.substr(0, shown)) + (word.size() > shown ? "…\"" : "\"");
}

ReadLink linkOf(std::string_view word, int base, std::string_view where)
{
    auto read = readLink(word);
    if (!read)
        throw Error(ErrorKind::Input,
                    {std::string(where), "an alignment link cannot be read", "links such as 0-0, 3p4 or 3?4",
                     quoted(word), "Give one line of links a sentence pair, source token first."});
    if (read->link.source < base || read->link.target < base)
        throw Error(ErrorKind::Input,
                    {std::string(where), "an alignment link has an index below the first token's",
                     "indices counted from " + std::to_string(base), quoted(word),
                     "Say that this file counts tokens from 0."});
    read->link.source -= base;
    read->link.target -= base;
    return *read;
}

void sortAndDeduplicate(std::vector<Link>& links)
{
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
}

} // namespace

GoldAlignment parseAlignmentLine(std::string_view line, int base, std::string_view where)
{
    GoldAlignment gold;
    std::string_view rest = withoutPrefix(line);
    while (true) {
        rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
        if (rest.empty())
            break;
        const std::string_view word = rest.substr(0, rest.find_first_of(blanks));
        const ReadLink read = linkOf(word, base, where);
        (read.sure ? gold.sure : gold.possible).push_back(read.link);
        rest.remove_prefix(word.size());
    }
    sortAndDeduplicate(gold.sure);
    sortAndDeduplicate(gold.possible);
    std::erase_if(gold.possible,
                  [&](Link link) { return std::binary_search(gold.sure.begin(), gold.sure.end(), link); });
    return gold;
}

std::string toPharaoh(std::vector<Link> links)
{
    sortAndDeduplicate(links);
    std::string line;
    for (const Link link : links) {
        if (!line.empty())
            line += ' ';
        line += std::to_string(link.source) + '-' + std::to_string(link.target);
    }
    return line;
}

} // namespace alignoscope

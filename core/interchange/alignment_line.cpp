// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"
#include "interchange/alignment_words.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace alignoscope {

namespace {

struct ReadLink {
    Link link;
    bool sure = true;
};

/// "3-4", "3p4", "3?4", "3-4S", "3-4P"; nothing where it is none of them.
std::optional<ReadLink> readLink(std::string_view word)
{
    const auto source = interchange::readIndex(word);
    if (!source || word.empty())
        return std::nullopt;
    const char separator = word.front();
    if (separator != '-' && separator != 'p' && separator != '?')
        return std::nullopt;
    word.remove_prefix(1);
    const auto target = interchange::readIndex(word);
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

ReadLink linkOf(std::string_view word, int base, std::string_view where)
{
    auto read = readLink(word);
    if (!read)
        throw Error(ErrorKind::Input,
                    {std::string(where), "an alignment link cannot be read", "links such as 0-0, 3p4 or 3?4",
                     interchange::quoted(word), "Give one line of links a sentence pair, source token first."});
    if (read->link.source < base || read->link.target < base)
        throw Error(ErrorKind::Input,
                    {std::string(where), "an alignment link has an index below the first token's",
                     "indices counted from " + std::to_string(base), interchange::quoted(word),
                     "Say that this file counts tokens from 0."});
    read->link.source -= base;
    read->link.target -= base;
    return *read;
}

} // namespace

GoldAlignment parseAlignmentLine(std::string_view line, int base, std::string_view where)
{
    GoldAlignment gold;
    for (const std::string_view word : interchange::wordsOf(withoutPrefix(line))) {
        const ReadLink read = linkOf(word, base, where);
        (read.sure ? gold.sure : gold.possible).push_back(read.link);
    }
    interchange::tidy(gold);
    return gold;
}

std::string toPharaoh(std::vector<Link> links)
{
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
    std::string line;
    for (const Link link : links) {
        if (!line.empty())
            line += ' ';
        line += std::to_string(link.source) + '-' + std::to_string(link.target);
    }
    return line;
}

} // namespace alignoscope

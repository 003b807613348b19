// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/naacl_alignment.h"

#include "alignoscope/error.h"
#include "interchange/alignment_words.h"

#include <algorithm>
#include <optional>

namespace alignoscope::interchange {

namespace {

constexpr std::int32_t mostSentences = 1'000'000; // a mistyped number must not take all memory

struct NaaclLink {
    std::int32_t sentence = 0;
    Link link;
    bool sure = true;
};

bool isConfidence(std::string_view word)
{
    return word.find_first_not_of("0123456789.eE+-") == std::string_view::npos
        && word.find_first_of("0123456789") != std::string_view::npos;
}

std::optional<std::int32_t> wholeNumber(std::string_view word)
{
    const auto value = readIndex(word);
    return word.empty() ? value : std::nullopt;
}

/// Nothing where the words are not such a link.
std::optional<NaaclLink> linkOf(const std::vector<std::string_view>& words)
{
    if (words.size() < 3 || words.size() > 5)
        return std::nullopt;
    const auto sentence = wholeNumber(words[0]), source = wholeNumber(words[1]), target = wholeNumber(words[2]);
    if (!sentence || !source || !target || *sentence > mostSentences)
        return std::nullopt;
    std::size_t next = 3;
    bool sure = true;
    if (next < words.size() && (words[next] == "S" || words[next] == "P"))
        sure = words[next++] == "S";
    if (next < words.size() && isConfidence(words[next]))
        ++next;
    if (next < words.size())
        return std::nullopt;
    return NaaclLink{*sentence, {*source, *target}, sure};
}

[[noreturn]] void cannotRead(const std::string& where, std::string_view line)
{
    throw Error(ErrorKind::Input,
                {where, "an alignment link cannot be read", "sentence, source and target word, such as 18 1 2 S",
                 quoted(line), "Give one link a line, or one line of links such as 0-0 1-2 a sentence pair."});
}

std::vector<NaaclLink> linksOf(const std::vector<std::string_view>& lines, const std::string& where)
{
    std::vector<NaaclLink> links;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto words = wordsOf(lines[i]);
        if (words.empty())
            continue;
        const auto link = linkOf(words);
        if (!link)
            cannotRead(where + ", line " + std::to_string(i + 1), lines[i]);
        links.push_back(*link);
    }
    return links;
}

} // namespace

bool looksLikeNaacl(const std::vector<std::string_view>& lines)
{
    for (const std::string_view line : lines)
        if (const auto words = wordsOf(line); !words.empty())
            return linkOf(words).has_value();
    return false;
}

GoldFile parseNaacl(const std::vector<std::string_view>& lines, int base, const std::string& where)
{
    const auto links = linksOf(lines, where);
    const bool fromZero =
        std::any_of(links.begin(), links.end(), [](const NaaclLink& link) { return link.sentence == 0; });
    GoldFile file{AlignmentSyntax::Naacl, base == 0 ? 0 : 1, {}};
    for (const NaaclLink& read : links) {
        const auto sentence = static_cast<std::size_t>(read.sentence - (fromZero ? 0 : 1));
        if (sentence >= file.pairs.size())
            file.pairs.resize(sentence + 1);
        const Link link{read.link.source - file.base, read.link.target - file.base};
        if (link.source < 0 || link.target < 0) // the empty word
            continue;
        GoldAlignment& gold = file.pairs[sentence];
        (read.sure ? gold.sure : gold.possible).push_back(link);
    }
    for (GoldAlignment& gold : file.pairs)
        tidy(gold);
    return file;
}

} // namespace alignoscope::interchange

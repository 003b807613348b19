// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/alignment_words.h"
#include "interchange/attention/hard_links.h"
#include "interchange/attention/marian.h"
#include "interchange/attention/marian_fields.h"

#include <algorithm>
#include <iterator>

namespace alignoscope::interchange {

namespace {

/// Nothing where it is no list of links.
std::optional<std::vector<Link>> linksOf(std::string_view alignment)
{
    std::vector<Link> links;
    for (std::string_view word : wordsOf(alignment)) {
        const auto first = readIndex(word);
        if (!first || word.empty() || word.front() != '-')
            return std::nullopt;
        word.remove_prefix(1);
        const auto second = readIndex(word);
        if (!second || !word.empty())
            return std::nullopt;
        links.push_back({*first, *second});
    }
    return links;
}

bool eachOnce(std::vector<Link> links, std::int32_t Link::*side)
{
    std::ranges::sort(links, {}, side);
    for (std::size_t i = 0; i < links.size(); ++i)
        if (links[i].*side != static_cast<std::int32_t>(i))
            return false;
    return true;
}

/// AmuNMT names the target word first, Marian second; each target word is in one link, and its end in none.
bool writtenByAmuNmt(const std::vector<RawSentence>& sentences)
{
    if (std::ranges::any_of(
            sentences, [](const RawSentence& each) { return each.target && each.target->size() != each.links.size(); }))
        return false;
    const auto all = [&sentences](std::int32_t Link::*side) {
        return std::ranges::all_of(sentences, [side](const auto& each) { return eachOnce(each.links, side); });
    };
    return all(&Link::source) && !all(&Link::target);
}

} // namespace

bool looksLikeMarianHard(const std::vector<std::string_view>& lines)
{
    bool links = false;
    std::ptrdiff_t read = 0;
    for (const std::string_view line : lines) {
        const auto parts = marianLine(line);
        const auto found = parts ? linksOf(parts->alignment) : std::nullopt;
        read += found ? 1 : 0;
        links = links || (found && !found->empty());
    }
    return links && 2 * read >= std::ssize(lines); // the others may be damaged
}

void readMarianHard(AttentionLines& lines, RawAttention& attention)
{
    attention.format = AttentionFormat::MarianHard;
    attention.facts.hard = true;
    attention.facts.endLinks = true;
    readMarianLines(lines, attention, [](std::string_view alignment, RawSentence& sentence) -> std::string {
        auto links = linksOf(alignment);
        if (!links)
            return "the links cannot be read";
        sentence.links = std::move(*links);
        return {};
    });
    if (attention.options().format == AttentionFormat::AmuNmt
        || (attention.options().format == AttentionFormat::Automatic && writtenByAmuNmt(attention.sentences))) {
        attention.format = AttentionFormat::AmuNmt;
        turnLinks(attention);
        attention.assume("The links name the target word first, as AmuNMT writes them.");
    }
    if (attention.options().reverse)
        turnLinks(attention);
}

} // namespace alignoscope::interchange

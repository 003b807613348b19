// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/link_matrix.h"

#include <algorithm>

namespace alignoscope::interchange {

namespace {

/// How many places links reach to on one side.
std::int32_t reach(const std::vector<Link>& links, std::int32_t Link::*side)
{
    std::int32_t places = 0;
    for (const Link link : links)
        places = std::max(places, link.*side + 1);
    return places;
}

std::optional<std::int32_t> count(const SentenceText& text, const std::optional<Words>& own, std::int64_t line)
{
    const std::optional<Words> words = text.given() ? text.words(line) : own;
    return words ? std::optional(static_cast<std::int32_t>(words->size())) : std::nullopt;
}

std::string outside(const char* side, std::int32_t reached, std::int32_t places)
{
    return "a link names " + std::string(side) + " word " + std::to_string(reached) + " of " + std::to_string(places);
}

} // namespace

bool linksNameEnds(const RawAttention& attention, const Texts& texts)
{
    return std::ranges::any_of(attention.sentences, [&texts](const RawSentence& sentence) {
        const auto sources = count(texts.source, sentence.source, sentence.textLine);
        const auto targets = count(texts.target, sentence.target, sentence.textLine);
        return (sources && reach(sentence.links, &Link::source) == *sources + 1)
            || (targets && reach(sentence.links, &Link::target) == *targets + 1);
    });
}

std::string spreadLinks(RawSentence& sentence, bool ends, RawAttention& attention)
{
    const auto sources = reach(sentence.links, &Link::source), targets = reach(sentence.links, &Link::target);
    const auto room = [ends](const std::optional<Words>& words, std::int32_t reached) {
        return words ? static_cast<std::int32_t>(words->size()) + (ends ? 1 : 0) : reached;
    };
    sentence.columns = room(sentence.source, sources);
    sentence.rows = room(sentence.target, targets);
    if (sources > sentence.columns)
        return outside("source", sources, sentence.columns);
    if (targets > sentence.rows)
        return outside("target", targets, sentence.rows);
    attention.spend(std::int64_t{sentence.columns} * sentence.rows);
    sentence.weights.assign(static_cast<std::size_t>(sentence.columns) * static_cast<std::size_t>(sentence.rows), 0);
    std::ranges::sort(sentence.links, {}, [](Link link) { return std::pair(link.target, link.source); });
    const auto repeated = std::unique(sentence.links.begin(), sentence.links.end());
    sentence.links.erase(repeated, sentence.links.end());
    for (auto first = sentence.links.begin(); first != sentence.links.end();) {
        const auto last =
            std::find_if(first, sentence.links.end(), [first](Link link) { return link.target != first->target; });
        for (auto link = first; link != last; ++link)
            sentence.weights[static_cast<std::size_t>(link->target) * static_cast<std::size_t>(sentence.columns)
                             + static_cast<std::size_t>(link->source)] = 1.0F / static_cast<float>(last - first);
        first = last;
    }
    return {};
}

} // namespace alignoscope::interchange

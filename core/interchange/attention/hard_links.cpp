// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/hard_links.h"

#include "alignoscope/attention_shape.h"

#include <utility>

namespace alignoscope::interchange {

namespace {

bool endsWithEnd(const std::vector<std::string>& tokens)
{
    return !tokens.empty() && isEndToken(tokens.back());
}

} // namespace

void turnLinks(RawAttention& attention)
{
    for (RawSentence& sentence : attention.sentences)
        for (Link& link : sentence.links)
            std::swap(link.source, link.target);
}

std::vector<Link> linksFrom(const AttentionSnapshot& snapshot, double threshold)
{
    const std::int32_t sources = snapshot.sources() - (endsWithEnd(snapshot.sourceTokens) ? 1 : 0);
    const std::int32_t targets = snapshot.targets() - (endsWithEnd(snapshot.targetTokens) ? 1 : 0);
    std::vector<Link> links;
    for (const WeightedLink& link : linksAbove(snapshot, static_cast<float>(threshold)))
        if (link.source < sources && link.target < targets)
            links.push_back({link.source, link.target});
    return links;
}

} // namespace alignoscope::interchange

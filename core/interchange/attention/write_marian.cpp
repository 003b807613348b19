// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "alignoscope/attention_shape.h"
#include "interchange/attention/written_words.h"
#include "interchange/weight_text.h"

#include <algorithm>

namespace alignoscope {

namespace {

/// The source token of the largest weight in each row that has one, ends included.
std::vector<Link> strongest(const AttentionSnapshot& snapshot)
{
    std::vector<Link> links;
    for (std::int32_t target = 0; target < snapshot.targets(); ++target) {
        const auto row = snapshot.row(target);
        const auto largest = std::ranges::max_element(row);
        if (largest != row.end() && *largest > 0)
            links.push_back({static_cast<std::int32_t>(largest - row.begin()), target});
    }
    return links;
}

std::string softLine(const AttentionSnapshot& snapshot)
{
    std::string line = interchange::writtenWords(snapshot.targetTokens) + " |||";
    for (std::int32_t target = 0; target < snapshot.targets(); ++target) {
        char before = ' ';
        for (const float weight : snapshot.row(target)) {
            line += before + interchange::weightText(weight);
            before = ',';
        }
    }
    return line + '\n';
}

std::string hardLine(const AttentionSnapshot& snapshot, std::vector<Link> links)
{
    return interchange::writtenWords(snapshot.targetTokens) + " ||| " + toPharaoh(std::move(links)) + '\n';
}

} // namespace

std::string attentionToMarianSoft(const std::vector<AttentionSnapshotPtr>& snapshots)
{
    std::string lines;
    for (const AttentionSnapshotPtr& snapshot : snapshots)
        lines += softLine(*snapshot);
    return lines;
}

std::string attentionToMarianHard(const std::vector<AttentionSnapshotPtr>& snapshots)
{
    std::string lines;
    for (const AttentionSnapshotPtr& snapshot : snapshots)
        lines += hardLine(*snapshot, strongest(*snapshot));
    return lines;
}

std::string attentionToMarianHard(const std::vector<AttentionSnapshotPtr>& snapshots, double threshold)
{
    std::string lines;
    for (const AttentionSnapshotPtr& snapshot : snapshots) {
        std::vector<Link> links;
        for (const WeightedLink& link : linksAbove(*snapshot, static_cast<float>(threshold)))
            links.push_back({link.source, link.target});
        lines += hardLine(*snapshot, std::move(links));
    }
    return lines;
}

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/metrics.h"
#include "analysis/line_counts.h"

#include <set>

namespace alignoscope {

AlignmentScore scoreAlignments(const std::vector<std::vector<Link>>& alignments, const std::vector<GoldAlignment>& gold)
{
    analysis::requireEqualCounts("alignment error rate", alignments.size(), gold.size());
    AlignmentScore score;
    score.sentences = static_cast<std::int64_t>(gold.size());
    std::int64_t foundSure = 0, foundPossible = 0;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        const std::set<Link> links(alignments[i].begin(), alignments[i].end());
        const std::set<Link> sure(gold[i].sure.begin(), gold[i].sure.end());
        std::set<Link> possible(gold[i].possible.begin(), gold[i].possible.end());
        for (const Link link : sure)
            possible.erase(link);
        for (const Link link : links) {
            foundSure += static_cast<std::int64_t>(sure.count(link));
            foundPossible += static_cast<std::int64_t>(sure.count(link) + possible.count(link));
        }
        score.links += static_cast<std::int64_t>(links.size());
        score.sure += static_cast<std::int64_t>(sure.size());
        score.possible += static_cast<std::int64_t>(possible.size());
    }
    const auto share = [](std::int64_t part, std::int64_t whole) {
        return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    // P = |A∩P| / |A|   R = |A∩S| / |S|   AER = 1 − (|A∩S| + |A∩P|) / (|A| + |S|)
    score.precision = share(foundPossible, score.links);
    score.recall = share(foundSure, score.sure);
    if (score.links + score.sure > 0)
        score.aer = 1 - share(foundSure + foundPossible, score.links + score.sure);
    return score;
}

} // namespace alignoscope

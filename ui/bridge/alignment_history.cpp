// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/alignment_history.h"

#include "ui/bridge/timeline_stops.h"

#include <algorithm>
#include <map>

namespace alignoscope::ui {

namespace {

/// Sentences chosen one by one are recorded more often than the sample; only steps that most have can be compared.
std::vector<qint64> commonSteps(const Run& run, const std::vector<KnownSentence>& sentences)
{
    std::map<qint64, std::size_t> counts;
    for (const KnownSentence& sentence : sentences)
        for (const std::int64_t step : run.snapshotSteps(sentence.id))
            ++counts[step];
    std::size_t most = 0;
    for (const auto& [step, count] : counts)
        most = std::max(most, count);
    std::vector<qint64> steps;
    for (const auto& [step, count] : counts)
        if (2 * count > most)
            steps.push_back(step);
    return steps;
}

} // namespace

std::vector<AlignmentPoint> alignmentOverTime(const Run& run, const std::vector<KnownSentence>& sentences,
                                              const std::stop_token& stop, std::size_t atMost)
{
    std::vector<AlignmentPoint> points;
    for (const qint64 step : evenChoice(commonSteps(run, sentences), atMost)) {
        AlignmentPoint point{step, {}, {}};
        std::vector<std::vector<Link>> links;
        std::vector<GoldAlignment> gold;
        for (const KnownSentence& sentence : sentences) {
            if (stop.stop_requested())
                return {};
            const AttentionSnapshotPtr picture = run.snapshot(sentence.id, step);
            if (!picture || picture->step != step || !picture->forced)
                continue;
            links.push_back(argmaxLinks(picture->weights, picture->targets(), picture->sources()));
            gold.push_back(sentence.gold);
            point.agreement +=
                attentionAgreement(picture->weights, picture->targets(), picture->sources(), sentence.gold);
        }
        if (gold.empty())
            continue;
        point.score = scoreAlignments(links, gold);
        points.push_back(std::move(point));
    }
    return points;
}

} // namespace alignoscope::ui

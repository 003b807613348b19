// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/state_curves.h"

#include <algorithm>

namespace alignoscope {

std::vector<StateLimitOptions> usualStateLimits()
{
    std::vector<StateLimitOptions> limits;
    for (const StateLimit kind : {StateLimit::Best, StateLimit::Window})
        for (const int states : {1, 2, 3, 4, 6, 8})
            limits.push_back({kind, states});
    limits.emplace_back();
    return limits;
}

StateCurve measureStateLimits(const Translator& translator, const RawCorpus& corpus,
                              const std::vector<StateLimitOptions>& limits, const TranslationOptions& options,
                              const Progress& progress)
{
    StateCurve curve;
    curve.sentences = static_cast<std::int64_t>(corpus.pairs.size());
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(1, limits.size()));
    for (const StateLimitOptions& limit : limits) {
        const double from = share * static_cast<double>(curve.points.size());
        const Progress part{[&](double fraction) { progress(from + share * fraction); }, progress.stop};
        const EvaluationReport report = evaluate(*translator.limited(limit), corpus, nullptr, options, part);
        StatePoint point{limit, report.bleu.score, report.loss, {}};
        if (report.alignment)
            point.aer = report.alignment->aer;
        curve.points.push_back(point);
    }
    return curve;
}

} // namespace alignoscope

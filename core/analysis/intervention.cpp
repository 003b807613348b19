// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/intervention.h"
#include "alignoscope/error.h"

namespace alignoscope {

AttentionSnapshot attentionOf(const InterventionResult& result)
{
    AttentionSnapshot snapshot;
    snapshot.step = result.step;
    snapshot.sentence = SentenceId(-1);
    snapshot.sourceTokens = result.source;
    snapshot.sourceUnknown = result.sourceUnknown;
    snapshot.targetTokens = result.tokens;
    snapshot.weights = result.attention;
    snapshot.loss = -result.logProbability / static_cast<double>(result.tokens.size());
    return snapshot;
}

std::vector<float> withWeight(std::span<const float> row, std::size_t source, float weight)
{
    if (!(weight >= 0 && weight <= 1) || source >= row.size())
        throw Error(ErrorKind::Usage,
                    {"attention",
                     "a row cannot have this weight there",
                     "0 to 1 at one of " + std::to_string(row.size()) + " source words",
                     std::to_string(weight) + " at " + std::to_string(source),
                     {}});
    if (row.size() == 1)
        return {1.0F};
    double others = 0;
    for (std::size_t s = 0; s < row.size(); ++s)
        others += s == source ? 0.0 : static_cast<double>(row[s]);
    const double rest = 1 - static_cast<double>(weight);
    std::vector<float> changed;
    for (std::size_t s = 0; s < row.size(); ++s) {
        const double share =
            others > 0 ? static_cast<double>(row[s]) / others : 1 / static_cast<double>(row.size() - 1);
        changed.push_back(s == source ? weight : static_cast<float>(rest * share));
    }
    return changed;
}

} // namespace alignoscope

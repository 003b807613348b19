// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/beam_trace.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace alignoscope::testing {

/// A made-up search of `steps` steps: every hypothesis has `likeliest` next words, of which the likeliest of all are
/// kept; from half way on, one a step is finished, and at the last step the rest is.
inline BeamTrace sampleBeam(int beam, int likeliest, int steps)
{
    BeamTrace trace;
    trace.modelStep = 1200;
    trace.source = {"a", "b", "</s>"};
    trace.attention = {0.5F, 0.25F, 0.25F};
    trace.beam = beam;
    trace.likeliest = likeliest;
    trace.lengthPenalty = 1;
    trace.nodes.resize(1);
    trace.stepBegin = {0, 1};
    std::vector<int> live{0};
    unsigned state = 1;
    for (int step = 1; step <= steps && !live.empty(); ++step) {
        std::vector<BeamTrace::Node> found;
        for (const int parent : live) {
            double share = 0.6;
            for (int i = 0; i < likeliest; ++i, share *= 0.5) {
                state = state * 1103515245U + 12345U; // made-up words of all lengths
                BeamTrace::Node node;
                node.parent = parent;
                node.step = step;
                node.id = TokenId(3 + i);
                node.token = "word" + std::string(state / 65536 % 9, 'x') + std::to_string(i);
                node.wordLogProbability = std::log(share * (0.9 + 0.1 * static_cast<double>(state / 65536 % 10) / 10));
                node.logProbability = trace.node(parent).logProbability + node.wordLogProbability;
                node.score = node.logProbability / step;
                node.fate = BeamTrace::Fate::Pruned;
                found.push_back(node);
            }
        }
        std::ranges::stable_sort(found,
                                 [](const auto& a, const auto& b) { return a.logProbability > b.logProbability; });
        const int places = beam - static_cast<int>(trace.hypotheses.size());
        live.clear();
        for (int i = 0; i < static_cast<int>(found.size()); ++i) {
            BeamTrace::Node& node = found[static_cast<std::size_t>(i)];
            const int at = static_cast<int>(trace.nodes.size());
            const bool last = step == steps, finished = last || (i == 0 && step > steps / 2);
            node.place = i + 1;
            if (i < places)
                node.fate = finished ? BeamTrace::Fate::Finished : BeamTrace::Fate::Kept;
            if (node.fate == BeamTrace::Fate::Finished) {
                node.token = "</s>";
                trace.hypotheses.push_back(at);
            } else if (node.fate == BeamTrace::Fate::Kept) {
                live.push_back(at);
            }
            trace.nodes.push_back(node);
            trace.nodes[static_cast<std::size_t>(node.parent)].next.push_back(at);
        }
        trace.stepBegin.push_back(static_cast<int>(trace.nodes.size()));
    }
    std::ranges::stable_sort(trace.hypotheses, [&](int a, int b) { return trace.node(a).score > trace.node(b).score; });
    for (std::size_t i = 0; i < trace.hypotheses.size(); ++i)
        trace.nodes[static_cast<std::size_t>(trace.hypotheses[i])].rank = static_cast<int>(i) + 1;
    return trace;
}

} // namespace alignoscope::testing

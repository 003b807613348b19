// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/beam_trace.h"

#include <algorithm>

namespace alignoscope {

std::vector<int> pathTo(const BeamTrace& trace, int node)
{
    std::vector<int> path;
    for (; node > 0; node = trace.node(node).parent)
        path.push_back(node);
    std::reverse(path.begin(), path.end());
    return path;
}

Hypothesis hypothesisAt(const BeamTrace& trace, int node)
{
    Hypothesis hypothesis;
    std::vector<std::string> words;
    for (const int at : pathTo(trace, node)) {
        const BeamTrace::Node& word = trace.node(at);
        hypothesis.tokens.push_back(word.token);
        if (word.id != Vocabulary::endSentence)
            words.push_back(word.token);
        const auto row = trace.attentionRow(at);
        hypothesis.attention.insert(hypothesis.attention.end(), row.begin(), row.end());
    }
    hypothesis.text = detokenize(words, trace.targetText);
    hypothesis.logProbability = trace.node(node).logProbability;
    hypothesis.score = trace.node(node).score;
    return hypothesis;
}

AttentionSnapshot attentionOf(const BeamTrace& trace, int node)
{
    Hypothesis hypothesis = hypothesisAt(trace, node);
    AttentionSnapshot snapshot;
    snapshot.step = trace.modelStep;
    snapshot.sentence = SentenceId(-1);
    snapshot.sourceTokens = trace.source;
    snapshot.sourceUnknown = trace.sourceUnknown;
    snapshot.targetTokens = std::move(hypothesis.tokens);
    snapshot.weights = std::move(hypothesis.attention);
    if (!snapshot.targetTokens.empty())
        snapshot.loss = -hypothesis.logProbability / static_cast<double>(snapshot.targetTokens.size());
    return snapshot;
}

int leaderAt(const BeamTrace& trace, int step)
{
    int leader = 0;
    const auto consider = [&](int at) {
        if (leader == 0 || trace.node(at).score > trace.node(leader).score)
            leader = at;
    };
    // best first, so that of equal scores the one ranked higher leads
    for (const int at : trace.hypotheses) {
        if (trace.node(at).step <= step)
            consider(at);
    }
    for (int at = 1; at < static_cast<int>(trace.nodes.size()) && trace.node(at).step <= step; ++at) {
        if (trace.node(at).step == step && trace.node(at).fate == BeamTrace::Fate::Kept)
            consider(at);
    }
    return leader;
}

} // namespace alignoscope

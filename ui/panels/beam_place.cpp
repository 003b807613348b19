// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/beam_place.h"

#include <algorithm>

namespace alignoscope::ui {
namespace {

/// The best of the final hypotheses that begin with a node's words; −1: none does.
int outcomeOf(const BeamTrace& trace, int node)
{
    for (const int last : trace.hypotheses) {
        for (int at = last; at >= 0; at = trace.node(at).parent) {
            if (at == node)
                return last;
        }
    }
    return -1;
}

int ancestorAt(const BeamTrace& trace, int node, int step)
{
    while (trace.node(node).step > step)
        node = trace.node(node).parent;
    return node;
}

} // namespace

void BeamPlace::follow(const BeamTrace& trace, int node, int step)
{
    m_leader = node == leaderAt(trace, step);
    m_source = trace.source;
    m_words = hypothesisAt(trace, node).tokens;
    const int outcome = outcomeOf(trace, node);
    m_rank = outcome < 0 ? 0 : trace.node(outcome).rank;
}

int BeamPlace::nodeAt(const BeamTrace& trace, int step) const
{
    const int node = m_leader ? -1 : find(trace);
    if (node < 0)
        return leaderAt(trace, step);
    if (trace.node(node).step >= step)
        return ancestorAt(trace, node, step);
    const int outcome = outcomeOf(trace, node);
    return outcome < 0 ? node : ancestorAt(trace, outcome, step);
}

int BeamPlace::find(const BeamTrace& trace) const
{
    if (trace.source == m_source) {
        int node = 0;
        for (const std::string& word : m_words) {
            const auto& next = trace.node(node).next;
            const auto found = std::ranges::find_if(next, [&](int at) { return trace.node(at).token == word; });
            if (found == next.end())
                return -1;
            node = *found;
        }
        return node;
    }
    // of another sentence: the hypothesis with the same rank
    const auto place = static_cast<std::size_t>(m_rank);
    return m_rank > 0 && place <= trace.hypotheses.size() ? trace.hypotheses[place - 1] : -1;
}

} // namespace alignoscope::ui

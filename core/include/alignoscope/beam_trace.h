// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/translator.h"

#include <span>
#include <string>
#include <vector>

namespace alignoscope {

/// Everything a beam search over one sentence did: the tree of all the hypotheses it looked at.
/// At every step each live hypothesis is continued by every word; of all continuations the search keeps the likeliest
/// (by log p: they are equally long), as many as the beam has places; a finished hypothesis gives its place up.
struct BeamTrace {
    enum class Fate {
        Kept,     ///< lived on to the next step
        Pruned,   ///< looked at, but others were likelier: what would have followed was never computed
        Finished, ///< ended by EOS
        Cut,      ///< was kept, but had no room for a further word
    };
    /// A hypothesis by its last word.
    struct Node {
        int parent = -1; ///< in `nodes`; -1: the start, which is nodes[0] and has no word
        int step = 0;    ///< words from the start, this one included
        TokenId id{};
        std::string token;             ///< "</s>" for EOS
        double wordLogProbability = 0; ///< natural log of p(word | words before, source)
        double logProbability = 0;     ///< summed from the start
        double score = 0;              ///< log p / length^lengthPenalty, what finished hypotheses are ranked by
        Fate fate = Fate::Kept;
        int place = 0;         ///< among the step's continuations in `nodes`, the likeliest has 1
        int rank = 0;          ///< among the finished and cut hypotheses at the end, the best has 1; 0 for the others
        std::vector<int> next; ///< what was looked at after it, likeliest first; empty unless Kept
        std::size_t attention = 0; ///< where its row of S weights begins in `attention`: what the word was chosen with
    };

    std::int64_t modelStep = 0;      ///< updates the model had seen
    std::vector<std::string> source; ///< tokens as read, EOS last
    std::vector<bool> sourceUnknown; ///< those the model reads as <unk>
    SideText targetText{};           ///< how its tokens become text
    int beam = 0;
    int likeliest = 0; ///< words looked at after each hypothesis, besides those that were kept
    double lengthPenalty = 0;
    std::vector<Node> nodes;      ///< step by step, within a step by `place`
    std::vector<int> stepBegin;   ///< where a step's nodes begin; one more than there are steps, the start is step 0
    std::vector<int> hypotheses;  ///< last nodes, best first
    std::vector<float> attention; ///< rows of S weights; words after the same words share one

    [[nodiscard]] int steps() const { return static_cast<int>(stepBegin.size()) - 2; } ///< without the start
    [[nodiscard]] const Node& node(int at) const { return nodes[static_cast<std::size_t>(at)]; }
    [[nodiscard]] std::span<const float> attentionRow(int at) const
    {
        return {attention.data() + node(at).attention, source.size()};
    }
};

// Pure and thread-safe; `node` counts in `trace.nodes`.

/// The nodes of a hypothesis from its first word to `node`; empty for the start.
ALIGNOSCOPE_API std::vector<int> pathTo(const BeamTrace& trace, int node);
/// A hypothesis as a translation has it, also one that was pruned or goes on.
ALIGNOSCOPE_API Hypothesis hypothesisAt(const BeamTrace& trace, int node);
/// Its attention so far as a picture (sentence -1). Of the start: no target tokens.
ALIGNOSCOPE_API AttentionSnapshot attentionOf(const BeamTrace& trace, int node);
/// The kept, finished or cut hypothesis with the best score when `step` steps were done, finished ones included: the
/// leader. The start at step 0.
ALIGNOSCOPE_API int leaderAt(const BeamTrace& trace, int step);

/// {source, sourceUnknown, modelStep, beam, likeliest, lengthPenalty, hypotheses: […], nodes: […]}, a node a line: its
/// step, parent, token, logarithms, score,
/// fate, place, rank and attention. Parents and hypotheses count nodes from 0, the start. Throws Error(Numerics) on
/// weights that are no numbers.
ALIGNOSCOPE_API std::string beamTraceToJson(const BeamTrace& trace);

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoding/beam_observer.h"
#include "decoding/decoder_steps.h"
#include "decoding/steering.h"

#include <stop_token>
#include <vector>

namespace alignoscope::decoding {

struct BeamSettings {
    int beam = 5;
    double lengthPenalty = 1.0; ///< ranked by log p / length^lengthPenalty
    bool attention = true;
    std::vector<int> maxLength;         ///< of each sentence, EOS included
    const Steering* steering = nullptr; ///< what is given, the same for every sentence
};

struct BeamHypothesis {
    std::vector<TokenId> tokens; ///< EOS last, unless maxLength cut it
    double logProbability = 0, score = 0;
    std::vector<float> attention;    ///< T × S row-major
    std::vector<float> centres = {}; ///< p_t of a local kind of attention, T; none of the others
    float window = 0;                ///< D of it
    Index node = -1;                 ///< its last word, as an observer counts them
};

/// Beam search over several sentences at once: the live hypotheses of all of them are the columns of each step.
/// <unk> and <s> are never produced. Holds the memory of its steps, so keep one for many calls; not thread-safe.
class BeamSearch {
public:
    /// A team helps with every product: for a sentence or two, and where nothing else computes.
    BeamSearch(const models::RnnSearch<float>& network, const nn::Weights<float>& weights,
               nn::ThreadTeam* team = nullptr)
        : m_steps(network, weights, team)
    {
    }

    /// The hypotheses of every sentence, best first, at most `beam`, at least one. Throws Error(Cancelled).
    /// An observer needs a search of one sentence.
    std::vector<std::vector<BeamHypothesis>> search(const std::vector<std::vector<TokenId>>& sentences,
                                                    const BeamSettings& settings, std::stop_token stop = {},
                                                    BeamObserver* observer = nullptr);

private:
    /// One word of a hypothesis; a hypothesis is a path of them back to the start.
    struct Node {
        Index parent = -1;
        TokenId token{};
        std::size_t weights = 0; ///< where its attention begins in m_attention
        float centre = 0;        ///< of a local kind
    };
    struct Live {
        Index node = -1; ///< −1: nothing said yet
        double logProbability = 0;
        StepColumn at;
    };
    struct Candidate {
        std::size_t live = 0;
        TokenId token{};
        double logProbability = 0;
    };

    void begin(const std::vector<std::vector<TokenId>>& sentences, const BeamSettings& settings);
    void stepColumns(const BeamSettings& settings, int length);
    void expand(const BeamSettings& settings, int length);
    void takeCandidate(std::size_t live, TokenId word);
    void collectCandidates(std::size_t live, int count);
    void keep(const Candidate& candidate, const BeamSettings& settings, int length, bool cut);
    void tellContinued(std::size_t live) const;
    void finish(const Live& live, Index node, double logProbability, const BeamSettings& settings, int length);
    BeamHypothesis unroll(Index node, Index sentence, const BeamSettings& settings) const;

    DecoderSteps m_steps;
    std::vector<StepColumn> m_columns;
    std::vector<std::span<const float>> m_given;
    std::vector<float> m_attention;
    std::vector<Node> m_nodes;
    std::vector<Live> m_live, m_nextLive;
    std::vector<Candidate> m_candidates;
    std::vector<std::vector<BeamHypothesis>> m_finished;
    BeamObserver* m_observer = nullptr;
    std::vector<int> m_open; ///< hypotheses a sentence may still have
};

} // namespace alignoscope::decoding

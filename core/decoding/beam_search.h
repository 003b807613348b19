// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/vocabulary.h"
#include "models/rnnsearch.h"

#include <stop_token>
#include <vector>

namespace alignoscope::decoding {

using nn::Index;

struct BeamSettings {
    int beam = 5;
    double lengthPenalty = 1.0; ///< ranked by log p / length^lengthPenalty
    bool attention = true;
    std::vector<int> maxLength; ///< of each sentence, EOS included
};

struct BeamHypothesis {
    std::vector<TokenId> tokens; ///< EOS last, unless maxLength cut it
    double logProbability = 0, score = 0;
    std::vector<float> attention; ///< T × S row-major
};

/// Beam search over several sentences at once: the live hypotheses of all of them are the columns of each step.
/// <unk> and <s> are never produced. Holds the memory of its steps, so keep one for many calls; not thread-safe.
class BeamSearch {
public:
    /// A team helps with every product: for a sentence or two, and where nothing else computes.
    BeamSearch(const models::RnnSearch<float>& network, const nn::Weights<float>& weights,
               nn::ThreadTeam* team = nullptr)
        : m_network(network), m_weights(weights), m_team(team)
    {
        m_encoderTrace.team = m_decoderTrace.team = team;
    }

    /// The hypotheses of every sentence, best first, at most `beam`, at least one. Throws Error(Cancelled).
    std::vector<std::vector<BeamHypothesis>> search(const std::vector<std::vector<TokenId>>& sentences,
                                                    const BeamSettings& settings, std::stop_token stop = {});

private:
    /// One word of a hypothesis; a hypothesis is a path of them back to the start.
    struct Node {
        Index parent = -1;
        TokenId token{};
        std::size_t weights = 0; ///< where its attention begins in m_attention
    };
    struct Live {
        Index node = -1; ///< −1: nothing said yet
        Index sentence = 0;
        Index column = 0; ///< its column of the last step's states
        double logProbability = 0;
        TokenId last = Vocabulary::beginSentence;
    };
    struct Candidate {
        std::size_t live = 0;
        TokenId token{};
        double logProbability = 0;
    };

    void begin(const std::vector<std::vector<TokenId>>& sentences, const BeamSettings& settings);
    void stepColumns();
    void expand(const BeamSettings& settings, int length);
    void collectCandidates(std::size_t live, int count);
    void finish(const Live& live, Index node, double logProbability, const BeamSettings& settings, int length);
    BeamHypothesis unroll(Index node, Index sentence, const BeamSettings& settings) const;

    const models::RnnSearch<float>& m_network;
    const nn::Weights<float>& m_weights;
    nn::ThreadTeam* m_team;

    models::SourceBatch m_source;
    models::Encoder<float>::Trace m_encoderTrace;
    models::Encoded<float> m_encoded;
    models::Decoder<float>::Trace m_decoderTrace;
    nn::DistinctWords m_words;
    nn::Buffer<float> m_states, m_gathered, m_embedded, m_projected, m_inputs, m_deep, m_maxout, m_logits, m_query,
        m_contexts, m_gates, m_reset, m_candidateState;
    std::vector<Index> m_place, m_sentenceOf, m_weightStart;
    std::vector<float> m_stepWeights, m_attention;
    std::vector<Node> m_nodes;
    std::vector<Live> m_live, m_nextLive;
    std::vector<Candidate> m_candidates;
    std::vector<std::vector<BeamHypothesis>> m_finished;
    std::vector<int> m_open; ///< hypotheses a sentence may still have
};

} // namespace alignoscope::decoding

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/beam_search.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::decoding {

std::vector<std::vector<BeamHypothesis>> BeamSearch::search(const std::vector<std::vector<TokenId>>& sentences,
                                                            const BeamSettings& settings, std::stop_token stop)
{
    begin(sentences, settings);
    for (int length = 1; !m_live.empty(); ++length) {
        if (stop.stop_requested())
            throw Error(ErrorKind::Cancelled, {"translation", "stopped before it was done", {}, {}, {}});
        stepColumns();
        expand(settings, length);
    }
    for (auto& hypotheses : m_finished)
        std::stable_sort(hypotheses.begin(), hypotheses.end(),
                         [](const auto& a, const auto& b) { return a.score > b.score; });
    return std::move(m_finished);
}

void BeamSearch::begin(const std::vector<std::vector<TokenId>>& sentences, const BeamSettings& settings)
{
    const std::vector<std::span<const TokenId>> views(sentences.begin(), sentences.end());
    m_source.assign(views, m_network.sizes().sourceWords);
    m_network.encoder().forward(m_weights, m_source, {}, m_encoderTrace, m_encoded);
    auto states = m_states.shape(m_network.sizes().hidden, m_source.sentences());
    m_network.decoder().start(m_weights, m_encoded.firstBackward.map(), states);

    m_nodes.clear();
    m_attention.clear();
    m_live.clear();
    m_finished.assign(sentences.size(), {});
    m_open.assign(sentences.size(), settings.beam);
    for (Index sentence = 0; sentence < m_source.sentences(); ++sentence)
        m_live.push_back({-1, sentence, sentence, 0.0, Vocabulary::beginSentence});
}

/// Runs the decoder one step for all live hypotheses; afterwards m_states holds s_i, m_logits log p and m_stepWeights
/// α.
void BeamSearch::stepColumns()
{
    const auto& sizes = m_network.sizes();
    const Index n = sizes.hidden, l = sizes.maxout, k = static_cast<Index>(m_live.size());
    m_words.clear(sizes.targetWords);
    m_place.resize(m_live.size());
    m_sentenceOf.resize(m_live.size());
    m_weightStart.assign(m_live.size() + 1, 0);
    auto states = m_gathered.shape(n, k);
    for (std::size_t i = 0; i < m_live.size(); ++i) {
        const Live& live = m_live[i];
        m_place[i] = m_words.add(index(live.last));
        m_sentenceOf[i] = live.sentence;
        m_weightStart[i + 1] = m_weightStart[i] + m_source.sequences.length(live.sentence);
        states.col(static_cast<Index>(i)) = m_states.map().col(live.column);
    }
    m_stepWeights.resize(static_cast<std::size_t>(m_weightStart.back()));

    auto projected = m_projected.shape(3 * n + 2 * l, m_words.size());
    m_network.projectWords(m_weights, m_words, {}, m_embedded, projected, m_team);
    auto inputs = m_inputs.shape(3 * n, k);
    nn::gather(projected.topRows(3 * n), m_place, inputs);
    auto deep = m_deep.shape(2 * l, k);
    nn::gather(projected.bottomRows(2 * l), m_place, deep);

    auto contexts = m_contexts.shape(2 * n, k);
    m_network.decoder().step(m_weights, m_source, m_encoded, states, inputs, m_sentenceOf.data(), m_weightStart.data(),
                             m_stepWeights.data(), m_query.shape(m_network.decoder().queryRows(), k), contexts,
                             m_gates.shape(2 * n, k), m_reset.shape(n, k), m_candidateState.shape(n, k),
                             m_states.shape(n, k), m_decoderTrace);
    auto maxout = m_maxout.shape(l, k);
    m_network.deepOutput(m_weights, states, contexts, deep, maxout, m_team);
    auto logits = m_logits.shape(sizes.targetWords, k);
    m_network.output().logits(m_weights, maxout, logits, m_team);
    for (Index column = 0; column < k; ++column) {
        auto one = logits.col(column).array();
        const float largest = one.maxCoeff();
        one -= largest + std::log((one - largest).exp().sum());
    }
}

/// The `count` likeliest words after a live hypothesis join m_candidates.
void BeamSearch::collectCandidates(std::size_t live, int count)
{
    const auto logits = m_logits.map().col(static_cast<Index>(live));
    const auto first = m_candidates.size(), full = first + static_cast<std::size_t>(count);
    const auto less = [](const Candidate& a, const Candidate& b) { return a.logProbability > b.logProbability; };
    const auto begin = m_candidates.begin() + static_cast<std::ptrdiff_t>(first);
    float worst = 0;              // of the likeliest so far, once there are enough
    constexpr Index stretch = 64; // words looked at together
    for (Index from = Vocabulary::marks - 1; from < logits.size(); from += stretch) { // not <unk>, not <s>
        const Index size = std::min(stretch, logits.size() - from);
        if (m_candidates.size() == full && !(logits.segment(from, size).maxCoeff() > worst))
            continue;
        for (Index word = from; word < from + size; ++word) {
            if (m_candidates.size() == full) {
                if (!(logits[word] > worst))
                    continue;
                std::pop_heap(begin, m_candidates.end(), less);
                m_candidates.pop_back();
            }
            m_candidates.push_back({live, TokenId(static_cast<std::int32_t>(word)),
                                    m_live[live].logProbability + static_cast<double>(logits[word])});
            std::push_heap(begin, m_candidates.end(), less);
            worst = logits[index(m_candidates[first].token)];
        }
    }
}

void BeamSearch::expand(const BeamSettings& settings, int length)
{
    m_nextLive.clear();
    for (std::size_t i = 0; i < m_live.size();) {
        const Index sentence = m_live[i].sentence;
        int& open = m_open[static_cast<std::size_t>(sentence)];
        m_candidates.clear();
        m_candidates.reserve(static_cast<std::size_t>(open) * static_cast<std::size_t>(settings.beam));
        for (; i < m_live.size() && m_live[i].sentence == sentence; ++i)
            collectCandidates(i, open);
        const auto kept = std::min(m_candidates.size(), static_cast<std::size_t>(open));
        std::partial_sort(m_candidates.begin(), m_candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                          m_candidates.end(), [](const Candidate& a, const Candidate& b) {
                              return a.logProbability != b.logProbability
                                  ? a.logProbability > b.logProbability
                                  : std::pair(a.live, a.token) < std::pair(b.live, b.token);
                          });
        const bool cut = length >= settings.maxLength[static_cast<std::size_t>(sentence)];
        for (std::size_t c = 0; c < kept; ++c) {
            const Candidate& candidate = m_candidates[c];
            const Live& parent = m_live[candidate.live];
            const auto begin = m_stepWeights.begin() + m_weightStart[candidate.live];
            m_nodes.push_back({parent.node, candidate.token, m_attention.size()});
            if (settings.attention)
                m_attention.insert(m_attention.end(), begin, begin + m_source.sequences.length(sentence));
            const Index node = static_cast<Index>(m_nodes.size()) - 1;
            if (candidate.token == Vocabulary::endSentence || cut) {
                finish(parent, node, candidate.logProbability, settings, length);
                --open;
            } else {
                m_nextLive.push_back(
                    {node, sentence, static_cast<Index>(candidate.live), candidate.logProbability, candidate.token});
            }
        }
    }
    std::swap(m_live, m_nextLive);
}

void BeamSearch::finish(const Live& live, Index node, double logProbability, const BeamSettings& settings, int length)
{
    BeamHypothesis hypothesis = unroll(node, live.sentence, settings);
    hypothesis.logProbability = logProbability;
    hypothesis.score = logProbability / std::pow(static_cast<double>(length), settings.lengthPenalty);
    m_finished[static_cast<std::size_t>(live.sentence)].push_back(std::move(hypothesis));
}

BeamHypothesis BeamSearch::unroll(Index node, Index sentence, const BeamSettings& settings) const
{
    std::vector<Index> path;
    for (; node >= 0; node = m_nodes[static_cast<std::size_t>(node)].parent)
        path.push_back(node);
    BeamHypothesis hypothesis;
    const auto length = static_cast<std::ptrdiff_t>(m_source.sequences.length(sentence));
    for (auto at = path.rbegin(); at != path.rend(); ++at) {
        const Node& word = m_nodes[static_cast<std::size_t>(*at)];
        hypothesis.tokens.push_back(word.token);
        if (settings.attention) {
            const auto begin = m_attention.begin() + static_cast<std::ptrdiff_t>(word.weights);
            hypothesis.attention.insert(hypothesis.attention.end(), begin, begin + length);
        }
    }
    return hypothesis;
}

} // namespace alignoscope::decoding

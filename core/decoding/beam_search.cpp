// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/beam_search.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::decoding {

std::vector<std::vector<BeamHypothesis>> BeamSearch::search(const std::vector<std::vector<TokenId>>& sentences,
                                                            const BeamSettings& settings, std::stop_token stop,
                                                            BeamObserver* observer)
{
    m_observer = observer;
    begin(sentences, settings);
    for (int length = 1; !m_live.empty(); ++length) {
        if (stop.stop_requested())
            throw Error(ErrorKind::Cancelled, {"translation", "stopped before it was done", {}, {}, {}});
        stepColumns(settings, length);
        expand(settings, length);
    }
    for (auto& hypotheses : m_finished)
        std::stable_sort(hypotheses.begin(), hypotheses.end(),
                         [](const auto& a, const auto& b) { return a.score > b.score; });
    return std::move(m_finished);
}

void BeamSearch::begin(const std::vector<std::vector<TokenId>>& sentences, const BeamSettings& settings)
{
    m_steps.begin(sentences);
    m_nodes.clear();
    m_attention.clear();
    m_live.clear();
    m_finished.assign(sentences.size(), {});
    m_open.assign(sentences.size(), settings.beam);
    for (Index sentence = 0; sentence < m_steps.source().sentences(); ++sentence)
        m_live.push_back({-1, 0.0, {sentence, sentence}});
}

void BeamSearch::stepColumns(const BeamSettings& settings, int length)
{
    m_columns.clear();
    for (const Live& live : m_live)
        m_columns.push_back(live.at);
    m_given.clear();
    if (settings.steering)
        m_given.assign(m_live.size(), settings.steering->row(static_cast<std::size_t>(length) - 1));
    m_steps.step(m_columns, m_given);
}

/// The word that is given after a live hypothesis joins m_candidates.
void BeamSearch::takeCandidate(std::size_t live, TokenId word)
{
    const float log = m_steps.logProbabilities()(index(word), static_cast<Index>(live));
    m_candidates.push_back({live, word, m_live[live].logProbability + static_cast<double>(log)});
}

/// The `count` likeliest words after a live hypothesis join m_candidates.
void BeamSearch::collectCandidates(std::size_t live, int count)
{
    const auto logits = m_steps.logProbabilities().col(static_cast<Index>(live));
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
    const auto given = settings.steering ? settings.steering->word(static_cast<std::size_t>(length) - 1) : std::nullopt;
    for (std::size_t i = 0; i < m_live.size();) {
        const Index sentence = m_live[i].at.sentence;
        const int open = m_open[static_cast<std::size_t>(sentence)];
        m_candidates.clear();
        m_candidates.reserve(static_cast<std::size_t>(open) * static_cast<std::size_t>(settings.beam));
        for (; i < m_live.size() && m_live[i].at.sentence == sentence; ++i) {
            given ? takeCandidate(i, *given) : collectCandidates(i, open);
            if (m_observer)
                tellContinued(i);
        }
        const auto kept = std::min(m_candidates.size(), static_cast<std::size_t>(open));
        std::partial_sort(m_candidates.begin(), m_candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                          m_candidates.end(), [](const Candidate& a, const Candidate& b) {
                              return a.logProbability != b.logProbability
                                  ? a.logProbability > b.logProbability
                                  : std::pair(a.live, a.token) < std::pair(b.live, b.token);
                          });
        const bool cut = length >= settings.maxLength[static_cast<std::size_t>(sentence)];
        for (std::size_t c = 0; c < kept; ++c)
            keep(m_candidates[c], settings, length, cut);
    }
    if (m_observer)
        m_observer->stepDone();
    std::swap(m_live, m_nextLive);
}

/// A candidate becomes a node, which lives on or is finished.
void BeamSearch::keep(const Candidate& candidate, const BeamSettings& settings, int length, bool cut)
{
    const Live& parent = m_live[candidate.live];
    const Index sentence = parent.at.sentence, node = static_cast<Index>(m_nodes.size());
    const auto live = static_cast<Index>(candidate.live);
    m_nodes.push_back({parent.node, candidate.token, m_attention.size()});
    if (settings.attention) {
        const auto weights = m_steps.attention(candidate.live);
        m_attention.insert(m_attention.end(), weights.begin(), weights.end());
        if (m_steps.window() >= 0)
            m_nodes.back().centre = m_steps.centre(candidate.live);
    }
    if (m_observer)
        m_observer->keeps(parent.node, candidate.token, m_steps.logProbabilities()(index(candidate.token), live),
                          candidate.logProbability, cut);
    if (candidate.token == Vocabulary::endSentence || cut) {
        finish(parent, node, candidate.logProbability, settings, length);
        --m_open[static_cast<std::size_t>(sentence)];
    } else {
        m_nextLive.push_back({node, candidate.logProbability, {sentence, live, candidate.token}});
    }
}

void BeamSearch::tellContinued(std::size_t live) const
{
    const auto words = m_steps.logProbabilities().col(static_cast<Index>(live));
    const auto weights = m_steps.attention(live);
    m_observer->continues(m_live[live].node, m_live[live].logProbability,
                          {words.data(), static_cast<std::size_t>(words.size())}, weights);
}

void BeamSearch::finish(const Live& live, Index node, double logProbability, const BeamSettings& settings, int length)
{
    BeamHypothesis hypothesis = unroll(node, live.at.sentence, settings);
    hypothesis.node = node;
    hypothesis.logProbability = logProbability;
    hypothesis.score = logProbability / std::pow(static_cast<double>(length), settings.lengthPenalty);
    m_finished[static_cast<std::size_t>(live.at.sentence)].push_back(std::move(hypothesis));
}

BeamHypothesis BeamSearch::unroll(Index node, Index sentence, const BeamSettings& settings) const
{
    std::vector<Index> path;
    for (; node >= 0; node = m_nodes[static_cast<std::size_t>(node)].parent)
        path.push_back(node);
    BeamHypothesis hypothesis;
    const auto length = static_cast<std::ptrdiff_t>(m_steps.source().sequences.length(sentence));
    const bool local = settings.attention && m_steps.window() >= 0;
    hypothesis.window = local ? static_cast<float>(m_steps.window()) : 0;
    for (auto at = path.rbegin(); at != path.rend(); ++at) {
        const Node& word = m_nodes[static_cast<std::size_t>(*at)];
        hypothesis.tokens.push_back(word.token);
        if (settings.attention) {
            const auto begin = m_attention.begin() + static_cast<std::ptrdiff_t>(word.weights);
            hypothesis.attention.insert(hypothesis.attention.end(), begin, begin + length);
        }
        if (local)
            hypothesis.centres.push_back(word.centre);
    }
    return hypothesis;
}

} // namespace alignoscope::decoding

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/beam_recorder.h"

#include "decoding/encoded_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alignoscope::decoding {

namespace {

/// A logarithm to sort by: what is not a number (of a model gone astray) comes last.
template <class Number>
Number sortable(Number logarithm)
{
    return std::isnan(logarithm) ? -std::numeric_limits<Number>::infinity() : logarithm;
}

} // namespace

BeamRecorder::BeamRecorder(BeamTrace& trace, const Vocabulary& vocabulary) : m_trace(trace), m_vocabulary(vocabulary)
{
    m_trace.nodes.assign(1, {});
    m_trace.stepBegin = {0, 1};
    for (std::int32_t word = Vocabulary::marks - 1; word < vocabulary.size(); ++word) // not <unk>, not <s>
        m_words.push_back(TokenId(word));
}

void BeamRecorder::continues(nn::Index node, double logProbability, std::span<const float> wordLogProbabilities,
                             std::span<const float> attention)
{
    const auto of = [&](TokenId word) { return wordLogProbabilities[static_cast<std::size_t>(index(word))]; };
    const auto count = std::min(m_words.size(), static_cast<std::size_t>(m_trace.likeliest));
    std::partial_sort(m_words.begin(), m_words.begin() + static_cast<std::ptrdiff_t>(count), m_words.end(),
                      [&](TokenId a, TokenId b) {
                          const float left = sortable(of(a)), right = sortable(of(b));
                          return left != right ? left > right : a < b;
                      });
    for (std::size_t i = 0; i < count; ++i) {
        const auto own = static_cast<double>(of(m_words[i]));
        m_continuations.push_back({m_live.size(), m_words[i], own, logProbability + own});
    }
    m_live.push_back({node, m_trace.attention.size()});
    m_trace.attention.insert(m_trace.attention.end(), attention.begin(), attention.end());
}

void BeamRecorder::keeps(nn::Index parent, TokenId token, float wordLogProbability, double logProbability, bool cut)
{
    const auto live = static_cast<std::size_t>(std::ranges::find(m_live, parent, &Live::node) - m_live.begin());
    auto found = std::ranges::find_if(m_continuations,
                                      [&](const Continuation& one) { return one.live == live && one.token == token; });
    if (found == m_continuations.end()) // the beam is wider than the list of likeliest words is long
        found = m_continuations.insert(found, {live, token, static_cast<double>(wordLogProbability), logProbability});
    found->kept = true;
    found->cut = cut;
}

void BeamRecorder::stepDone()
{
    std::ranges::sort(m_continuations, [](const Continuation& a, const Continuation& b) {
        const double left = sortable(a.logProbability), right = sortable(b.logProbability);
        if (left != right)
            return left > right;
        return a.kept != b.kept ? a.kept : std::pair(a.live, a.token) < std::pair(b.live, b.token);
    });
    int place = 0;
    std::vector<int> kept;
    for (const Continuation& one : m_continuations) {
        const int at = static_cast<int>(m_trace.nodes.size());
        m_trace.nodes.push_back(nodeOf(one));
        m_trace.nodes.back().place = ++place;
        m_trace.nodes[static_cast<std::size_t>(m_trace.nodes.back().parent)].next.push_back(at);
        if (one.kept)
            kept.push_back(at);
    }
    m_places.insert(m_places.end(), kept.begin(), kept.end()); // in the order in which the search keeps them
    m_trace.stepBegin.push_back(static_cast<int>(m_trace.nodes.size()));
    m_continuations.clear();
    m_live.clear();
}

BeamTrace::Node BeamRecorder::nodeOf(const Continuation& one) const
{
    const Live& live = m_live[one.live];
    BeamTrace::Node node;
    node.parent = live.node < 0 ? 0 : m_places[static_cast<std::size_t>(live.node)];
    node.step = m_trace.steps() + 1;
    node.id = one.token;
    const bool end = one.token == Vocabulary::endSentence;
    node.token = end ? std::string(endOfSentence) : m_vocabulary.token(one.token);
    node.wordLogProbability = one.wordLogProbability;
    node.logProbability = one.logProbability;
    node.score = one.logProbability / std::pow(static_cast<double>(node.step), m_trace.lengthPenalty);
    node.fate = !one.kept ? BeamTrace::Fate::Pruned
        : end             ? BeamTrace::Fate::Finished
        : one.cut         ? BeamTrace::Fate::Cut
                          : BeamTrace::Fate::Kept;
    node.attention = live.attention;
    return node;
}

void BeamRecorder::rank(std::span<const nn::Index> found)
{
    for (const nn::Index node : found) {
        const int at = m_places[static_cast<std::size_t>(node)];
        m_trace.hypotheses.push_back(at);
        m_trace.nodes[static_cast<std::size_t>(at)].rank = static_cast<int>(m_trace.hypotheses.size());
    }
}

} // namespace alignoscope::decoding

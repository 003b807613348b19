// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/decoder_steps.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::decoding {

void DecoderSteps::begin(const std::vector<std::vector<TokenId>>& sentences)
{
    const std::vector<std::span<const TokenId>> views(sentences.begin(), sentences.end());
    m_source.assign(views, m_network.sizes().sourceWords);
    m_network.encoder().forward(m_weights, m_source, {}, m_encoderTrace, m_encoded);
    auto states = m_states.shape(m_network.sizes().hidden, m_source.sentences());
    m_network.decoder().start(m_weights, m_encoded.firstBackward.map(), states);
}

/// Gathers the columns' states, words and room for their attention.
void DecoderSteps::lookUp(std::span<const StepColumn> columns)
{
    m_words.clear(m_network.sizes().targetWords);
    m_place.resize(columns.size());
    m_sentenceOf.resize(columns.size());
    m_alphaStart.assign(columns.size() + 1, 0);
    auto states = m_gathered.shape(m_network.sizes().hidden, static_cast<Index>(columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const StepColumn& column = columns[i];
        m_place[i] = m_words.add(index(column.last));
        m_sentenceOf[i] = column.sentence;
        m_alphaStart[i + 1] = m_alphaStart[i] + m_source.sequences.length(column.sentence);
        states.col(static_cast<Index>(i)) = m_states.map().col(column.column);
    }
    m_alphas.resize(static_cast<std::size_t>(m_alphaStart.back()));
}

void DecoderSteps::step(std::span<const StepColumn> columns, std::span<const std::span<const float>> given)
{
    const auto& sizes = m_network.sizes();
    const Index n = sizes.hidden, l = sizes.maxout, k = static_cast<Index>(columns.size());
    lookUp(columns);
    m_given.assign(given.size(), 0);
    for (std::size_t i = 0; i < given.size(); ++i) {
        m_given[i] = !given[i].empty();
        std::copy(given[i].begin(), given[i].end(), m_alphas.begin() + m_alphaStart[i]);
    }

    auto projected = m_projected.shape(3 * n + 2 * l, m_words.size());
    m_network.projectWords(m_weights, m_words, {}, m_embedded, projected, m_team);
    auto inputs = m_inputs.shape(3 * n, k);
    nn::gather(projected.topRows(3 * n), m_place, inputs);
    auto deep = m_deep.shape(2 * l, k);
    nn::gather(projected.bottomRows(2 * l), m_place, deep);

    const auto states = m_gathered.map();
    auto contexts = m_contexts.shape(2 * n, k);
    m_network.decoder().step(m_weights, m_source, m_encoded, states, inputs, m_sentenceOf.data(), m_alphaStart.data(),
                             m_alphas.data(), m_query.shape(m_network.decoder().queryRows(), k), contexts,
                             m_gates.shape(2 * n, k), m_reset.shape(n, k), m_candidateState.shape(n, k),
                             m_states.shape(n, k), m_decoderTrace, given.empty() ? nullptr : m_given.data());
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

} // namespace alignoscope::decoding

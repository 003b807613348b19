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
    m_position = 0;
    auto states = m_states.shape(m_network.decoder().stateRows(m_source), m_source.sentences());
    m_network.decoder().start(m_weights, m_encoded.summary.map(), states);
}

/// Gathers the columns' states, words and room for their attention.
void DecoderSteps::lookUp(std::span<const StepColumn> columns)
{
    m_words.clear(m_network.sizes().targetWords);
    m_place.resize(columns.size());
    m_sentenceOf.resize(columns.size());
    m_alphaStart.assign(columns.size() + 1, 0);
    auto states = m_gathered.shape(m_states.map().rows(), static_cast<Index>(columns.size()));
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
    const auto& decoder = m_network.decoder();
    const Index k = static_cast<Index>(columns.size());
    lookUp(columns);
    m_given.assign(given.size(), 0);
    for (std::size_t i = 0; i < given.size(); ++i) {
        m_given[i] = !given[i].empty();
        std::copy(given[i].begin(), given[i].end(), m_alphas.begin() + m_alphaStart[i]);
    }

    auto projected = m_projected.shape(m_network.projectedRows(), m_words.size());
    m_network.projectWords(m_weights, m_words, {}, m_embedded, projected, m_team);
    auto inputs = m_inputs.shape(m_network.inputRows(), k);
    nn::gather(projected.topRows(m_network.inputRows()), m_place, inputs);
    models::StepColumns<float> where{m_sentenceOf.data(), m_alphaStart.data(), m_alphas.data(), m_position++};
    where.given = given.empty() ? nullptr : m_given.data();
    decoder.reserve(k, m_decoderTrace);
    auto states = m_states.shape(m_gathered.map().rows(), k);
    decoder.step(m_weights, {m_source, m_encoded, m_gathered.map(), inputs, where}, m_decoderTrace, 0, states);

    auto deep = m_deep.shape(m_network.head().rows(), k);
    auto maxout = m_maxout.shape(m_network.head().units(), k);
    m_network.deepOutput(m_weights, projected, m_place, decoder.headStates(m_gathered.map(), states),
                         std::as_const(m_decoderTrace.contexts).map(), deep, maxout, m_team);
    auto logits = m_logits.shape(m_network.sizes().targetWords, k);
    m_network.output().logits(m_weights, maxout, logits, m_team);
    for (Index column = 0; column < k; ++column) {
        auto one = logits.col(column).array();
        const float largest = one.maxCoeff();
        one -= largest + std::log((one - largest).exp().sum());
    }
}

} // namespace alignoscope::decoding

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/vocabulary.h"
#include "models/rnnsearch.h"

#include <span>
#include <vector>

namespace alignoscope::decoding {

using nn::Index;

/// What one column of a step goes on from.
struct StepColumn {
    Index sentence = 0;
    Index column = 0; ///< its column of the step before; of the first step: the sentence
    TokenId last = Vocabulary::beginSentence;
};

/// Runs the decoder a step at a time for whatever continues: the hypotheses of a beam, or one given sentence. Holds the
/// memory of its steps, so keep one for many; not thread-safe.
class DecoderSteps {
public:
    /// A team helps with every product: for a sentence or two, and where nothing else computes.
    DecoderSteps(const models::RnnSearch<float>& network, const nn::Weights<float>& weights, nn::ThreadTeam* team)
        : m_network(network), m_weights(weights), m_team(team)
    {
        m_encoderTrace.team = m_decoderTrace.team = team;
    }

    /// Reads the sentences, EOS last in each; their first step comes next.
    void begin(const std::vector<std::vector<TokenId>>& sentences);

    /// One step for k columns; afterwards the states are s_i, and what is below is theirs. `given`: for each column the
    /// α (S numbers that sum to 1) that its context is made of instead of the model's own, or nothing; or no columns.
    void step(std::span<const StepColumn> columns, std::span<const std::span<const float>> given = {});

    /// log p of every word of the vocabulary, V × k, natural.
    [[nodiscard]] nn::ConstMatrixMap<float> logProbabilities() const { return m_logits.map(); }
    /// α_i of a column: S numbers.
    [[nodiscard]] std::span<const float> attention(std::size_t column) const
    {
        return std::span(m_alphas).subspan(static_cast<std::size_t>(m_alphaStart[column]),
                                           static_cast<std::size_t>(m_alphaStart[column + 1] - m_alphaStart[column]));
    }
    /// D of a local kind of attention; negative: it is none.
    [[nodiscard]] Index window() const { return m_network.decoder().attention().window(); }
    /// p_i of a column, of a local kind.
    [[nodiscard]] float centre(std::size_t column) const
    {
        return m_decoderTrace.centres.map()(0, static_cast<Index>(column));
    }
    [[nodiscard]] const models::SourceBatch& source() const { return m_source; }

private:
    void lookUp(std::span<const StepColumn> columns);

    const models::RnnSearch<float>& m_network;
    const nn::Weights<float>& m_weights;
    nn::ThreadTeam* m_team;

    models::SourceBatch m_source;
    models::Encoder<float>::Trace m_encoderTrace;
    models::Encoded<float> m_encoded;
    models::Decoder<float>::Trace m_decoderTrace;
    nn::DistinctWords m_words;
    nn::Buffer<float> m_states, m_gathered, m_embedded, m_projected, m_inputs, m_deep, m_maxout, m_logits;
    Index m_position = 0; ///< of the next step's words
    std::vector<Index> m_place, m_sentenceOf, m_alphaStart;
    std::vector<float> m_alphas;
    std::vector<char> m_given; ///< columns whose α is given
};

} // namespace alignoscope::decoding

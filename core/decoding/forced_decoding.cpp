// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/forced_decoding.h"

#include <algorithm>

namespace alignoscope::decoding {

std::vector<Translator::ForcedScore> ForcedDecoding::score(std::span<const std::span<const TokenId>> sources,
                                                           std::span<const std::span<const TokenId>> targets,
                                                           bool attention)
{
    m_part.source.assign(sources, m_network.sizes().sourceWords);
    m_part.target.assign(targets, m_part.source, m_network.sizes().targetWords);
    const auto& sequences = m_part.target.sequences;
    m_loss.resize(static_cast<std::size_t>(sequences.total()));
    m_correct.resize(static_cast<std::size_t>(sequences.total()));
    m_network.score(m_weights, m_part, m_trace, &m_loss, &m_correct);

    std::vector<Translator::ForcedScore> scores(sources.size());
    const float* weights = m_trace.decoder.weights.map().data();
    const nn::Index window = m_network.decoder().attention().window();
    for (nn::Index b = 0; b < sequences.sentences(); ++b) {
        auto& one = scores[static_cast<std::size_t>(b)];
        const nn::Index length = m_part.source.sequences.length(b);
        one.sources = static_cast<int>(length);
        one.window = attention ? static_cast<float>(std::max<nn::Index>(0, window)) : 0;
        one.targetTokens = static_cast<int>(sequences.length(b));
        for (nn::Index t = 0; t < sequences.length(b); ++t) {
            const auto column = static_cast<std::size_t>(sequences.column(b, t));
            one.loss += m_loss[column];
            one.correct += m_correct[column] ? 1 : 0;
            if (attention) {
                const float* row = weights + m_part.target.weightStart[column];
                one.attention.insert(one.attention.end(), row, row + length);
                if (window >= 0)
                    one.centres.push_back(m_trace.decoder.centres.map()(0, static_cast<nn::Index>(column)));
            }
        }
    }
    return scores;
}

} // namespace alignoscope::decoding

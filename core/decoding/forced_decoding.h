// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/translator.h"
#include "models/rnnsearch.h"

#include <span>
#include <vector>

namespace alignoscope::decoding {

/// Teacher forcing: what the model thinks of given targets. Holds the memory of its passes; not thread-safe.
class ForcedDecoding {
public:
    ForcedDecoding(const models::RnnSearch<float>& network, const nn::Weights<float>& weights)
        : m_network(network), m_weights(weights)
    {
    }

    /// A few pairs at once; every sentence ends in EOS. In order.
    std::vector<Translator::ForcedScore> score(std::span<const std::span<const TokenId>> sources,
                                               std::span<const std::span<const TokenId>> targets, bool attention);

private:
    const models::RnnSearch<float>& m_network;
    const nn::Weights<float>& m_weights;
    models::BatchPart m_part;
    models::RnnSearch<float>::Trace m_trace;
    std::vector<double> m_loss;
    std::vector<bool> m_correct;
};

} // namespace alignoscope::decoding

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/labelling.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::decoding {

double Labelled::loss(std::int32_t right) const
{
    constexpr double smallest = 1e-300; // a loss is a number
    return -std::log(std::max(smallest, probabilities.at(static_cast<std::size_t>(right))));
}

Labelling::Labelling(const models::TextClassifier<float>& network, const nn::Weights<float>& weights)
    : m_network(network), m_weights(weights)
{
}

std::vector<Labelled> Labelling::label(std::span<const std::span<const TokenId>> texts)
{
    if (texts.empty())
        return {};
    m_batch.assign(texts, {}, m_network.sizes().shape());
    m_network.forward(m_weights, m_batch, models::ClassifierDropout::none(), m_trace);
    std::vector<Labelled> all;
    for (nn::Index b = 0; b < m_batch.texts(); ++b) {
        Labelled& one = all.emplace_back();
        const auto alphas = m_trace.alphas.map().col(0).segment(m_batch.first(b), m_batch.length(b));
        const nn::Index real = m_batch.real[static_cast<std::size_t>(b)];
        one.attention.assign(alphas.data(), alphas.data() + real);
        one.padding = std::max(0.0, 1 - static_cast<double>(alphas.head(real).sum()));
        if (m_network.sizes().maskPadding && real > 0)
            one.padding = 0; // rounding
        const nn::Vector<double> logits = m_trace.logits.map().col(b).cast<double>();
        const nn::Vector<double> exponentials = (logits.array() - logits.maxCoeff()).exp();
        const nn::Vector<double> p = exponentials / exponentials.sum();
        one.probabilities.assign(p.data(), p.data() + p.size());
        one.label = static_cast<std::int32_t>(std::max_element(one.probabilities.begin(), one.probabilities.end())
                                              - one.probabilities.begin());
    }
    return all;
}

void fillSnapshot(AttentionSnapshot& snapshot, const EncodedText& text, const Labelled& labelled,
                  const std::string& label)
{
    const std::size_t words = text.tokens.size() - 1;
    snapshot.sourceTokens.assign(text.tokens.begin(), text.tokens.end() - 1);
    snapshot.sourceUnknown.assign(text.unknown.begin(), text.unknown.end() - 1);
    snapshot.targetTokens = {label};
    snapshot.weights = labelled.attention;
    snapshot.weights.resize(words, 0.0F);
    snapshot.loss = labelled.loss(labelled.label);
}

} // namespace alignoscope::decoding

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/classifier_gradient.h"

#include "training/batch_gradient_passes.h"

namespace alignoscope::training {

void TextShare::clear()
{
    m_texts.clear();
    m_labels.clear();
}

/// A text has one label.
std::int64_t TextShare::add(const EncodedPairs& pairs, std::uint32_t pair)
{
    m_texts.push_back(pairs.source(pair));
    m_labels.push_back(pairs.target(pair).front());
    return 1;
}

void TextShare::arrange(const Network& network, int number, nn::Index shares)
{
    m_batch.assign(m_texts, m_labels, network.sizes().shape(), number, shares);
}

double TextShare::lossAndGradient(const Network& network, const nn::Weights<float>& weights, float* gradient,
                                  const Dropout& dropout, float scale, float smoothing)
{
    return network.lossAndGradient(weights, gradient, m_batch, dropout, scale, smoothing, m_trace);
}

template class BatchGradient<TextShare>;

} // namespace alignoscope::training

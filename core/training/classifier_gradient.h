// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text_classifier.h"
#include "training/batch_gradient.h"

namespace alignoscope::training {

/// Texts of a batch that one thread works on.
struct TextShare {
    using Network = models::TextClassifier<float>;
    using Dropout = models::ClassifierDropout;

    void clear();
    std::int64_t add(const EncodedPairs& pairs, std::uint32_t pair);
    void arrange(const Network& network, int number, nn::Index shares);
    [[nodiscard]] bool empty() const { return m_texts.empty(); }
    double lossAndGradient(const Network& network, const nn::Weights<float>& weights, float* gradient,
                           const Dropout& dropout, float scale, float smoothing);
    [[nodiscard]] const nn::DistinctWords& words(std::size_t) const { return m_batch.words; }
    [[nodiscard]] auto wordGradient(std::size_t) const { return m_trace.wordGradient.map(); }

private:
    std::vector<std::span<const TokenId>> m_texts;
    std::vector<TokenId> m_labels;
    models::TextBatch m_batch;
    Network::Trace m_trace;
};

/// Of the text classifier.
using ClassifierGradient = BatchGradient<TextShare>;
extern template class BatchGradient<TextShare>;

} // namespace alignoscope::training

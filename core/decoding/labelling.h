// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoding/encoded_text.h"
#include "models/text_classifier.h"

#include "alignoscope/attention_snapshot.h"

#include <span>
#include <vector>

namespace alignoscope::decoding {

/// What a classifier says of one text.
struct Labelled {
    std::vector<float> attention;      ///< of its words; those that were cut off have none
    double padding = 0;                ///< the share of padding
    std::vector<double> probabilities; ///< of every label
    std::int32_t label = 0;            ///< the likeliest

    [[nodiscard]] double loss(std::int32_t right) const; ///< −ln p(right), nats
};

/// Labels texts, nothing dropped. Not thread-safe: every thread has its own, which keeps its memory.
class Labelling {
public:
    Labelling(const models::TextClassifier<float>& network, const nn::Weights<float>& weights);

    /// Texts of like length go fastest. They may end in the end-of-sentence mark.
    std::vector<Labelled> label(std::span<const std::span<const TokenId>> texts);

private:
    const models::TextClassifier<float>& m_network;
    const nn::Weights<float>& m_weights;
    models::TextBatch m_batch;
    models::TextClassifier<float>::Trace m_trace;
};

/// A picture of the attention: the words of a text without the end-of-sentence mark against its likeliest label.
void fillSnapshot(AttentionSnapshot& snapshot, const EncodedText& text, const Labelled& labelled,
                  const std::string& label);

} // namespace alignoscope::decoding

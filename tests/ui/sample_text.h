// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"

#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace alignoscope::testing {

/// What a classifier looked at: `weights` of the words, and a label it thinks likeliest with p = `confidence`.
inline std::shared_ptr<AttentionSnapshot> textPicture(std::vector<std::string> words, std::vector<float> weights,
                                                      const std::string& label = "positive", double confidence = 0.9)
{
    auto picture = std::make_shared<AttentionSnapshot>();
    picture->step = 1200;
    picture->sourceUnknown.assign(words.size(), false);
    picture->sourceTokens = std::move(words);
    picture->targetTokens = {label};
    picture->weights = std::move(weights);
    picture->loss = -std::log(confidence);
    return picture;
}

/// "w0 w1 w2 …", each with a weight twice that of the one before, that sum to 1.
inline std::shared_ptr<AttentionSnapshot> textOfWords(int count)
{
    std::vector<std::string> words;
    std::vector<float> weights;
    float sum = 0;
    for (int i = 0; i < count; ++i) {
        words.push_back("w" + std::to_string(i));
        weights.push_back(std::ldexp(1.0F, std::max(i - count, -20)));
        sum += weights.back();
    }
    for (float& weight : weights)
        weight /= sum;
    return textPicture(std::move(words), std::move(weights));
}

} // namespace alignoscope::testing

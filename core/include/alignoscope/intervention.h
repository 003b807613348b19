// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/attention_snapshot.h"

#include <span>
#include <string>
#include <vector>

namespace alignoscope {

/// What is decided from outside while a model translates; everything else it decides by itself. Positions count from 0;
/// those that the translation never reaches, because it ends before, have no effect.
struct Intervention {
    struct Word {
        int target = 0;    ///< position in the translation
        std::string token; ///< as `tokenize` of the model's TextOptions makes it; "</s>" ends the translation there
    };
    /// A row of attention: step `target` makes its context c = Σ_j α_j h_j of these weights, whatever word follows.
    struct Row {
        int target = 0;
        std::vector<float> weights; ///< S numbers, EOS included, none below 0; they are made to sum to 1
    };
    std::vector<std::string> prefix; ///< what the translation begins with
    std::vector<Word> words;         ///< one a position at most, none within the prefix
    std::vector<Row> rows;           ///< one a position at most
    std::vector<int> dropped;        ///< source positions the model does not get to read; never that of EOS. What
                                     ///< `rows` give them goes to the other words in proportion

    int beam = 1; ///< 1: the likeliest word each time
    double lengthPenalty = 1.0;
    int maxLength = 0; ///< target tokens after the prefix; 0: 2 · source + 10
    int likeliest = 5; ///< next words listed at every step
};

struct NextWord {
    std::string token;
    double probability = 0;
};

/// A translation made under an intervention. S source tokens (dropped ones too), T target tokens, both with EOS last
/// (that of the target is missing only when it was cut at its greatest length).
struct InterventionResult {
    std::int64_t step = 0;           ///< updates the model had seen
    std::vector<std::string> source; ///< tokens as read
    std::vector<bool> sourceUnknown; ///< those the model reads as <unk>
    std::vector<bool> sourceDropped;

    std::vector<std::string> tokens;              ///< T, the surface, also of forced words the model does not know
    std::vector<bool> targetUnknown;              ///< forced words the model reads as <unk>
    std::string text;                             ///< detokenised, without EOS
    double logProbability = 0;                    ///< Σ of the next line
    std::vector<double> logProbabilities;         ///< natural log p of each token after those before it
    std::vector<float> attention;                 ///< T × S row-major, as used: a dropped word's column is 0
    std::vector<bool> forced;                     ///< T: the word was given
    std::vector<bool> overridden;                 ///< T: the row of attention was given
    std::vector<std::vector<NextWord>> likeliest; ///< T lists, likeliest first; <unk> and <s> are never offered
};

/// The attention of a result as a picture (sentence −1).
ALIGNOSCOPE_API AttentionSnapshot attentionOf(const InterventionResult& result);

/// `row` with `weight` at `source`, and the others scaled so that they sum to 1 − weight, keeping their proportions
/// (equal shares where all of them were 0). A row of one stays 1. Pure. Throws Error(Usage) unless 0 ≤ weight ≤ 1.
ALIGNOSCOPE_API std::vector<float> withWeight(std::span<const float> row, std::size_t source, float weight);

} // namespace alignoscope

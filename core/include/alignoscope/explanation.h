// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/api.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Is attention an explanation? After Jain & Wallace 2019 ("Attention is not Explanation", arXiv 1902.10186) and
/// Wiegreffe & Pinter 2019 ("Attention is not not Explanation", arXiv 1908.04626).
namespace alignoscope {

struct ExplanationOptions {
    int permutations = 100; ///< of the weights of every target word, 1 to 10,000
    std::uint64_t seed = 1; ///< which permutations those are; a sentence's are the same alone and among others
};

/// Three answers to "what did the model look at when it said target word t?", and what other attention would have
/// changed. S source and T target tokens, both with EOS last; matrices are T × S row-major. The target is read word by
/// word as it stands (teacher forcing), so p_t is the distribution of the next word after the words before t.
struct Explanation {
    std::int64_t step = 0; ///< updates the model had seen
    bool forced = false;   ///< the target was given; otherwise it is the model's own greedy translation
    std::vector<std::string> source, target;
    std::vector<bool> sourceUnknown; ///< source tokens the model reads as <unk>

    /// α_tj; a row sums to 1, or is 0 of a model without attention.
    std::vector<float> attention;
    /// Gradient × input, signed: Σ_k x_jk ∂ ln p_t(y_t) / ∂x_jk with x_j the word vector at source position j; every
    /// occurrence of a repeated word apart, through the whole model, what the words before t made of it included.
    std::vector<float> gradient;
    /// Leave-one-out: total variation distance between p_t and the same where the sentence is read without token j.
    /// EOS is never left out: its column is 0.
    std::vector<float> leaveOneOut;
    /// ln p_t(y_t) − ln p_t(y_t | without j): above 0 where token j makes the word likelier. EOS: 0.
    std::vector<float> leaveOneOutLogRatio;

    // of every target token
    std::vector<double> logProbability; ///< ln p_t(y_t)
    std::vector<double> permutedChange; ///< median over the permutations of the distance between p_t and p_t with α_t
                                        ///< permuted at this step alone
    std::vector<double> uniformChange;  ///< the same with all weights 1/S at this step alone

    double loss = 0;        ///< nats a target token, EOS included
    double uniformLoss = 0; ///< the same when the weights are 1/S at every step

    [[nodiscard]] std::size_t sources() const { return source.size(); }
    [[nodiscard]] std::size_t targets() const { return target.size(); }
};

/// Half the sum of absolute differences: 0 for equal distributions, 1 for those that share nothing. Throws Error(Usage)
/// on unequal sizes.
ALIGNOSCOPE_API double totalVariation(std::span<const float> p, std::span<const float> q);

/// The middle value, or the mean of the middle two; NaN of none.
ALIGNOSCOPE_API double median(std::vector<double> values);

/// Kendall's τ-b (Kendall 1945): (concordant − discordant pairs) / √((pairs − ties in a)(pairs − ties in b)).
struct RankCorrelation {
    double tau = std::numeric_limits<double>::quiet_NaN(); ///< −1 to 1
    double p = std::numeric_limits<double>::quiet_NaN(); ///< of so large a |τ| when the orders are unrelated, two-sided
    [[nodiscard]] bool defined() const { return tau == tau; } ///< not where all of a or all of b are equal
    [[nodiscard]] bool significant() const { return p < 0.05; }
};
/// p is exact without ties up to 33 values, and else by the normal approximation with its variance for ties, as in
/// SciPy. Throws Error(Usage) on unequal sizes.
ALIGNOSCOPE_API RankCorrelation kendallTau(std::span<const float> a, std::span<const float> b);

/// One target word of an explanation, in numbers. Orders are those of the source tokens without EOS (which cannot be
/// left out); gradients count by their absolute value.
struct WordExplanation {
    std::size_t sentence = 0, position = 0;
    RankCorrelation attentionGradient, attentionLeaveOneOut, gradientLeaveOneOut;
    // NaN of a model without attention, which has no weights to compare or to permute:
    double largestWeight = 0; ///< of the row of attention, EOS included: it is permuted too
    double permutedChange = 0, uniformChange = 0;
};
/// A row a target token, EOS included.
ALIGNOSCOPE_API std::vector<WordExplanation> explainedWords(const Explanation& explanation);

/// How often the source token that counts most is one that gold links to the target word.
struct GoldAgreement {
    std::int64_t words = 0;                              ///< target words with a gold link, sure or possible
    double attention = 0, gradient = 0, leaveOneOut = 0; ///< shares of them, 0 to 1; attention: NaN where there is none
    double chance = 0; ///< of a source token picked blindly: the mean of linked tokens / source tokens
};

/// Means over target words; the target's EOS is not one of them.
struct ExplanationSummary {
    struct Order {
        double mean = 0;        ///< of τ, over the words where it is defined
        double significant = 0; ///< share of those with p < 0.05
        std::int64_t words = 0; ///< where it is defined
    };
    std::int64_t sentences = 0;
    Order attentionGradient, attentionLeaveOneOut, gradientLeaveOneOut;
    double largestWeight = 0, permutedChange = 0, uniformChange = 0; ///< means
    double loss = 0, uniformLoss = 0; ///< nats a target token, EOS included, over all sentences
    std::optional<GoldAgreement> gold;
    std::vector<WordExplanation> words; ///< all of them
    /// Whether the model attends. Otherwise the gradients and leaving out are all there is: largestWeight,
    /// permutedChange, uniformChange and uniformLoss are NaN.
    bool attends = true;
};
/// `gold` is null, or has an entry an explanation; links beyond a sentence do not count. Thread-safe. Throws
/// Error(Usage) on unequal counts.
ALIGNOSCOPE_API ExplanationSummary summarize(std::span<const Explanation> explanations,
                                             const std::vector<GoldAlignment>* gold = nullptr);

} // namespace alignoscope

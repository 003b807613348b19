// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/api.h"

#include <array>
#include <string>
#include <vector>

namespace alignoscope {

/// Corpus BLEU as sacreBLEU defines it (Post 2018): 4-grams, 13a tokenisation, exponential smoothing, one reference.
struct BleuScore {
    double score = 0;                   ///< 0…100
    std::array<double, 4> precisions{}; ///< percent
    double brevityPenalty = 1;
    std::int64_t hypothesisLength = 0, referenceLength = 0;
    std::string signature; ///< "nrefs:1|case:lc|eff:no|tok:13a|smooth:exp|version:alignoscope-0.1.0"
};
enum class BleuTokenizer { International13a, Characters }; ///< 13a; "zh"-like: CJK characters apart
/// Detokenised text in, one line a sentence. Throws Error(Usage) on unequal counts.
ALIGNOSCOPE_API BleuScore bleu(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references,
                               bool lowercase, BleuTokenizer tokenizer = BleuTokenizer::International13a);

/// BLEU of one sentence as sacreBLEU's sentence_bleu defines it: only the orders count of which the hypothesis has
/// n-grams at all, exponential smoothing. 0…100; 0 where not a word is right. Thread-safe.
ALIGNOSCOPE_API double sentenceBleu(const std::string& hypothesis, const std::string& reference, bool lowercase,
                                    BleuTokenizer tokenizer = BleuTokenizer::International13a);
/// Characters where more than half of all letters are Chinese, else International13a.
ALIGNOSCOPE_API BleuTokenizer bleuTokenizerFor(const std::vector<std::string>& references);

/// Corpus chrF2 (Popović 2015; sacreBLEU's defaults: character 6-grams, beta 2, no words, spaces ignored), 0…100.
ALIGNOSCOPE_API double chrf(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references,
                            bool lowercase);
/// chrF2 of one sentence, which is that of a corpus of one. Thread-safe.
ALIGNOSCOPE_API double sentenceChrf(const std::string& hypothesis, const std::string& reference, bool lowercase);

/// AER (Och & Ney 2003): 1 − (|A∩S| + |A∩P|) / (|A| + |S|), P including S.
struct AlignmentScore {
    double aer = 0, precision = 0, recall = 0;
    std::int64_t links = 0, sentences = 0;
    std::int64_t sure = 0, possible = 0; ///< gold links; `possible` counts those that are not sure
};
/// Links given twice count once. A share of nothing is 0, and so is the AER where there are neither links nor sure
/// ones. Throws Error(Usage) on unequal counts.
ALIGNOSCOPE_API AlignmentScore scoreAlignments(const std::vector<std::vector<Link>>& alignments,
                                               const std::vector<GoldAlignment>& gold);

/// How attention agrees with gold alignments, word by word, after Koehn & Knowles 2017 ("Six Challenges for Neural
/// Machine Translation", section 3.5). A target word's alignment points are its sure links or, where it has none, its
/// possible ones; a word without any is passed over, and so is the last row (EOS).
struct AttentionAgreement {
    std::int64_t words = 0;   ///< target words with alignment points
    std::int64_t matched = 0; ///< of those: their n points are the n source words of the largest weights (EOS left out)
    double weight = 0;        ///< summed over those: Σ α_ij of their points
    [[nodiscard]] double match() const
    {
        return words == 0 ? 0 : static_cast<double>(matched) / static_cast<double>(words);
    }
    [[nodiscard]] double mass() const { return words == 0 ? 0 : weight / static_cast<double>(words); }
    AttentionAgreement& operator+=(const AttentionAgreement& other)
    {
        words += other.words;
        matched += other.matched;
        weight += other.weight;
        return *this;
    }
};
/// Of one matrix, targets × sources row-major, both with EOS last. Links beyond the sentence are passed over. Of equal
/// weights the first is the larger. Throws Error(Usage) when the matrix has another size. Thread-safe.
ALIGNOSCOPE_API AttentionAgreement attentionAgreement(const std::vector<float>& weights, std::int32_t targets,
                                                      std::int32_t sources, const GoldAlignment& gold);

} // namespace alignoscope

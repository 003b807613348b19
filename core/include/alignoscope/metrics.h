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

/// Corpus chrF2 (Popović 2015; sacreBLEU's defaults: character 6-grams, beta 2, no words, spaces ignored), 0…100.
ALIGNOSCOPE_API double chrf(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references,
                            bool lowercase);

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

} // namespace alignoscope

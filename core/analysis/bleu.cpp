// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/metrics.h"
#include "analysis/bleu_statistics.h"
#include "analysis/bleu_tokenizer.h"
#include "analysis/line_counts.h"
#include "analysis/score_text.h"

namespace alignoscope {

namespace {

// The definition is sacreBLEU's, the implementation is ours, and a signature says who computed a score.
constexpr auto version = "alignoscope-" ALIGNOSCOPE_VERSION;

std::string signature(bool lowercase, BleuTokenizer tokenizer)
{
    std::string text = "nrefs:1|case:";
    text.append(lowercase ? "lc" : "mixed").append("|eff:no|tok:").append(analysis::signatureName(tokenizer));
    return text.append("|smooth:exp|version:").append(version);
}

std::vector<std::string> tokensOf(const std::string& text, bool lowercase, BleuTokenizer tokenizer)
{
    return analysis::tokenizeFor(tokenizer, lowercase ? analysis::lowercased(text) : text);
}

} // namespace

BleuScore bleu(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references, bool lowercase,
               BleuTokenizer tokenizer)
{
    analysis::requireEqualCounts("BLEU", hypotheses.size(), references.size());
    analysis::BleuStatistics statistics;
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
        const std::vector<std::string> reference = tokensOf(references[i], lowercase, tokenizer);
        statistics.add(tokensOf(hypotheses[i], lowercase, tokenizer), {&reference, 1});
    }
    BleuScore result = statistics.score();
    result.signature = signature(lowercase, tokenizer);
    return result;
}

double sentenceBleu(const std::string& hypothesis, const std::string& reference, bool lowercase,
                    BleuTokenizer tokenizer)
{
    const std::vector<std::string> wanted = tokensOf(reference, lowercase, tokenizer);
    analysis::BleuStatistics statistics;
    statistics.add(tokensOf(hypothesis, lowercase, tokenizer), {&wanted, 1});
    return statistics.score(analysis::BleuStatistics::Orders::Effective).score;
}

BleuTokenizer bleuTokenizerFor(const std::vector<std::string>& references)
{
    return analysis::mostlyHan(references) ? BleuTokenizer::Characters : BleuTokenizer::International13a;
}

} // namespace alignoscope

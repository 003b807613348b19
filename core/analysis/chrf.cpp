// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/metrics.h"
#include "analysis/chrf_statistics.h"
#include "analysis/line_counts.h"
#include "analysis/score_text.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace alignoscope {

namespace analysis {

namespace {

using CharacterNgrams = std::unordered_map<std::u32string_view, std::int64_t>;

CharacterNgrams countNgrams(std::u32string_view text, std::size_t order)
{
    CharacterNgrams counts;
    for (std::size_t i = 0; i + order <= text.size(); ++i)
        ++counts[text.substr(i, order)];
    return counts;
}

std::int64_t ngrams(std::u32string_view text, std::size_t order)
{
    return text.size() < order ? 0 : static_cast<std::int64_t>(text.size() - order + 1);
}

} // namespace

void ChrfStatistics::add(const std::u32string& hypothesisText, const std::u32string& referenceText)
{
    for (std::size_t n = 0; n < orders; ++n) {
        const std::int64_t available = ngrams(referenceText, n + 1);
        if (available == 0)
            return;
        const CharacterNgrams wanted = countNgrams(referenceText, n + 1);
        for (const auto& [ngram, count] : countNgrams(hypothesisText, n + 1)) {
            const auto found = wanted.find(ngram);
            common[n] += found == wanted.end() ? 0 : std::min(count, found->second);
        }
        hypothesis[n] += ngrams(hypothesisText, n + 1);
        reference[n] += available;
    }
}

double ChrfStatistics::score(double beta) const
{
    double precision = 0, recall = 0;
    int counted = 0;
    for (std::size_t n = 0; n < orders; ++n) {
        if (hypothesis[n] == 0 || reference[n] == 0)
            continue;
        precision += static_cast<double>(common[n]) / static_cast<double>(hypothesis[n]);
        recall += static_cast<double>(common[n]) / static_cast<double>(reference[n]);
        ++counted;
    }
    if (counted == 0 || precision + recall == 0)
        return 0;
    precision /= counted;
    recall /= counted;
    // F_β = (1 + β²) · P · R / (β² · P + R)
    return 100 * (1 + beta * beta) * precision * recall / (beta * beta * precision + recall);
}

std::u32string chrfCharacters(const std::string& text, bool lowercase)
{
    std::u32string characters = codePoints(lowercase ? lowercased(text) : text);
    std::erase_if(characters, isSpace);
    return characters;
}

} // namespace analysis

double chrf(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references, bool lowercase)
{
    analysis::requireEqualCounts("chrF", hypotheses.size(), references.size());
    analysis::ChrfStatistics statistics;
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
        statistics.add(analysis::chrfCharacters(hypotheses[i], lowercase),
                       analysis::chrfCharacters(references[i], lowercase));
    }
    return statistics.score(2);
}

double sentenceChrf(const std::string& hypothesis, const std::string& reference, bool lowercase)
{
    analysis::ChrfStatistics statistics;
    statistics.add(analysis::chrfCharacters(hypothesis, lowercase), analysis::chrfCharacters(reference, lowercase));
    return statistics.score(2);
}

} // namespace alignoscope

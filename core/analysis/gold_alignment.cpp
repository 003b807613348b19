// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/gold_alignment.h"

#include "alignoscope/attention_measures.h"
#include "alignoscope/error.h"

#include <algorithm>
#include <optional>

namespace alignoscope::analysis {

namespace {

using Score = Translator::ForcedScore;

/// The first link beyond the sentence's tokens (EOS is not one of them), if any.
std::optional<Link> linkBeyond(const GoldAlignment& gold, const Score& score)
{
    const auto beyond = [&](Link link) {
        return link.source < 0 || link.target < 0 || link.source >= score.sources - 1
            || link.target >= score.targetTokens - 1;
    };
    for (const auto* links : {&gold.sure, &gold.possible}) {
        const auto found = std::find_if(links->begin(), links->end(), beyond);
        if (found != links->end())
            return *found;
    }
    return std::nullopt;
}

bool hasAttention(const std::vector<Score>& scores)
{
    return std::all_of(scores.begin(), scores.end(), [](const Score& score) { return hasAlignment(score.attention); });
}

std::string tokenCounts(const Score& score)
{
    return std::to_string(score.sources - 1) + " source and " + std::to_string(score.targetTokens - 1)
        + " target tokens";
}

} // namespace

void requireGoldForEveryPair(const std::vector<GoldAlignment>& gold, std::size_t pairs)
{
    if (gold.size() == pairs)
        return;
    throw Error(ErrorKind::Input,
                {"gold alignments", "their number differs from the number of sentence pairs read",
                 std::to_string(pairs) + " lines", std::to_string(gold.size()) + " lines",
                 "Give one line a pair; a line that was skipped when the corpus was read needs none."});
}

bool goldFits(const RawCorpus& corpus, const TextOptions& model, const std::vector<Score>& scores)
{
    if (corpus.gold.empty() || corpus.gold.size() != scores.size() || !hasAttention(scores)
        || corpus.suggested.sourceTokenizer != model.sourceTokenizer
        || corpus.suggested.targetTokenizer != model.targetTokenizer)
        return false;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (linkBeyond(corpus.gold[i], scores[i]))
            return false;
    }
    return true;
}

AlignmentScore scoreAttention(const std::vector<Score>& scores, const std::vector<GoldAlignment>& gold)
{
    if (!hasAttention(scores))
        throw Error(ErrorKind::Usage,
                    {"gold alignments", "the model has no attention to compare with them", "", "",
                     "Leave the gold alignments out."});
    std::vector<std::vector<Link>> alignments;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (const auto link = linkBeyond(gold.at(i), scores[i]))
            throw Error(ErrorKind::Input,
                        {"gold alignments, line " + std::to_string(i + 1),
                         "the link " + std::to_string(link->source) + "-" + std::to_string(link->target)
                             + " (counted from 0) lies beyond the sentence as the model reads it",
                         tokenCounts(scores[i]), "",
                         "Align the tokens that the model's tokeniser makes, or train with the tokeniser of the "
                         "alignments (white space)."});
        alignments.push_back(argmaxLinks(scores[i].attention, scores[i].targetTokens, scores[i].sources));
    }
    return scoreAlignments(alignments, gold);
}

AttentionAgreement agreementOf(const std::vector<Score>& scores, const std::vector<GoldAlignment>& gold)
{
    AttentionAgreement all;
    for (std::size_t i = 0; i < scores.size(); ++i)
        all += attentionAgreement(scores[i].attention, scores[i].targetTokens, scores[i].sources, gold.at(i));
    return all;
}

} // namespace alignoscope::analysis

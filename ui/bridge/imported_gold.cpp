// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/imported_gold.h"

#include "alignoscope/attention_shape.h"

#include <algorithm>

namespace alignoscope::ui {
namespace {

void link(GoldAlignment& gold, const TokenSpan& source, const TokenSpan& target, bool sure)
{
    for (std::int32_t s = 0; s < source.count; ++s) {
        for (std::int32_t t = 0; t < target.count; ++t) {
            auto& links = sure && s == 0 && t == 0 ? gold.sure : gold.possible;
            links.push_back({source.first + s, target.first + t});
        }
    }
}

GoldAlignment inTokens(const GoldAlignment& words, const ShapedAttention& shaped)
{
    GoldAlignment gold;
    const auto take = [&](const std::vector<Link>& links, bool sure) {
        for (const Link& each : links) {
            const auto source = static_cast<std::size_t>(each.source), target = static_cast<std::size_t>(each.target);
            if (source < shaped.sources.spans.size() && target < shaped.targets.spans.size())
                link(gold, shaped.sources.spans[source], shaped.targets.spans[target], sure);
        }
    };
    take(words.sure, true);
    take(words.possible, false);
    return gold;
}

} // namespace

std::shared_ptr<const Dataset> datasetOf(const OpenedAttention& attention)
{
    auto corpus = std::make_shared<RawCorpus>();
    corpus->suggested.sourceTokenizer = corpus->suggested.targetTokenizer = TokenizerKind::Whitespace;
    for (const WatchedSentence& sentence : attention.sentences)
        corpus->pairs.add(sentence.source, sentence.target, index(sentence.id) + 1);
    auto dataset = std::make_shared<Dataset>();
    dataset->options.text = corpus->suggested;
    dataset->corpus = dataset->validationCorpus = corpus;
    return dataset;
}

std::vector<GoldAlignment> inTokensOf(const OpenedAttention& attention, const std::vector<GoldAlignment>& gold)
{
    std::vector<GoldAlignment> all(attention.pictures.size());
    for (std::size_t i = 0; i < std::min(all.size(), gold.size()); ++i)
        all[i] = inTokens(gold[i], shapeAttention(attention.pictures[i], {.joinSubwords = true, .hideEnd = true}));
    return all;
}

} // namespace alignoscope::ui

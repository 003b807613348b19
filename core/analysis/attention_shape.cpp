// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_shape.h"

#include "analysis/matrix_size.h"
#include "analysis/token_kinds.h"

#include <algorithm>
#include <set>

namespace alignoscope {

namespace {

using Tokens = std::vector<std::string>;

/// The tokens of one side as they are to be shown.
class SideShaper {
public:
    SideShaper(const Tokens& tokens, const AttentionShape& shape)
        : m_tokens(tokens), m_shape(shape), m_mark(shape.joinSubwords ? subwordMark(tokens) : SubwordMark::None)
    {
    }

    /// Their surfaces go to `surfaces`.
    TokenMap shape(Tokens& surfaces)
    {
        const auto count = static_cast<std::int32_t>(m_tokens.size());
        for (std::int32_t first = 0, end = 0; first < count; first = end) {
            end = first + 1;
            while (end < count && !isEnd(end) && !isEnd(first) && analysis::continues(at(end - 1), at(end), m_mark))
                ++end;
            addWord(first, end);
        }
        for (const TokenSpan& span : m_map.spans)
            surfaces.push_back(surface(span));
        return std::move(m_map);
    }

private:
    [[nodiscard]] const std::string& at(std::int32_t i) const { return m_tokens[static_cast<std::size_t>(i)]; }
    [[nodiscard]] bool isEnd(std::int32_t i) const
    {
        return i + 1 == static_cast<std::int32_t>(m_tokens.size()) && isEndToken(at(i));
    }
    [[nodiscard]] bool isPunctuation(std::int32_t i) const
    {
        return m_mark == SubwordMark::None ? isPunctuationToken(at(i))
                                           : analysis::isPunctuation(analysis::withoutMark(at(i), m_mark));
    }

    // SentencePiece marks spaces alone, so commas hang on the words before them: they are tokens of their own.
    void addWord(std::int32_t first, std::int32_t end)
    {
        std::int32_t last = end; // of the word, without the punctuation behind it
        if (m_mark == SubwordMark::WordStart) {
            while (last - first > 1 && isPunctuation(last - 1))
                --last;
            while (last - first > 1 && isPunctuation(first))
                add({first++, 1});
            if (last - first == 1 && end > last && analysis::withoutMark(at(first), m_mark).empty())
                ++last; // a lone "▁" and the comma it stands before
        }
        add({first, last - first});
        for (; last < end; ++last)
            add({last, 1});
    }

    void add(TokenSpan span)
    {
        if (m_shape.hideEnd && isEnd(span.first))
            return;
        if (m_shape.hidePunctuation && isPunctuationSpan(span))
            return;
        m_map.spans.push_back(span);
    }

    [[nodiscard]] bool isPunctuationSpan(TokenSpan span) const
    {
        return span.count == 1 ? isPunctuation(span.first) : analysis::isPunctuation(surface(span));
    }

    [[nodiscard]] std::string surface(TokenSpan span) const
    {
        std::string joined;
        for (std::int32_t i = span.first; i < span.first + span.count; ++i)
            joined += analysis::withoutMark(at(i), m_mark);
        return joined.empty() ? at(span.first) : joined;
    }

    const Tokens& m_tokens;
    const AttentionShape& m_shape;
    SubwordMark m_mark;
    TokenMap m_map;
};

bool isWhole(const TokenMap& map, const Tokens& shown, const Tokens& tokens)
{
    return map.spans.size() == tokens.size() && shown == tokens;
}

// α'_tj = (1 / |t|) Σ_{i ∈ t} Σ_{s ∈ j} α_is
std::vector<float> shapedWeights(const AttentionSnapshot& from, const TokenMap& sources, const TokenMap& targets)
{
    std::vector<float> weights;
    weights.reserve(sources.spans.size() * targets.spans.size());
    for (const TokenSpan& target : targets.spans) {
        for (const TokenSpan& source : sources.spans) {
            double sum = 0;
            for (std::int32_t t = target.first; t < target.first + target.count; ++t)
                for (std::int32_t s = source.first; s < source.first + source.count; ++s)
                    sum += static_cast<double>(from.weight(t, s));
            weights.push_back(static_cast<float>(sum / target.count));
        }
    }
    return weights;
}

/// Centres count source positions, so they go where these moved; only what was taken from the end leaves them true.
void keepWindows(AttentionSnapshot& to, const AttentionSnapshot& from, const TokenMap& sources, const TokenMap& targets)
{
    for (std::size_t j = 0; j < sources.spans.size(); ++j)
        if (sources.spans[j] != TokenSpan{static_cast<std::int32_t>(j), 1})
            return;
    if (from.centres.size() != from.targetTokens.size())
        return;
    to.window = from.window;
    for (const TokenSpan& target : targets.spans)
        to.centres.push_back(from.centres[static_cast<std::size_t>(target.first)]);
}

std::vector<bool> shapedUnknown(const std::vector<bool>& unknown, const TokenMap& sources)
{
    std::vector<bool> shaped;
    for (const TokenSpan& span : sources.spans) {
        bool any = false;
        for (std::int32_t s = span.first; s < span.first + span.count; ++s)
            any = any || (static_cast<std::size_t>(s) < unknown.size() && unknown[static_cast<std::size_t>(s)]);
        shaped.push_back(any);
    }
    return shaped;
}

} // namespace

std::int32_t TokenMap::shown(std::int32_t original) const
{
    const auto behind = std::ranges::upper_bound(spans, original, {}, [](const TokenSpan& span) { return span.first; });
    if (original < 0 || behind == spans.begin())
        return -1;
    const TokenSpan& span = *(behind - 1);
    return original < span.first + span.count ? static_cast<std::int32_t>(behind - spans.begin()) - 1 : -1;
}

std::int32_t TokenMap::original(std::int32_t shown) const
{
    return shown >= 0 && shown < static_cast<std::int32_t>(spans.size()) ? spans[static_cast<std::size_t>(shown)].first
                                                                         : -1;
}

ShapedAttention shapeAttention(const AttentionSnapshotPtr& snapshot, const AttentionShape& shape)
{
    if (!snapshot)
        return {};
    const AttentionSnapshot& from = *snapshot;
    analysis::requireMatrixSize(from.weights.size(), from.targets(), from.sources());
    Tokens sourceTokens, targetTokens;
    ShapedAttention shaped{snapshot, SideShaper(from.sourceTokens, shape).shape(sourceTokens),
                           SideShaper(from.targetTokens, shape).shape(targetTokens)};
    if (isWhole(shaped.sources, sourceTokens, from.sourceTokens)
        && isWhole(shaped.targets, targetTokens, from.targetTokens))
        return shaped;
    auto to = std::make_shared<AttentionSnapshot>();
    to->run = from.run;
    to->step = from.step;
    to->sentence = from.sentence;
    to->sourceTokens = std::move(sourceTokens);
    to->targetTokens = std::move(targetTokens);
    to->sourceUnknown = shapedUnknown(from.sourceUnknown, shaped.sources);
    to->weights = shapedWeights(from, shaped.sources, shaped.targets);
    keepWindows(*to, from, shaped.sources, shaped.targets);
    to->forced = from.forced;
    to->recorded = from.recorded;
    to->loss = from.loss;
    shaped.snapshot = std::move(to);
    return shaped;
}

GoldAlignment shapeGold(const GoldAlignment& gold, const TokenMap& sources, const TokenMap& targets)
{
    const auto shape = [&](const std::vector<Link>& links, const std::set<Link>& without) {
        std::set<Link> shaped;
        for (const Link& link : links) {
            const Link shown{sources.shown(link.source), targets.shown(link.target)};
            if (shown.source >= 0 && shown.target >= 0 && !without.contains(shown))
                shaped.insert(shown);
        }
        return shaped;
    };
    const std::set<Link> sure = shape(gold.sure, {});
    const std::set<Link> possible = shape(gold.possible, sure);
    return {{sure.begin(), sure.end()}, {possible.begin(), possible.end()}};
}

} // namespace alignoscope

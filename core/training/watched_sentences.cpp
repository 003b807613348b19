// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/watched_sentences.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <numeric>

namespace alignoscope::training {

namespace {

bool allKnown(std::span<const TokenId> ids)
{
    return std::find(ids.begin(), ids.end(), Vocabulary::unknown) == ids.end();
}

} // namespace

std::vector<WatchedSentence> pickFromValidation(const Dataset& dataset, std::size_t count)
{
    const EncodedPairs& pairs = dataset.validation;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (allKnown(pairs.source(i)) && allKnown(pairs.target(i)))
            order.push_back(i);
    if (order.size() < count) {
        order.resize(pairs.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return pairs.target(a).size() < pairs.target(b).size(); });
    count = std::min(count, order.size());
    std::vector<WatchedSentence> picked;
    for (std::size_t i = 0; i < count; ++i) {
        // the middle of the i-th of `count` equal shares
        const std::size_t raw = pairs.rawIndex(order[(2 * i + 1) * order.size() / (2 * count)]);
        const RawCorpus& corpus = *dataset.validationCorpus;
        WatchedSentence sentence{
            {}, std::string(corpus.pairs.source(raw)), std::string(corpus.pairs.target(raw)), true, {}};
        if (raw < corpus.gold.size())
            sentence.gold = corpus.gold[raw];
        picked.push_back(std::move(sentence));
    }
    return picked;
}

WatchedSentence parseWatched(std::string_view text)
{
    const auto trimmed = [](std::string_view part) {
        const auto first = part.find_first_not_of(" \t");
        return first == part.npos ? std::string()
                                  : std::string(part.substr(first, part.find_last_not_of(" \t") - first + 1));
    };
    const auto bar = text.find("|||");
    WatchedSentence sentence;
    sentence.source = trimmed(text.substr(0, bar));
    if (bar != text.npos)
        sentence.target = trimmed(text.substr(bar + 3));
    if (sentence.source.empty())
        throw Error(ErrorKind::Usage,
                    {"watched sentence", "it has no source words", "a sentence", "'" + std::string(text) + "'", {}});
    return sentence;
}

WatchedSentences::WatchedSentences(const models::RnnSearch<float>& network, const models::Language& language,
                                   const nn::Weights<float>& weights)
    : m_language(language), m_forced(network, weights), m_beam(network, weights)
{
}

const WatchedSentence& WatchedSentences::add(WatchedSentence sentence, SentenceId id)
{
    Entry entry;
    entry.sentence = std::move(sentence);
    entry.sentence.id = id;
    const TextOptions& text = m_language.text;
    entry.source = decoding::encode(entry.sentence.source, text.sourceTokenizer, text.lowercase, m_language.source);
    if (!entry.sentence.target.empty())
        entry.target = decoding::encode(entry.sentence.target, text.targetTokenizer, text.lowercase, m_language.target);
    m_entries.push_back(std::move(entry));
    return m_entries.back().sentence;
}

bool WatchedSentences::remove(SentenceId id)
{
    return std::erase_if(m_entries, [id](const Entry& entry) { return entry.sentence.id == id; }) > 0;
}

std::vector<SentenceId> WatchedSentences::ids() const
{
    std::vector<SentenceId> all;
    for (const Entry& entry : m_entries)
        all.push_back(entry.sentence.id);
    return all;
}

AttentionSnapshotPtr WatchedSentences::take(SentenceId id, RunId run, std::int64_t step, bool recorded)
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry& entry) { return entry.sentence.id == id; });
    if (found == m_entries.end())
        return nullptr;
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->run = run;
    snapshot->step = step;
    snapshot->sentence = id;
    snapshot->sourceTokens = found->source.tokens;
    snapshot->sourceUnknown = found->source.unknown;
    snapshot->recorded = recorded;
    if (found->target.ids.empty())
        takeGreedy(*found, *snapshot);
    else
        takeForced(*found, *snapshot);
    return snapshot;
}

void WatchedSentences::takeForced(const Entry& entry, AttentionSnapshot& snapshot)
{
    const std::span<const TokenId> sources[] = {entry.source.ids};
    const std::span<const TokenId> targets[] = {entry.target.ids};
    auto score = std::move(m_forced.score(sources, targets, true).front());
    snapshot.targetTokens = entry.target.tokens;
    snapshot.weights = std::move(score.attention);
    snapshot.forced = true;
    snapshot.loss = score.loss / score.targetTokens;
}

void WatchedSentences::takeGreedy(const Entry& entry, AttentionSnapshot& snapshot)
{
    const int limit = 2 * static_cast<int>(entry.source.ids.size()) + 10;
    auto best = std::move(m_beam.search({entry.source.ids}, {1, 1.0, true, {limit}}).front().front());
    for (const TokenId token : best.tokens)
        snapshot.targetTokens.push_back(token == Vocabulary::endSentence ? std::string(decoding::endOfSentence)
                                                                         : m_language.target.token(token));
    snapshot.weights = std::move(best.attention);
    snapshot.loss = -best.logProbability / static_cast<double>(best.tokens.size());
}

} // namespace alignoscope::training

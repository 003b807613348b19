// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/watched_sentences.h"

#include "alignoscope/error.h"
#include "alignoscope/gold.h"

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
        picked.push_back(fromValidation(dataset, order[(2 * i + 1) * order.size() / (2 * count)]));
    }
    return picked;
}

WatchedSentence fromValidation(const Dataset& dataset, std::size_t pair)
{
    const std::size_t raw = dataset.validation.rawIndex(pair);
    const RawCorpus& corpus = *dataset.validationCorpus;
    WatchedSentence sentence;
    sentence.source = corpus.pairs.source(raw);
    sentence.target = corpus.pairs.target(raw);
    sentence.fromValidation = true;
    if (const GoldAlignment* gold = fittingGold(corpus, raw, dataset.options.text))
        sentence.gold = *gold;
    return sentence;
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
    entry.source = decoding::encode(entry.sentence.source, text.source(), m_language.source);
    if (!entry.sentence.target.empty())
        entry.target = decoding::encode(entry.sentence.target, text.target(), m_language.target);
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

std::vector<SentenceId> WatchedSentences::idsWithoutSample() const
{
    std::vector<SentenceId> some;
    for (const Entry& entry : m_entries)
        if (!entry.sentence.sampled)
            some.push_back(entry.sentence.id);
    return some;
}

const WatchedSentence* WatchedSentences::find(std::string_view source, std::string_view target) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return entry.sentence.source == source && entry.sentence.target == target;
    });
    return found == m_entries.end() ? nullptr : &found->sentence;
}

const WatchedSentence* WatchedSentences::find(SentenceId id) const
{
    const Entry* found = entry(id);
    return found ? &found->sentence : nullptr;
}

const WatchedSentences::Entry* WatchedSentences::entry(SentenceId id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry& one) { return one.sentence.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::shared_ptr<AttentionSnapshot> WatchedSentences::blank(const Entry& entry, RunId run, std::int64_t step,
                                                           bool recorded)
{
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->run = run;
    snapshot->step = step;
    snapshot->sentence = entry.sentence.id;
    snapshot->sourceTokens = entry.source.tokens;
    snapshot->sourceUnknown = entry.source.unknown;
    snapshot->recorded = recorded;
    return snapshot;
}

AttentionSnapshotPtr WatchedSentences::take(SentenceId id, RunId run, std::int64_t step, bool recorded)
{
    const Entry* found = entry(id);
    if (!found)
        return nullptr;
    auto snapshot = blank(*found, run, step, recorded);
    if (found->target.ids.empty())
        takeGreedy(*found, *snapshot);
    else
        takeForced(*found, *snapshot);
    return snapshot;
}

AttentionSnapshotPtr WatchedSentences::pictureOf(SentenceId id, RunId run, std::int64_t step,
                                                 Translator::ForcedScore&& forced) const
{
    const Entry* found = entry(id);
    if (!found || static_cast<std::size_t>(forced.targetTokens) != found->target.ids.size()
        || static_cast<std::size_t>(forced.sources) != found->source.ids.size())
        return nullptr;
    auto snapshot = blank(*found, run, step, true);
    fill(*snapshot, *found, std::move(forced));
    return snapshot;
}

void WatchedSentences::fill(AttentionSnapshot& snapshot, const Entry& entry, Translator::ForcedScore&& forced)
{
    snapshot.targetTokens = entry.target.tokens;
    snapshot.weights = std::move(forced.attention);
    snapshot.centres = std::move(forced.centres);
    snapshot.window = forced.window;
    snapshot.forced = true;
    snapshot.loss = forced.loss / forced.targetTokens;
}

void WatchedSentences::takeForced(const Entry& entry, AttentionSnapshot& snapshot)
{
    const std::span<const TokenId> sources[] = {entry.source.ids};
    const std::span<const TokenId> targets[] = {entry.target.ids};
    fill(snapshot, entry, std::move(m_forced.score(sources, targets, true).front()));
}

void WatchedSentences::takeGreedy(const Entry& entry, AttentionSnapshot& snapshot)
{
    auto best = greedy(entry);
    for (const TokenId token : best.tokens)
        snapshot.targetTokens.push_back(token == Vocabulary::endSentence ? std::string(decoding::endOfSentence)
                                                                         : m_language.target.token(token));
    snapshot.weights = std::move(best.attention);
    snapshot.centres = std::move(best.centres);
    snapshot.window = best.window;
    snapshot.loss = -best.logProbability / static_cast<double>(best.tokens.size());
}

std::string WatchedSentences::translate(SentenceId id)
{
    const Entry* found = entry(id);
    return found ? decoding::decode(greedy(*found).tokens, m_language.text.target(), m_language.target) : std::string();
}

decoding::BeamHypothesis WatchedSentences::greedy(const Entry& entry)
{
    const int limit = 2 * static_cast<int>(entry.source.ids.size()) + 10;
    return std::move(m_beam.search({entry.source.ids}, {1, 1.0, true, {limit}}).front().front());
}

} // namespace alignoscope::training

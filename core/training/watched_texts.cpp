// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/watched_texts.h"

#include <algorithm>
#include <map>

namespace alignoscope::training {

std::vector<std::size_t> pickTexts(const Dataset& dataset, std::size_t count)
{
    const EncodedPairs& pairs = dataset.validation;
    std::map<std::int32_t, std::vector<std::size_t>> byLabel;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        byLabel[index(pairs.target(i).front())].push_back(i);
    std::vector<std::vector<std::size_t>> chosen;
    std::size_t left = std::min(count, pairs.size()), labels = byLabel.size();
    // the rarest label first: what it cannot fill is left to the others
    std::vector<std::vector<std::size_t>> groups;
    for (auto& [label, texts] : byLabel)
        groups.push_back(std::move(texts));
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    for (auto& texts : groups) {
        std::stable_sort(texts.begin(), texts.end(),
                         [&](std::size_t a, std::size_t b) { return pairs.source(a).size() < pairs.source(b).size(); });
        const std::size_t share = std::min(texts.size(), (left + labels - 1) / labels);
        auto& some = chosen.emplace_back();
        for (std::size_t i = 0; i < share; ++i) // the middle of the i-th of `share` equal parts
            some.push_back(texts[(2 * i + 1) * texts.size() / (2 * share)]);
        left -= share;
        --labels;
    }
    std::vector<std::size_t> picked;
    for (std::size_t i = 0; picked.size() < std::min(count, pairs.size()); ++i) {
        const std::size_t before = picked.size();
        for (const auto& some : chosen)
            if (i < some.size())
                picked.push_back(some[i]);
        if (picked.size() == before)
            break;
    }
    return picked;
}

WatchedTexts::WatchedTexts(const models::TextClassifier<float>& network, const models::Language& language,
                           const nn::Weights<float>& weights, nn::ThreadTeam& team)
    : m_network(network), m_language(language), m_weights(weights), m_team(team), m_labelling(network, weights)
{
}

const WatchedSentence& WatchedTexts::add(WatchedSentence text, SentenceId id)
{
    Entry entry;
    entry.text = std::move(text);
    entry.text.id = id;
    entry.encoded = decoding::encode(entry.text.source, m_language.text.source(), m_language.source);
    const auto label = tokenize(entry.text.target, TokenizerKind::Whole, false);
    if (label.size() == 1 && m_language.target.contains(label.front()))
        entry.label = models::labelOf(m_language.target.id(label.front()));
    m_entries.push_back(std::move(entry));
    return m_entries.back().text;
}

bool WatchedTexts::remove(SentenceId id)
{
    return std::erase_if(m_entries, [id](const Entry& entry) { return entry.text.id == id; }) > 0;
}

bool WatchedTexts::has(std::string_view text, std::string_view label) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry& entry) { return entry.text.source == text && entry.text.target == label; });
}

std::vector<SentenceId> WatchedTexts::ids() const
{
    std::vector<SentenceId> all;
    for (const Entry& entry : m_entries)
        all.push_back(entry.text.id);
    return all;
}

const WatchedTexts::Entry* WatchedTexts::entry(SentenceId id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry& one) { return one.text.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

const WatchedSentence* WatchedTexts::find(SentenceId id) const
{
    const Entry* found = entry(id);
    return found ? &found->text : nullptr;
}

const std::string& WatchedTexts::labelName(std::int32_t label) const
{
    return m_language.target.token(TokenId(label + Vocabulary::marks));
}

std::shared_ptr<AttentionSnapshot> WatchedTexts::picture(const Entry& entry, const decoding::Labelled& labelled,
                                                         RunId run, std::int64_t step, bool recorded) const
{
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->run = run;
    snapshot->step = step;
    snapshot->sentence = entry.text.id;
    snapshot->recorded = recorded;
    decoding::fillSnapshot(*snapshot, entry.encoded, labelled, labelName(labelled.label));
    return snapshot;
}

AttentionSnapshotPtr WatchedTexts::take(SentenceId id, RunId run, std::int64_t step, bool recorded)
{
    const Entry* found = entry(id);
    if (!found)
        return nullptr;
    const std::span<const TokenId> texts[] = {found->encoded.ids};
    return picture(*found, m_labelling.label(texts).front(), run, step, recorded);
}

WatchedTexts::Measured WatchedTexts::measure(Which which, RunId run, std::int64_t step)
{
    std::vector<const Entry*> some;
    for (const Entry& entry : m_entries)
        if (which == Which::All || entry.text.sampled == (which == Which::Sample))
            some.push_back(&entry);
    std::vector<decoding::Labelled> labelled(some.size());
    constexpr std::size_t together = 16;
    m_team.run([&](int part) {
        decoding::Labelling labelling(m_network, m_weights);
        const std::size_t stride = together * static_cast<std::size_t>(m_team.size());
        for (std::size_t first = together * static_cast<std::size_t>(part); first < some.size(); first += stride) {
            const std::size_t end = std::min(some.size(), first + together);
            std::vector<std::span<const TokenId>> texts;
            for (std::size_t i = first; i < end; ++i)
                texts.emplace_back(some[i]->encoded.ids);
            auto found = labelling.label(texts);
            std::move(found.begin(), found.end(), labelled.begin() + static_cast<std::ptrdiff_t>(first));
        }
    });
    Measured measured;
    for (std::size_t i = 0; i < some.size(); ++i) {
        const Entry& entry = *some[i];
        const decoding::Labelled& one = labelled[i];
        measured.pictures.push_back(picture(entry, one, run, step, true));
        if (entry.label)
            measured.scores.push_back({entry.text.id, labelName(*entry.label), labelName(one.label),
                                       one.probabilities[static_cast<std::size_t>(one.label)], one.loss(*entry.label)});
    }
    return measured;
}

} // namespace alignoscope::training

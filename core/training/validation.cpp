// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/validation.h"

#include "alignoscope/metrics.h"
#include "decoding/beam_search.h"
#include "decoding/forced_decoding.h"

#include <algorithm>
#include <numeric>

namespace alignoscope::training {

namespace {

constexpr std::size_t sentencesTogether = 32;
constexpr std::size_t sentencesTranslated = 200;

std::string textOf(const std::vector<TokenId>& tokens, const models::Language& language)
{
    std::vector<std::string> words;
    for (const TokenId token : tokens)
        if (token != Vocabulary::endSentence)
            words.push_back(language.target.token(token));
    return detokenize(words, language.text.targetTokenizer);
}

bool goldFits(const RawCorpus& corpus, const TextOptions& text)
{
    return !corpus.gold.empty() && corpus.suggested.sourceTokenizer == text.sourceTokenizer
        && corpus.suggested.targetTokenizer == text.targetTokenizer;
}

} // namespace

struct Validation::Sums {
    double loss = 0;
    std::int64_t tokens = 0, correct = 0;
    std::vector<std::vector<Link>> links;
    std::vector<GoldAlignment> gold;
};

Validation::Validation(const models::RnnSearch<float>& network, const models::Language& language,
                       const Dataset& dataset, ThreadTeam& team)
    : m_network(network), m_language(language), m_dataset(dataset), m_team(team), m_order(dataset.validation.size()),
      m_hasGold(dataset.validationCorpus && goldFits(*dataset.validationCorpus, language.text))
{
    std::iota(m_order.begin(), m_order.end(), std::size_t(0));
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
        return dataset.validation.target(a).size() > dataset.validation.target(b).size();
    });
}

std::optional<ValidationReport> Validation::measure(const nn::Weights<float>& weights, std::stop_token stop,
                                                    const std::function<void()>& between) const
{
    std::vector<Sums> sums(static_cast<std::size_t>(m_team.size()));
    const std::size_t round = sentencesTogether * sums.size();
    for (std::size_t first = 0; first < m_order.size(); first += round) {
        if (stop.stop_requested())
            return std::nullopt;
        m_team.run([&](int part) {
            const std::size_t begin =
                std::min(m_order.size(), first + sentencesTogether * static_cast<std::size_t>(part));
            score(weights, begin, std::min(sentencesTogether, m_order.size() - begin),
                  sums[static_cast<std::size_t>(part)]);
        });
        between();
    }
    Sums all;
    for (Sums& one : sums) {
        all.loss += one.loss;
        all.tokens += one.tokens;
        all.correct += one.correct;
        std::move(one.links.begin(), one.links.end(), std::back_inserter(all.links));
        std::move(one.gold.begin(), one.gold.end(), std::back_inserter(all.gold));
    }
    ValidationReport report;
    report.loss = all.loss / static_cast<double>(all.tokens);
    report.tokenAccuracy = static_cast<double>(all.correct) / static_cast<double>(all.tokens);
    if (m_hasGold)
        report.aer = scoreAlignments(all.links, all.gold).aer;
    report.bleu = greedyBleu(weights, stop);
    if (stop.stop_requested())
        return std::nullopt;
    return report;
}

void Validation::score(const nn::Weights<float>& weights, std::size_t first, std::size_t count, Sums& sums) const
{
    if (count == 0)
        return;
    std::vector<std::span<const TokenId>> sources, targets;
    for (std::size_t i = first; i < first + count; ++i) {
        sources.push_back(m_dataset.validation.source(m_order[i]));
        targets.push_back(m_dataset.validation.target(m_order[i]));
    }
    const auto scores = decoding::ForcedDecoding(m_network, weights).score(sources, targets, m_hasGold);
    for (std::size_t i = 0; i < count; ++i) {
        sums.loss += scores[i].loss;
        sums.tokens += scores[i].targetTokens;
        sums.correct += scores[i].correct;
        if (m_hasGold) {
            sums.links.push_back(argmaxLinks(scores[i].attention, scores[i].targetTokens, scores[i].sources));
            sums.gold.push_back(m_dataset.validationCorpus->gold[m_dataset.validation.rawIndex(m_order[first + i])]);
        }
    }
}

double Validation::greedyBleu(const nn::Weights<float>& weights, std::stop_token stop) const
{
    const EncodedPairs& pairs = m_dataset.validation;
    const std::size_t count = std::min(sentencesTranslated, pairs.size()),
                      parts = static_cast<std::size_t>(m_team.size());
    std::vector<std::string> hypotheses(count), references(count);
    // every k-th pair, dealt out over the threads
    m_team.run([&](int part) {
        decoding::BeamSearch greedy(m_network, weights);
        std::vector<std::vector<TokenId>> sentences;
        decoding::BeamSettings settings{1, 1.0, false, {}};
        std::vector<std::size_t> places;
        const auto translate = [&] {
            if (sentences.empty() || stop.stop_requested())
                return;
            const auto found = greedy.search(sentences, settings);
            for (std::size_t i = 0; i < places.size(); ++i)
                hypotheses[places[i]] = textOf(found[i].front().tokens, m_language);
            sentences.clear();
            settings.maxLength.clear();
            places.clear();
        };
        for (std::size_t i = static_cast<std::size_t>(part); i < count; i += parts) {
            const std::size_t pair = m_order[i * m_order.size() / count];
            sentences.emplace_back(pairs.source(pair).begin(), pairs.source(pair).end());
            settings.maxLength.push_back(2 * static_cast<int>(sentences.back().size()) + 10);
            places.push_back(i);
            references[i] = m_dataset.validationCorpus->pairs.target(pairs.rawIndex(pair));
            if (places.size() == sentencesTogether)
                translate();
        }
        translate();
    });
    return bleu(hypotheses, references, m_language.text.lowercase).score;
}

} // namespace alignoscope::training

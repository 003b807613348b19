// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/validation.h"

#include "alignoscope/attention_measures.h"
#include "alignoscope/gold.h"
#include "alignoscope/metrics.h"
#include "decoding/beam_search.h"
#include "decoding/encoded_text.h"
#include "decoding/forced_decoding.h"
#include "text/piece_marks.h"

#include <algorithm>
#include <numeric>

namespace alignoscope::training {

namespace {

constexpr std::size_t sentencesTogether = 32;
constexpr std::size_t sentencesSampled = 200;

} // namespace

struct Validation::Sums {
    double loss = 0;
    std::int64_t tokens = 0, correct = 0;
    std::vector<std::vector<Link>> links;
    std::vector<GoldAlignment> gold;
    AttentionAgreement agreement;
};

Validation::Validation(const models::RnnSearch<float>& network, const models::Language& language,
                       const Dataset& dataset, ThreadTeam& team)
    : m_network(network), m_language(language), m_dataset(dataset), m_team(team), m_order(dataset.validation.size())
{
    findGold();
    std::iota(m_order.begin(), m_order.end(), std::size_t(0));
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
        return dataset.validation.target(a).size() > dataset.validation.target(b).size();
    });
    const std::size_t count = std::min(sentencesSampled, m_order.size());
    for (std::size_t i = 0; i < count; ++i)
        m_sampled.push_back(i * m_order.size() / count);
}

void Validation::findGold()
{
    if (!m_dataset.validationCorpus || m_dataset.validationCorpus->gold.empty())
        return;
    for (std::size_t i = 0; i < m_dataset.validation.size(); ++i) {
        m_gold.push_back(fittingGold(*m_dataset.validationCorpus, m_dataset.validation.rawIndex(i), m_language.text));
        m_hasGold = m_hasGold || m_gold.back() != nullptr;
    }
}

std::vector<std::size_t> Validation::samplePairs() const
{
    std::vector<std::size_t> pairs;
    for (auto place = m_sampled.rbegin(); place != m_sampled.rend(); ++place)
        pairs.push_back(m_order[*place]);
    return pairs;
}

std::string_view Validation::reference(std::size_t pair) const
{
    return m_dataset.validationCorpus->pairs.target(m_dataset.validation.rawIndex(pair));
}

std::optional<Validation::Measured> Validation::measure(const nn::Weights<float>& weights, std::stop_token stop,
                                                        const std::function<void()>& between) const
{
    std::vector<Sums> sums(static_cast<std::size_t>(m_team.size()));
    Sample sample(m_sampled.size());
    const std::size_t round = sentencesTogether * sums.size();
    for (std::size_t first = 0; first < m_order.size(); first += round) {
        if (stop.stop_requested())
            return std::nullopt;
        m_team.run([&](int part) {
            const std::size_t begin =
                std::min(m_order.size(), first + sentencesTogether * static_cast<std::size_t>(part));
            score(weights, begin, std::min(sentencesTogether, m_order.size() - begin),
                  sums[static_cast<std::size_t>(part)], sample);
        });
        between();
    }
    Measured measured{reportOf(sums, m_hasGold), {}};
    translateSample(weights, stop, sample);
    if (stop.stop_requested())
        return std::nullopt;
    measured.report.bleu = scoreTranslations(sample);
    measured.sample = std::move(sample);
    return measured;
}

ValidationReport Validation::reportOf(std::vector<Sums>& sums, bool gold)
{
    Sums all;
    for (Sums& one : sums) {
        all.loss += one.loss;
        all.tokens += one.tokens;
        all.correct += one.correct;
        all.agreement += one.agreement;
        std::move(one.links.begin(), one.links.end(), std::back_inserter(all.links));
        std::move(one.gold.begin(), one.gold.end(), std::back_inserter(all.gold));
    }
    ValidationReport report;
    report.loss = all.loss / static_cast<double>(all.tokens);
    report.tokenAccuracy = static_cast<double>(all.correct) / static_cast<double>(all.tokens);
    if (!gold || all.gold.empty()) // of a model without attention there is nothing to compare
        return report;
    const AlignmentScore score = scoreAlignments(all.links, all.gold);
    report.aer = score.aer;
    report.alignmentPrecision = score.precision;
    report.alignmentRecall = score.recall;
    report.match = all.agreement.match();
    report.mass = all.agreement.mass();
    return report;
}

void Validation::score(const nn::Weights<float>& weights, std::size_t first, std::size_t count, Sums& sums,
                       Sample& sample) const
{
    if (count == 0)
        return;
    std::vector<std::span<const TokenId>> sources, targets;
    for (std::size_t i = first; i < first + count; ++i) {
        sources.push_back(m_dataset.validation.source(m_order[i]));
        targets.push_back(m_dataset.validation.target(m_order[i]));
    }
    auto scores = decoding::ForcedDecoding(m_network, weights).score(sources, targets, true);
    for (std::size_t i = 0; i < count; ++i) {
        auto& one = scores[i];
        sums.loss += one.loss;
        sums.tokens += one.targetTokens;
        sums.correct += one.correct;
        const GoldAlignment* gold = m_hasGold ? m_gold[m_order[first + i]] : nullptr;
        if (gold && hasAlignment(one.attention)) {
            sums.links.push_back(argmaxLinks(one.attention, one.targetTokens, one.sources));
            sums.gold.push_back(*gold);
            sums.agreement += attentionAgreement(one.attention, one.targetTokens, one.sources, *gold);
        }
        const auto place = std::lower_bound(m_sampled.begin(), m_sampled.end(), first + i);
        if (place != m_sampled.end() && *place == first + i)
            sample[static_cast<std::size_t>(place - m_sampled.begin())] = {m_order[first + i], std::move(one), {}};
    }
}

std::vector<SampledPair> Validation::lookAtSample(const nn::Weights<float>& weights) const
{
    Sample sample(m_sampled.size());
    m_team.run([&](int part) {
        const auto parts = static_cast<std::size_t>(m_team.size());
        decoding::ForcedDecoding forced(m_network, weights);
        for (std::size_t first = static_cast<std::size_t>(part) * sentencesTogether; first < m_sampled.size();
             first += parts * sentencesTogether) {
            const std::size_t end = std::min(first + sentencesTogether, m_sampled.size());
            std::vector<std::span<const TokenId>> sources, targets;
            for (std::size_t i = first; i < end; ++i) {
                sources.push_back(m_dataset.validation.source(m_order[m_sampled[i]]));
                targets.push_back(m_dataset.validation.target(m_order[m_sampled[i]]));
            }
            auto scores = forced.score(sources, targets, true);
            for (std::size_t i = first; i < end; ++i)
                sample[i] = {m_order[m_sampled[i]], std::move(scores[i - first]), {}};
        }
    });
    return sample;
}

/// The sample's pairs are dealt out over the threads, one by one: they are sorted by length.
void Validation::translateSample(const nn::Weights<float>& weights, std::stop_token stop, Sample& sample) const
{
    m_team.run([&](int part) {
        decoding::BeamSearch greedy(m_network, weights);
        std::vector<std::vector<TokenId>> sentences;
        decoding::BeamSettings settings{1, 1.0, false, {}};
        std::vector<std::size_t> places;
        const SideText target = m_language.text.target();
        const auto translate = [&] {
            if (sentences.empty() || stop.stop_requested())
                return;
            const auto found = greedy.search(sentences, settings);
            for (std::size_t i = 0; i < places.size(); ++i)
                sample[places[i]].translation = decoding::decode(found[i].front().tokens, target, m_language.target);
            sentences.clear();
            settings.maxLength.clear();
            places.clear();
        };
        for (std::size_t i = static_cast<std::size_t>(part); i < sample.size();
             i += static_cast<std::size_t>(m_team.size())) {
            const auto source = m_dataset.validation.source(sample[i].pair);
            sentences.emplace_back(source.begin(), source.end());
            settings.maxLength.push_back(2 * static_cast<int>(source.size()) + 10);
            places.push_back(i);
            if (places.size() == sentencesTogether)
                translate();
        }
        translate();
    });
}

/// Returns BLEU of all of them together.
double Validation::scoreTranslations(Sample& sample) const
{
    const SideText side = m_language.text.target();
    std::vector<std::string> hypotheses, references;
    for (const SampledPair& one : sample) {
        hypotheses.push_back(one.translation);
        references.push_back(text::withoutPieceMarks(reference(one.pair), side));
    }
    const bool lowercase = m_language.text.lowercase;
    const BleuTokenizer tokenizer = bleuTokenizerFor(references);
    m_team.run([&](int part) {
        for (std::size_t i = static_cast<std::size_t>(part); i < sample.size();
             i += static_cast<std::size_t>(m_team.size())) {
            sample[i].bleu = sentenceBleu(hypotheses[i], references[i], lowercase, tokenizer);
            sample[i].chrf = sentenceChrf(hypotheses[i], references[i], lowercase);
        }
    });
    return bleu(hypotheses, references, lowercase, tokenizer).score;
}

} // namespace alignoscope::training

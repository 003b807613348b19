// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/model_translator.h"

#include "alignoscope/error.h"
#include "decoding/beam_search.h"
#include "decoding/encoded_text.h"
#include "decoding/forced_decoding.h"

#include <algorithm>
#include <numeric>

namespace alignoscope::decoding {

namespace {

constexpr std::size_t sentencesTogether = 32;

void checkOptions(const TranslationOptions& options)
{
    if (options.beam < 1 || options.beam > 1000)
        throw Error(ErrorKind::Usage,
                    {"beam", "the beam cannot have this size", "1 to 1000", std::to_string(options.beam), {}});
    if (options.best < 1 || options.best > options.beam)
        throw Error(ErrorKind::Usage,
                    {"n-best", "there cannot be this many hypotheses",
                     "1 to the size of the beam, " + std::to_string(options.beam), std::to_string(options.best),
                     "Choose a larger beam."});
}

/// Order in which sentences of like length come together.
std::vector<std::size_t> longestFirst(const std::vector<EncodedText>& texts)
{
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return texts[a].ids.size() > texts[b].ids.size(); });
    return order;
}

Hypothesis readable(BeamHypothesis&& found, const Vocabulary& vocabulary, TokenizerKind tokenizer)
{
    Hypothesis hypothesis;
    std::vector<std::string> words;
    for (const TokenId token : found.tokens) {
        const bool end = token == Vocabulary::endSentence;
        if (!end)
            words.push_back(vocabulary.token(token));
        hypothesis.tokens.push_back(end ? std::string(endOfSentence) : vocabulary.token(token));
    }
    hypothesis.text = detokenize(words, tokenizer);
    hypothesis.logProbability = found.logProbability;
    hypothesis.score = found.score;
    hypothesis.attention = std::move(found.attention);
    return hypothesis;
}

} // namespace

ModelTranslator::ModelTranslator(std::shared_ptr<const models::TrainedModel> model)
    : m_model(std::move(model)), m_weights(m_model->network->layout(), nn::Weights<float>::Passes::Forward)
{
}

const nn::Weights<float>& ModelTranslator::weights() const
{
    std::call_once(m_packed, [this] {
        m_weights.attach(m_model->parameters.data());
        m_weights.pack();
    });
    return m_weights;
}

Translation ModelTranslator::translate(std::string_view text, const TranslationOptions& options) const
{
    return translate(std::vector<std::string>{std::string(text)}, options, {}).front();
}

std::vector<Translation> ModelTranslator::translate(const std::vector<std::string>& texts,
                                                    const TranslationOptions& options, const Progress& progress) const
{
    checkOptions(options);
    const models::Language& language = *m_model->language;
    std::vector<EncodedText> encoded;
    for (const std::string& text : texts)
        encoded.push_back(encode(text, language.text.sourceTokenizer, language.text.lowercase, language.source));
    const std::vector<std::size_t> order = longestFirst(encoded);

    std::vector<Translation> translations(texts.size());
    BeamSearch beam(*m_model->network, weights());
    for (std::size_t first = 0; first < order.size(); first += sentencesTogether) {
        const std::size_t count = std::min(sentencesTogether, order.size() - first);
        BeamSettings settings{options.beam, options.lengthPenalty, options.attention, {}};
        std::vector<std::vector<TokenId>> sentences;
        for (std::size_t i = first; i < first + count; ++i) {
            sentences.push_back(encoded[order[i]].ids);
            const int length = static_cast<int>(sentences.back().size());
            settings.maxLength.push_back(options.maxLength > 0 ? options.maxLength : 2 * length + 10);
        }
        auto found = beam.search(sentences, settings, progress.stop);
        for (std::size_t i = 0; i < count; ++i) {
            EncodedText& source = encoded[order[first + i]];
            Translation& translation = translations[order[first + i]];
            translation.source = std::move(source.tokens);
            translation.sourceUnknown = std::move(source.unknown);
            const std::size_t best = std::min(found[i].size(), static_cast<std::size_t>(options.best));
            for (std::size_t h = 0; h < best; ++h)
                translation.hypotheses.push_back(
                    readable(std::move(found[i][h]), language.target, language.text.targetTokenizer));
        }
        progress(static_cast<double>(first + count) / static_cast<double>(order.size()));
    }
    return translations;
}

AttentionSnapshot ModelTranslator::align(std::string_view source, std::string_view target) const
{
    const models::Language& language = *m_model->language;
    EncodedText from = encode(source, language.text.sourceTokenizer, language.text.lowercase, language.source);
    EncodedText to = encode(target, language.text.targetTokenizer, language.text.lowercase, language.target);
    const std::span<const TokenId> sources[] = {from.ids};
    const std::span<const TokenId> targets[] = {to.ids};
    ForcedDecoding forced(*m_model->network, weights());
    ForcedScore score = std::move(forced.score(sources, targets, true).front());
    AttentionSnapshot snapshot;
    snapshot.step = m_model->step;
    snapshot.sentence = SentenceId(-1);
    snapshot.sourceTokens = std::move(from.tokens);
    snapshot.sourceUnknown = std::move(from.unknown);
    snapshot.targetTokens = std::move(to.tokens);
    snapshot.weights = std::move(score.attention);
    snapshot.forced = true;
    snapshot.loss = score.loss / score.targetTokens;
    return snapshot;
}

std::vector<Translator::ForcedScore> ModelTranslator::score(const std::vector<std::string>& sources,
                                                            const std::vector<std::string>& targets,
                                                            const Progress& progress) const
{
    if (sources.size() != targets.size())
        throw Error(ErrorKind::Usage,
                    {"scoring",
                     "every source needs its target",
                     std::to_string(sources.size()) + " targets",
                     std::to_string(targets.size()),
                     {}});
    const models::Language& language = *m_model->language;
    std::vector<EncodedText> from, to;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        from.push_back(encode(sources[i], language.text.sourceTokenizer, language.text.lowercase, language.source));
        to.push_back(encode(targets[i], language.text.targetTokenizer, language.text.lowercase, language.target));
    }
    const std::vector<std::size_t> order = longestFirst(to);
    std::vector<ForcedScore> scores(sources.size());
    ForcedDecoding forced(*m_model->network, weights());
    for (std::size_t first = 0; first < order.size(); first += sentencesTogether) {
        if (progress.stop.stop_requested())
            throw Error(ErrorKind::Cancelled, {"scoring", "stopped before it was done", {}, {}, {}});
        const std::size_t count = std::min(sentencesTogether, order.size() - first);
        std::vector<std::span<const TokenId>> left, right;
        for (std::size_t i = first; i < first + count; ++i) {
            left.emplace_back(from[order[i]].ids);
            right.emplace_back(to[order[i]].ids);
        }
        auto some = forced.score(left, right, true);
        for (std::size_t i = 0; i < count; ++i)
            scores[order[first + i]] = std::move(some[i]);
        progress(static_cast<double>(first + count) / static_cast<double>(order.size()));
    }
    return scores;
}

} // namespace alignoscope::decoding

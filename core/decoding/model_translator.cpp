// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/model_translator.h"

#include "alignoscope/error.h"
#include "decoding/beam_search.h"
#include "decoding/encoded_text.h"
#include "decoding/forced_decoding.h"
#include "decoding/intervention.h"
#include "decoding/search_options.h"
#include "decoding/trace_beam.h"

#include <algorithm>
#include <atomic>
#include <span>
#include <thread>

namespace alignoscope::decoding {

namespace {

constexpr std::size_t sentencesTogether = 32; // enough for long products, few enough to share out

std::size_t cores()
{
    return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

/// Calls work(sentences) for groups of sentences of like length, on all cores; what it throws is thrown here.
template <class Work>
void inGroups(const std::vector<std::size_t>& order, const Progress& progress, Work&& work)
{
    const std::size_t groups = (order.size() + sentencesTogether - 1) / sentencesTogether;
    nn::ThreadTeam team(static_cast<int>(std::clamp<std::size_t>(groups, 1, cores())));
    std::atomic<std::size_t> next = 0, done = 0;
    team.run([&](int part) {
        for (std::size_t group = next++; group < groups; group = next++) {
            if (progress.stop.stop_requested())
                throw Error(ErrorKind::Cancelled, {"translation", "stopped before it was done", {}, {}, {}});
            const std::size_t first = group * sentencesTogether;
            work(std::span(order).subspan(first, std::min(sentencesTogether, order.size() - first)));
            ++done;
            if (part == 0) // the calling thread
                progress(static_cast<double>(done) / static_cast<double>(groups));
        }
    });
    progress(1);
}

Hypothesis readable(BeamHypothesis&& found, const Vocabulary& vocabulary, const SideText& side)
{
    Hypothesis hypothesis;
    std::vector<std::string> words;
    for (const TokenId token : found.tokens) {
        const bool end = token == Vocabulary::endSentence;
        if (!end)
            words.push_back(vocabulary.token(token));
        hypothesis.tokens.push_back(end ? std::string(endOfSentence) : vocabulary.token(token));
    }
    hypothesis.text = detokenize(words, side);
    hypothesis.logProbability = found.logProbability;
    hypothesis.score = found.score;
    hypothesis.attention = std::move(found.attention);
    hypothesis.centres = std::move(found.centres);
    hypothesis.window = found.window;
    return hypothesis;
}

} // namespace

ModelTranslator::ModelTranslator(std::shared_ptr<const models::TrainedModel> model, bool alone)
    : m_model(std::move(model)), m_alone(alone),
      m_weights(m_model->network->layout(), nn::Weights<float>::Passes::Forward)
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

std::unique_ptr<nn::ThreadTeam> ModelTranslator::helpersFor(std::size_t columns) const
{
    constexpr std::size_t few = 8; // products wait for memory, which one core does not use up
    return m_alone && columns <= few ? std::make_unique<nn::ThreadTeam>(static_cast<int>(cores())) : nullptr;
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
        encoded.push_back(encode(text, language.text.source(), language.source));
    const SideText target = language.text.target();
    std::vector<Translation> translations(texts.size());
    const auto helpers = helpersFor(texts.size() * static_cast<std::size_t>(options.beam));
    inGroups(longestFirst(encoded), progress, [&](std::span<const std::size_t> group) {
        BeamSettings settings{options.beam, options.lengthPenalty, options.attention, {}};
        std::vector<std::vector<TokenId>> sentences;
        for (const std::size_t i : group) {
            sentences.push_back(encoded[i].ids);
            settings.maxLength.push_back(longestTranslation(options, sentences.back().size()));
        }
        BeamSearch search(*m_model->network, weights(), helpers.get());
        auto found = search.search(sentences, settings, progress.stop);
        for (std::size_t place = 0; place < group.size(); ++place) {
            EncodedText& source = encoded[group[place]];
            Translation& translation = translations[group[place]];
            translation.source = std::move(source.tokens);
            translation.sourceUnknown = std::move(source.unknown);
            const std::size_t best = std::min(found[place].size(), static_cast<std::size_t>(options.best));
            for (std::size_t h = 0; h < best; ++h)
                translation.hypotheses.push_back(readable(std::move(found[place][h]), language.target, target));
        }
    });
    return translations;
}

BeamTrace ModelTranslator::traceBeam(std::string_view text, const TranslationOptions& options, int likeliest) const
{
    const auto helpers = helpersFor(static_cast<std::size_t>(std::max(1, options.beam)));
    return decoding::traceBeam(*m_model, weights(), text, options, likeliest, helpers.get());
}

AttentionSnapshot ModelTranslator::align(std::string_view source, std::string_view target) const
{
    const models::Language& language = *m_model->language;
    EncodedText from = encode(source, language.text.source(), language.source);
    EncodedText to = encode(target, language.text.target(), language.target);
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
    snapshot.centres = std::move(score.centres);
    snapshot.window = score.window;
    snapshot.forced = true;
    snapshot.loss = score.loss / score.targetTokens;
    return snapshot;
}

InterventionResult ModelTranslator::intervene(std::string_view text, const Intervention& intervention) const
{
    const auto helpers = helpersFor(static_cast<std::size_t>(std::max(1, intervention.beam)));
    return decoding::intervene(*m_model, weights(), text, intervention, helpers.get());
}

std::shared_ptr<const Translator> ModelTranslator::limited(const StateLimitOptions& limit) const
{
    models::Sizes sizes = m_model->network->sizes();
    if (!attentionKind(sizes.attention.kind).aligns)
        throw Error(ErrorKind::Usage,
                    {"attention",
                     "a model without attention has none to limit",
                     {},
                     {},
                     "Choose a run trained with attention."});
    sizes.attention.limit = limit;
    auto model = std::make_shared<models::TrainedModel>(*m_model);
    model->network = std::make_shared<models::RnnSearch<float>>(sizes); // the limit learns nothing: the same layout
    return std::make_shared<ModelTranslator>(std::move(model), m_alone);
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
        from.push_back(encode(sources[i], language.text.source(), language.source));
        to.push_back(encode(targets[i], language.text.target(), language.target));
    }
    std::vector<ForcedScore> scores(sources.size());
    inGroups(longestFirst(to), progress, [&](std::span<const std::size_t> group) {
        std::vector<std::span<const TokenId>> left, right;
        for (const std::size_t i : group) {
            left.emplace_back(from[i].ids);
            right.emplace_back(to[i].ids);
        }
        auto some = ForcedDecoding(*m_model->network, weights()).score(left, right, true);
        for (std::size_t place = 0; place < group.size(); ++place)
            scores[group[place]] = std::move(some[place]);
    });
    return scores;
}

} // namespace alignoscope::decoding

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "decoding/explain_pairs.h"
#include "decoding/model_translator.h"

#include <algorithm>
#include <thread>

namespace alignoscope {

namespace {

[[noreturn]] void refuseToExplain()
{
    throw Error(ErrorKind::Usage, {"explanation", "this model's inside cannot be looked into", {}, {}, {}});
}

} // namespace

Explanation Translator::explain(std::string_view, std::string_view, const ExplanationOptions&, const Progress&) const
{
    refuseToExplain();
}

std::vector<Explanation> Translator::explain(const std::vector<std::string>&, const std::vector<std::string>&,
                                             const ExplanationOptions&, const Progress&) const
{
    refuseToExplain();
}

namespace decoding {

namespace {

using Texts = std::vector<std::string>;

/// The translation as a target to be read; one that was cut gets its end.
EncodedText asTarget(const Hypothesis& hypothesis, const Vocabulary& vocabulary)
{
    EncodedText text;
    text.tokens = hypothesis.tokens;
    if (text.tokens.empty() || text.tokens.back() != endOfSentence)
        text.tokens.emplace_back(endOfSentence);
    for (std::size_t i = 0; i + 1 < text.tokens.size(); ++i)
        text.ids.push_back(vocabulary.id(text.tokens[i]));
    text.ids.push_back(Vocabulary::endSentence);
    return text;
}

/// Gives the pairs without a target the model's own greedy translation.
void translateMissing(const Translator& translator, const Texts& sources, std::vector<PairToExplain>& pairs,
                      std::stop_token stop)
{
    Texts missing;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (!pairs[i].forced)
            missing.push_back(sources[i]);
    if (missing.empty())
        return;
    TranslationOptions greedy;
    greedy.beam = 1;
    greedy.attention = false;
    Progress silent;
    silent.stop = std::move(stop);
    const auto translations = translator.translate(missing, greedy, silent);
    auto translation = translations.begin();
    for (PairToExplain& pair : pairs)
        if (!pair.forced)
            pair.target = asTarget((translation++)->hypotheses.front(), translator.targetVocabulary());
}

} // namespace

Explanation ModelTranslator::explain(std::string_view source, std::string_view target,
                                     const ExplanationOptions& options, const Progress& progress) const
{
    return std::move(explain(Texts{std::string(source)}, Texts{std::string(target)}, options, progress).front());
}

std::vector<Explanation> ModelTranslator::explain(const Texts& sources, const Texts& targets,
                                                  const ExplanationOptions& options, const Progress& progress) const
{
    if (sources.size() != targets.size())
        throw Error(ErrorKind::Usage,
                    {"explanation",
                     "every source needs its target, if an empty one",
                     std::to_string(sources.size()) + " targets",
                     std::to_string(targets.size()),
                     {}});
    const models::Language& language = *m_model->language;
    std::vector<PairToExplain> pairs;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        pairs.push_back({encode(sources[i], language.text.source(), language.source),
                         encode(targets[i], language.text.target(), language.target)});
        pairs.back().forced = pairs.back().target.ids.size() > 1;
    }
    translateMissing(*this, sources, pairs, progress.stop);
    // the backward pass reads every weight the other way round as well
    const nn::Weights<float> weights(m_model->network->layout(), nn::Weights<float>::Passes::Both,
                                     m_model->parameters.data());
    const bool leaveCores = pairs.size() == 1 && !m_alone;
    const int threads = leaveCores ? 1 : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return explainPairs(*m_model, weights, std::move(pairs), options, progress, threads);
}

} // namespace decoding

} // namespace alignoscope

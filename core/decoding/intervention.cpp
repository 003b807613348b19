// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/intervention.h"

#include "alignoscope/error.h"
#include "decoding/beam_search.h"
#include "decoding/encoded_text.h"
#include "decoding/given_decisions.h"
#include "decoding/replay.h"
#include "decoding/search_options.h"

#include <cmath>

namespace alignoscope::decoding {

namespace {

TranslationOptions optionsOf(const Intervention& intervention)
{
    if (intervention.likeliest < 0)
        throw Error(
            ErrorKind::Usage,
            {"next words", "there cannot be this many", "0 or more", std::to_string(intervention.likeliest), {}});
    TranslationOptions options;
    options.beam = intervention.beam;
    options.lengthPenalty = intervention.lengthPenalty;
    options.maxLength = intervention.maxLength;
    checkOptions(options);
    return options;
}

/// The result's tokens: given words as they were given, the others as the vocabulary has them.
void fillTokens(InterventionResult& result, const std::vector<TokenId>& ids, const Intervention& intervention,
                const models::Language& language)
{
    const std::vector<std::string> given = givenTokens(intervention);
    std::vector<std::string> words;
    for (std::size_t t = 0; t < ids.size(); ++t) {
        const bool end = ids[t] == Vocabulary::endSentence, forced = t < given.size() && !given[t].empty();
        result.tokens.push_back(end ? std::string(endOfSentence) : forced ? given[t] : language.target.token(ids[t]));
        result.forced.push_back(forced);
        result.targetUnknown.push_back(ids[t] == Vocabulary::unknown);
        if (!end)
            words.push_back(result.tokens.back());
    }
    result.text = detokenize(words, language.text.target());
}

/// What the model thought at each step, with the words it read put back to their places in the source.
void fillSteps(InterventionResult& result, const Replay& steps, const std::vector<std::size_t>& read,
               const Steering& steering, const Vocabulary& target)
{
    const std::size_t sources = result.source.size();
    result.logProbabilities = steps.logProbabilities;
    result.attention.assign(result.tokens.size() * sources, 0);
    for (std::size_t t = 0; t < result.tokens.size(); ++t) {
        result.logProbability += steps.logProbabilities[t];
        result.overridden.push_back(!steering.row(t).empty());
        for (std::size_t s = 0; s < read.size(); ++s)
            result.attention[t * sources + read[s]] = steps.attention[t * read.size() + s];
        auto& next = result.likeliest.emplace_back();
        for (const auto& [token, log] : steps.likeliest[t])
            next.push_back({target.token(token), std::exp(log)});
    }
}

} // namespace

InterventionResult intervene(const models::TrainedModel& model, const nn::Weights<float>& weights,
                             std::string_view text, const Intervention& intervention, nn::ThreadTeam* team)
{
    const TranslationOptions options = optionsOf(intervention);
    const models::Language& language = *model.language;
    EncodedText source = encode(text, language.text.source(), language.source);
    const std::size_t sources = source.ids.size();
    const auto read = readPositions(intervention, sources);
    const Steering steering = steeringOf(intervention, language.target, sources, read);
    std::vector<TokenId> sentence;
    for (const std::size_t s : read)
        sentence.push_back(source.ids[s]);

    const int longest = longestTranslation(options, sources) + static_cast<int>(intervention.prefix.size());
    const BeamSettings settings{options.beam, options.lengthPenalty, false, {longest}, &steering};
    const auto found = BeamSearch(*model.network, weights, team).search({sentence}, settings).front();
    const auto& ids = found.front().tokens;
    DecoderSteps again(*model.network, weights, team);
    const Replay steps = replay(again, sentence, ids, steering, intervention.likeliest);

    InterventionResult result;
    result.step = model.step;
    result.source = std::move(source.tokens);
    result.sourceUnknown = std::move(source.unknown);
    result.sourceDropped.assign(sources, true);
    for (const std::size_t s : read)
        result.sourceDropped[s] = false;
    fillTokens(result, ids, intervention, language);
    fillSteps(result, steps, read, steering, language.target);
    return result;
}

} // namespace alignoscope::decoding

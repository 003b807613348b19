// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "decoding/beam_search.h"
#include "decoding/encoded_text.h"
#include "decoding/model_translator.h"
#include "probing/state_map.h"
#include "probing/states.h"

namespace alignoscope {

[[noreturn]] static void refuseStates()
{
    throw Error(ErrorKind::Usage, {"states", "this translator is no recurrent network", {}, {}, {}});
}

SentenceStates Translator::states(std::string_view, std::string_view) const
{
    refuseStates();
}

StateMap Translator::mapStates(const std::vector<std::string>&, const Progress&) const
{
    refuseStates();
}

} // namespace alignoscope

namespace alignoscope::decoding {

SentenceStates ModelTranslator::states(std::string_view source, std::string_view target) const
{
    const models::Language& language = *m_model->language;
    EncodedText from = encode(source, language.text.source(), language.source);
    EncodedText to = encode(target, language.text.target(), language.target);
    const bool forced = to.ids.size() > 1; // more than the end of the sentence
    if (!forced) {
        const BeamSettings greedy{1, 1.0, false, {2 * static_cast<int>(from.ids.size()) + 10}};
        to.ids = BeamSearch(*m_model->network, weights()).search({from.ids}, greedy).front().front().tokens;
        to.tokens.clear();
        for (const TokenId token : to.ids)
            to.tokens.push_back(token == Vocabulary::endSentence ? std::string(endOfSentence)
                                                                 : language.target.token(token));
    }
    SentenceStates states = probing::readStates(*m_model->network, weights(), from.ids, to.ids);
    states.step = m_model->step;
    states.source = std::move(from.tokens);
    states.sourceUnknown = std::move(from.unknown);
    states.target = std::move(to.tokens);
    states.forced = forced;
    return states;
}

StateMap ModelTranslator::mapStates(const std::vector<std::string>& sources, const Progress& progress) const
{
    const models::Language& language = *m_model->language;
    std::vector<StateMap::Sentence> sentences;
    std::vector<std::vector<TokenId>> ids;
    for (const std::string& source : sources) {
        EncodedText text = encode(source, language.text.source(), language.source);
        sentences.push_back({std::move(text.tokens), std::move(text.unknown)});
        ids.push_back(std::move(text.ids));
    }
    StateMap map = probing::mapStates(*m_model->network, weights(), std::move(sentences), ids, progress);
    map.step = m_model->step;
    return map;
}

} // namespace alignoscope::decoding

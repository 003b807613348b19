// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoding/forced_decoding.h"
#include "models/trained_model.h"
#include "nn/random.h"

#include <memory>
#include <string>
#include <vector>

namespace alignoscope::decoding::testing {

/// A model of six source and four target words whose opinions are strong and have nothing to do with anything. `kind`:
/// what of the family it is; the words are counted here.
inline std::shared_ptr<const models::TrainedModel> opinionatedModel(std::uint64_t seed = 1,
                                                                    models::Sizes kind = {0, 0, 4, 5, 4, 3})
{
    const auto vocabulary = [](const std::vector<std::string>& words) {
        std::vector<Vocabulary::Entry> entries;
        for (const auto& word : words)
            entries.push_back({word, 1});
        return Vocabulary(entries);
    };
    auto model = std::make_shared<models::TrainedModel>();
    auto language = std::make_shared<models::Language>();
    language->source = vocabulary({"a", "b", "c", "d", "e", "f"});
    language->target = vocabulary({"w", "x", "y", "z"});
    language->text.sourceTokenizer = language->text.targetTokenizer = TokenizerKind::Whitespace;
    kind.sourceWords = language->source.size();
    kind.targetWords = language->target.size();
    model->network = std::make_shared<models::RnnSearch<float>>(kind);
    model->language = std::move(language);
    model->step = 17;
    const auto& layout = model->network->layout();
    model->parameters.assign(static_cast<std::size_t>(layout.size()), 0);
    nn::Random random(seed);
    for (const auto& entry : layout.entries())
        for (nn::Index i = 0; i < entry.slot.rows * entry.slot.cols; ++i)
            model->parameters[static_cast<std::size_t>(entry.slot.offset + i)] = static_cast<float>(random.normal());
    return model;
}

inline nn::Weights<float> packed(const models::TrainedModel& model)
{
    return {model.network->layout(), nn::Weights<float>::Passes::Forward, model.parameters.data()};
}

/// Σ log p of a target by teacher forcing: what the searches are held to.
inline double logProbability(const models::TrainedModel& model, const std::vector<TokenId>& source,
                             const std::vector<TokenId>& target)
{
    const std::span<const TokenId> sources[] = {source}, targets[] = {target};
    const nn::Weights<float> weights = packed(model);
    return -ForcedDecoding(*model.network, weights).score(sources, targets, false)[0].loss;
}

inline std::vector<TokenId> sentence(std::initializer_list<int> words)
{
    std::vector<TokenId> ids;
    for (const int word : words)
        ids.push_back(TokenId(word));
    ids.push_back(Vocabulary::endSentence);
    return ids;
}

} // namespace alignoscope::decoding::testing

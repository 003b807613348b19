// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "models/trained_model.h"
#include "nn/random.h"

#include <cmath>
#include <vector>

namespace alignoscope::bench {

/// A model as large as asked, and 640 made-up pairs: 4 to 20 tokens a side, words as frequent as in language.
struct BenchModel {
    BenchModel(nn::Index hidden, nn::Index words)
        : network(models::Sizes{words, words, hidden, hidden, hidden, hidden / 2}),
          parameters(static_cast<std::size_t>(network.layout().size())),
          weights(network.layout(), nn::Weights<float>::Passes::Both)
    {
        nn::initialize(network.layout(), Initialization::Glorot, 1, parameters.data());
        weights.attach(parameters.data());
        weights.pack();
        nn::Random random(2);
        const auto sentence = [&](std::uint64_t length) {
            std::vector<TokenId> ids;
            for (std::uint64_t i = 0; i < length; ++i) // Zipf: the logarithm of the rank is even
                ids.push_back(
                    TokenId(static_cast<std::int32_t>(2 + std::pow(static_cast<double>(words - 3), random.uniform()))));
            ids.push_back(Vocabulary::endSentence);
            return ids;
        };
        for (std::size_t i = 0; i < 640; ++i) {
            const std::uint64_t length = 4 + i / 40; // alike within a batch, as in training
            pairs.add(sentence(length), sentence(length + random.below(3)), i);
        }
    }
    models::RnnSearch<float> network;
    models::ParameterBlock parameters;
    nn::Weights<float> weights;
    EncodedPairs pairs;
};

} // namespace alignoscope::bench

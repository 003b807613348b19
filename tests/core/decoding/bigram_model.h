// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoding_support.h"

#include <array>
#include <cmath>

namespace alignoscope::decoding::testing {

/// A model with the words of `opinionatedModel` whose next word depends on the word before alone, by a table made by
/// hand: a row for <s>, w, x, y and z, each with p(</s>), p(w), p(x), p(y) and p(z). Its attention is even.
/// `marks`: the logit of <unk> and <s>, which a row's logarithms stand beside.
inline std::shared_ptr<const models::TrainedModel> bigramModel(const std::vector<std::vector<double>>& table,
                                                               float marks = -60)
{
    constexpr nn::Index words = 7, hidden = 2;
    auto model = std::make_shared<models::TrainedModel>(*opinionatedModel());
    model->network = std::make_shared<models::RnnSearch<float>>(
        models::Sizes{model->language->source.size(), words, words, hidden, 2, words});
    const auto& layout = model->network->layout();
    model->parameters.assign(static_cast<std::size_t>(layout.size()), 0);
    const auto parameter = [&](std::string_view name) {
        for (const auto& entry : layout.entries()) {
            if (entry.name == name)
                return entry.slot.in(model->parameters.data());
        }
        throw std::logic_error("no parameter " + std::string(name));
    };
    auto deep = parameter("decoder.input.weight").bottomRows(2 * words); // V_o: both halves of maxout say the word
    parameter("decoder.embedding").setIdentity();
    deep.topRows(words).setIdentity();
    deep.bottomRows(words).setIdentity();
    auto logits = parameter("output.weight"); // a row for the word before
    constexpr std::array<nn::Index, 5> before{1, 3, 4, 5, 6};
    for (std::size_t row = 0; row < before.size(); ++row) {
        for (nn::Index word = 0; word < 5; ++word)
            logits(before[row], 2 + word) =
                static_cast<float>(std::log(table.at(row).at(static_cast<std::size_t>(word))));
    }
    parameter("output.bias").topRows(2).setConstant(marks);
    return model;
}

} // namespace alignoscope::decoding::testing

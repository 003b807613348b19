// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rnnsearch.h"
#include "nn/random.h"
#include "support/shared_data.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <span>
#include <vector>

namespace alignoscope::models::testing {

using Sentences = std::vector<std::vector<TokenId>>;

inline std::vector<std::span<const TokenId>> views(const Sentences& sentences)
{
    return {sentences.begin(), sentences.end()};
}

inline std::vector<TokenId> ids(const std::vector<int>& numbers)
{
    std::vector<TokenId> tokens;
    for (const int number : numbers)
        tokens.push_back(TokenId(number));
    return tokens;
}

inline BatchPart partOf(const Sentences& sources, const Sentences& targets, const Sizes& sizes)
{
    BatchPart part;
    part.source.assign(views(sources), sizes.sourceWords);
    part.target.assign(views(targets), part.source, sizes.targetWords);
    return part;
}

/// tests/golden/rnnsearch.json: what PyTorch says of a small model.
struct GoldenModel {
    nlohmann::json json = nlohmann::json::parse(std::ifstream(alignoscope::testing::testData("golden/rnnsearch.json")));
    Sentences sources, targets; ///< all pairs; those of the batch come first

    GoldenModel()
    {
        for (const auto& pair : json["pairs"]) {
            sources.push_back(ids(pair[0].get<std::vector<int>>()));
            targets.push_back(ids(pair[1].get<std::vector<int>>()));
        }
    }
    [[nodiscard]] Sizes sizes() const
    {
        const auto s = json["sizes"].get<std::vector<Index>>();
        return {s[0], s[1], s[2], s[3], s[4], s[5]};
    }
    [[nodiscard]] BatchPart batch() const
    {
        const auto count = json["batch"].get<std::ptrdiff_t>();
        return partOf({sources.begin(), sources.begin() + count}, {targets.begin(), targets.begin() + count}, sizes());
    }
    /// Named tensors put where the layout has them.
    template <class Block>
    static void fill(const nn::ParameterLayout& layout, const nlohmann::json& tensors, Block& block)
    {
        block.assign(static_cast<std::size_t>(layout.size()), 0);
        for (const auto& entry : layout.entries()) {
            std::size_t at = static_cast<std::size_t>(entry.slot.offset);
            for (const auto& value : tensors.at(entry.name))
                block.at(at++) = value.get<typename Block::value_type>();
        }
    }
};

} // namespace alignoscope::models::testing

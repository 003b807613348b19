// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rnnsearch.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

namespace alignoscope::probing::testing {

/// tests/golden/explanation.json: what PyTorch says of the pairs of a small model (rnnsearch.json), and SciPy of
/// orders.
struct GoldenExplanation {
    nlohmann::json model = read("golden/rnnsearch.json"), json = read("golden/explanation.json");

    static nlohmann::json read(const std::string& name)
    {
        return nlohmann::json::parse(std::ifstream(alignoscope::testing::testData(name)));
    }
    [[nodiscard]] models::Sizes sizes() const
    {
        const auto s = model["sizes"].get<std::vector<nn::Index>>();
        return {s[0], s[1], s[2], s[3], s[4], s[5]};
    }
    template <class Scalar>
    [[nodiscard]] std::vector<Scalar> parameters(const nn::ParameterLayout& layout) const
    {
        std::vector<Scalar> block(static_cast<std::size_t>(layout.size()), 0);
        for (const auto& entry : layout.entries()) {
            auto at = static_cast<std::size_t>(entry.slot.offset);
            for (const auto& value : model["parameters"].at(entry.name))
                block.at(at++) = value.get<Scalar>();
        }
        return block;
    }
    static std::vector<TokenId> tokens(const nlohmann::json& numbers)
    {
        std::vector<TokenId> ids;
        for (const auto& number : numbers)
            ids.push_back(TokenId(number.get<int>()));
        return ids;
    }
};

template <class Values>
void expectNear(const Values& got, const nlohmann::json& expected, double tolerance, const char* what)
{
    ASSERT_EQ(got.size(), expected.size()) << what;
    for (std::size_t i = 0; i < got.size(); ++i)
        EXPECT_NEAR(static_cast<double>(got[i]), expected[i].get<double>(), tolerance) << what << ", number " << i;
}

} // namespace alignoscope::probing::testing

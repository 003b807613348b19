// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shared_data.h"
#include "support/subword_sample.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace alignoscope::testing {
namespace {

using Lines = std::vector<std::string>;

// tests/golden/make_subword_values.py: what SentencePiece's own programs make of the same sentences.
const nlohmann::json& golden()
{
    static const auto values = nlohmann::json::parse(std::ifstream(testData("golden/subwords.json")));
    return values;
}

std::string bytesOf(const std::string& hex)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

TEST(SubwordGolden, LearnsWhatSpmTrainLearns)
{
    ASSERT_EQ(golden()["learnt"].size(), 2U);
    const Lines texts = golden()["texts"];
    for (const auto& expected : golden()["learnt"]) {
        const auto method = expected["method"] == "bpe" ? SubwordMethod::Bpe : SubwordMethod::Unigram;
        const SubwordModel model = learnFrom(golden()["sentences"].get<Lines>(), {method, expected["size"].get<int>()});
        for (std::size_t i = 0; i < texts.size(); ++i)
            EXPECT_EQ(model.split(texts[i]), expected["pieces"][i].get<Lines>()) << texts[i];
    }
}

TEST(SubwordGolden, ALoadedModelKeepsItsOwnRule)
{
    const auto& ruled = golden()["ruled"];
    const SubwordModel model = SubwordModel::parse(bytesOf(ruled["model"]), "ruled");
    const Lines texts = ruled["texts"];
    for (std::size_t i = 0; i < texts.size(); ++i)
        EXPECT_EQ(model.split(texts[i]), ruled["pieces"][i].get<Lines>()) << texts[i];
}

} // namespace
} // namespace alignoscope::testing

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/attention_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace {

using namespace alignoscope;
using namespace alignoscope::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// What NumPy itself wrote; tests/golden/make_npy.py.
const nlohmann::json& golden()
{
    static const nlohmann::json values = [] {
        std::ifstream file(testData("golden/npy.json"));
        return nlohmann::json::parse(file);
    }();
    return values;
}

std::string bytesOf(const nlohmann::json& text)
{
    const auto hexadecimal = text.get<std::string>();
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hexadecimal.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hexadecimal.substr(i, 2), nullptr, 16));
    return bytes;
}

std::vector<float> weightsOf(std::size_t sentence)
{
    std::vector<float> weights;
    for (const auto& row : golden()["weights"][sentence])
        for (const auto& weight : row)
            weights.push_back(weight.get<float>());
    return weights;
}

TEST(Npy, EveryKindOfFloatsOfNumPyIsRead)
{
    for (const auto& [kind, bytes] : golden()["cases"].items()) {
        const auto read = readText(bytesOf(bytes));
        EXPECT_EQ(read.format, AttentionFormat::NeuralMonkey);
        ASSERT_EQ(read.sentences.size(), 2u) << kind;
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(read.sentences[i]->weights, weightsOf(i)) << kind;
            EXPECT_EQ(joined(read.sentences[i]->targetTokens), "1 2");
        }
        EXPECT_EQ(joined(read.sentences[0]->sourceTokens), "1 2 3");
        EXPECT_THAT(read.assumptions,
                    Contains("The rows are source words: turned round, as every column adds up to 1."));
    }
}

TEST(Npy, WhatIsNoAttentionIsRefused)
{
    const auto refusal = [](const char* kind) {
        return messageOf([kind] { readText(bytesOf(golden()["refused"][kind])); });
    };
    EXPECT_THAT(refusal("integers"), HasSubstr("does not hold floats"));
    EXPECT_THAT(refusal("four dimensions"), HasSubstr("has 4 dimensions"));
    EXPECT_THAT(refusal("one dimension"), HasSubstr("has 1 dimensions"));
    EXPECT_THAT(refusal("empty"), HasSubstr("the array is empty"));
}

TEST(Npy, EveryCutIsNoticed)
{
    const std::string whole = bytesOf(golden()["cases"]["f4"]);
    for (std::size_t size = 6; size < whole.size(); ++size)
        EXPECT_NE(messageOf([&] { readText(whole.substr(0, size)); }), "") << size;
    std::string huge = whole;
    huge.replace(huge.find("(2, 3, 2)"), 9, "(9999999,");
    huge.replace(huge.find(", }"), 3, "9,9");
    EXPECT_NE(messageOf([&] { readText(huge); }), "");
}

TEST(Npy, IsWrittenAsNumPyWritesIt)
{
    const auto read = readText(bytesOf(golden()["cases"]["f8"]));
    EXPECT_EQ(attentionToNpy(read.sentences), bytesOf(golden()["written"]));
}

TEST(Npy, ShorterSentencesArePaddedAndReadBackWithTheirWords)
{
    const std::vector<AttentionSnapshotPtr> written = {snapshotOf({"the", "cat"}, {"chat"}, {0.25F, 0.75F}),
                                                       snapshotOf({"no"}, {"non", "non"}, {1, 1})};
    const std::string bytes = attentionToNpy(written);
    const TemporaryFolder folder;
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "the cat\nno\n");
    options.targetText = folder.write("target", "chat\nnon non\n");
    const auto read = readText(bytes, options);
    ASSERT_EQ(read.sentences.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(read.sentences[i]->weights, written[i]->weights);
        EXPECT_EQ(read.sentences[i]->sourceTokens, written[i]->sourceTokens);
        EXPECT_EQ(read.sentences[i]->targetTokens, written[i]->targetTokens);
    }
    EXPECT_THAT(read.assumptions, Contains("Padding was cut off: up to 1 columns of a sentence."));
}

} // namespace

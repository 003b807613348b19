// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_difference.h"
#include "alignoscope/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace alignoscope {
namespace {

using ::testing::ElementsAre;
using Tokens = std::vector<std::string>;

AttentionSnapshot picture(Tokens source, Tokens target, std::vector<float> weights)
{
    AttentionSnapshot snapshot;
    snapshot.sourceTokens = std::move(source);
    snapshot.targetTokens = std::move(target);
    snapshot.weights = std::move(weights);
    return snapshot;
}

int matches(const std::vector<TokenPair>& pairs)
{
    return static_cast<int>(std::ranges::count_if(pairs, &TokenPair::matched));
}

/// The textbook's recursion, without any of the shortcuts.
int longestCommon(const Tokens& left, const Tokens& right, std::size_t i = 0, std::size_t k = 0)
{
    if (i == left.size() || k == right.size())
        return 0;
    if (left[i] == right[k])
        return 1 + longestCommon(left, right, i + 1, k + 1);
    return std::max(longestCommon(left, right, i + 1, k), longestCommon(left, right, i, k + 1));
}

TEST(TokenPairing, EqualSentencesArePairedToTheEnd)
{
    EXPECT_THAT(pairTokens({"a", "b"}, {"a", "b"}), ElementsAre(TokenPair{0, 0}, TokenPair{1, 1}));
    EXPECT_TRUE(pairTokens({}, {}).empty());
}

TEST(TokenPairing, AReplacedWordStandsOnBothSidesLeftFirst)
{
    EXPECT_THAT(pairTokens({"the", "red", "house", "."}, {"the", "house", "burns", "."}),
                ElementsAre(TokenPair{0, 0}, TokenPair{1, -1}, TokenPair{2, 1}, TokenPair{-1, 2}, TokenPair{3, 3}));
    EXPECT_THAT(pairTokens({"x"}, {"y"}), ElementsAre(TokenPair{0, -1}, TokenPair{-1, 0}));
    EXPECT_THAT(pairTokens({}, {"y", "z"}), ElementsAre(TokenPair{-1, 0}, TokenPair{-1, 1}));
    EXPECT_THAT(pairTokens({"y"}, {}), ElementsAre(TokenPair{0, -1}));
}

TEST(TokenPairing, RepeatedWordsAreNotPairedTwice)
{
    // By hand: of a a b and a b b two can be paired, "a" and "b"; the beginning and the end are equal, so those are.
    EXPECT_THAT(pairTokens({"a", "a", "b"}, {"a", "b", "b"}),
                ElementsAre(TokenPair{0, 0}, TokenPair{1, -1}, TokenPair{-1, 1}, TokenPair{2, 2}));
    EXPECT_THAT(pairTokens({"a", "a"}, {"a"}), ElementsAre(TokenPair{0, 0}, TokenPair{1, -1}));
}

TEST(TokenPairing, IsAsLongAsTheTextbooksAndKeepsEveryTokenInOrder)
{
    std::mt19937 random(7);
    const auto sentence = [&random] {
        Tokens tokens(random() % 9);
        for (std::string& token : tokens)
            token = static_cast<char>('a' + random() % 3);
        return tokens;
    };
    for (int round = 0; round < 300; ++round) {
        const Tokens left = sentence(), right = sentence();
        const std::vector<TokenPair> pairs = pairTokens(left, right);
        EXPECT_EQ(matches(pairs), longestCommon(left, right));
        std::int32_t i = 0, k = 0;
        for (const TokenPair& pair : pairs) {
            EXPECT_EQ(pair.left, pair.left < 0 ? -1 : i++);
            EXPECT_EQ(pair.right, pair.right < 0 ? -1 : k++);
            EXPECT_TRUE(!pair.matched()
                        || left[static_cast<std::size_t>(pair.left)] == right[static_cast<std::size_t>(pair.right)]);
        }
        EXPECT_EQ(i, std::ssize(left));
        EXPECT_EQ(k, std::ssize(right));
    }
}

TEST(AttentionDifferenceTest, SameTokensAreSubtractedCellByCell)
{
    const Tokens source = {"red", "house", "</s>"}, target = {"maison", "rouge", "</s>"};
    const auto before = picture(source, target, {0.5F, 0.25F, 0.25F, 0.5F, 0.25F, 0.25F, 0, 0, 1});
    const auto after = picture(source, target, {0.25F, 0.75F, 0, 0.75F, 0.25F, 0, 0.5F, 0, 0.5F});
    const AttentionDifference difference = compareAttention(before, after);
    EXPECT_TRUE(difference.complete());
    EXPECT_THAT(difference.values, ElementsAre(-0.25F, 0.5F, -0.25F, 0.25F, 0, -0.25F, 0.5F, 0, -0.5F));
    EXPECT_EQ(difference.largest, 0.5F);
    EXPECT_EQ(difference.sourceTokens, source);
    EXPECT_EQ(difference.targetTokens, target);
    // By hand: TV(maison) = (0.25 + 0.5 + 0.25) / 2 = 0.5, TV(rouge) = (0.25 + 0.25) / 2 = 0.25, TV(end) = 0.5;
    // the mean over the words alone is 0.375. maison looked at red, now at house; rouge still looks at red.
    EXPECT_THAT(difference.totalVariation, ElementsAre(0.5, 0.25, 0.5));
    EXPECT_EQ(difference.wordsCompared, 2);
    EXPECT_EQ(difference.wordsLeft, 2);
    EXPECT_EQ(difference.meanTotalVariation, 0.375);
    EXPECT_EQ(difference.movedPeaks, 1);
}

TEST(AttentionDifferenceTest, WhatHasNoPartnerHasNoValue)
{
    // "le chat" over "the cat", and "le grand chat" over "the big cat", without an end mark.
    const auto left = picture({"the", "cat"}, {"le", "chat"}, {0.75F, 0.25F, 0, 1});
    const auto right =
        picture({"the", "big", "cat"}, {"le", "grand", "chat"}, {0.5F, 0.5F, 0, 0, 1, 0, 0, 0.75F, 0.25F});
    const AttentionDifference difference = compareAttention(left, right);
    EXPECT_FALSE(difference.complete());
    EXPECT_THAT(difference.sourceTokens, ElementsAre("the", "big", "cat"));
    EXPECT_THAT(difference.targetTokens, ElementsAre("le", "grand", "chat"));
    EXPECT_EQ(difference.values[0], -0.25F);
    EXPECT_TRUE(std::isnan(difference.values[1])); // "big" is on the right alone
    EXPECT_EQ(difference.values[2], -0.25F);
    for (int column = 0; column < 3; ++column)
        EXPECT_TRUE(std::isnan(difference.values[3 + static_cast<std::size_t>(column)]));
    EXPECT_EQ(difference.values[8], -0.75F);
    EXPECT_FALSE(difference.compares(0, 1));
    EXPECT_FALSE(difference.compares(1, 0));
    EXPECT_TRUE(difference.compares(2, 2));
    // By hand, "big" counting with all its weight: TV(le) = (0.25 + 0.5 + 0.25) / 2 = 0.5,
    // TV(chat) = (0 + 0.75 + 0.75) / 2 = 0.75; le still looks most at the (0.5, the first of equals), chat no longer
    // at cat.
    EXPECT_EQ(difference.wordsCompared, 2);
    EXPECT_EQ(difference.wordsLeft, 2);
    EXPECT_EQ(difference.wordsRight, 3);
    EXPECT_EQ(difference.meanTotalVariation, 0.625);
    EXPECT_TRUE(std::isnan(difference.totalVariation[1]));
    EXPECT_EQ(difference.movedPeaks, 1);
    EXPECT_EQ(difference.largest, 0.75F);
}

TEST(AttentionDifferenceTest, SentencesWithNothingInCommonCannotBeCompared)
{
    const AttentionDifference difference = compareAttention(picture({"a"}, {"b"}, {1}), picture({"c"}, {"d"}, {1}));
    EXPECT_EQ(difference.wordsCompared, 0);
    EXPECT_EQ(difference.meanTotalVariation, 0);
    EXPECT_EQ(difference.movedPeaks, 0);
    EXPECT_EQ(difference.largest, 0);
    EXPECT_EQ(difference.values.size(), 4u);
}

TEST(AttentionDifferenceTest, ARowWithoutWeightLooksAtNothing)
{
    const Tokens source = {"a", "b"}, target = {"x"};
    const auto none = picture(source, target, {0, 0});
    EXPECT_EQ(compareAttention(none, none).movedPeaks, 0);
    EXPECT_EQ(compareAttention(none, picture(source, target, {1, 0})).movedPeaks, 1);
    EXPECT_EQ(compareAttention(none, picture(source, target, {1, 0})).meanTotalVariation, 0.5);
}

TEST(AttentionDifferenceTest, SwappingTheSidesTurnsTheSigns)
{
    const auto left = picture({"a", "b"}, {"x", "y"}, {1, 0, 0.5F, 0.5F});
    const auto right = picture({"a", "b"}, {"x", "y"}, {0, 1, 0.25F, 0.75F});
    const AttentionDifference there = compareAttention(left, right), back = compareAttention(right, left);
    for (std::size_t i = 0; i < there.values.size(); ++i)
        EXPECT_EQ(there.values[i], -back.values[i]);
    EXPECT_EQ(there.meanTotalVariation, back.meanTotalVariation);
    EXPECT_EQ(there.movedPeaks, back.movedPeaks);
}

TEST(AttentionDifferenceTest, OnlyTheLastTokenEndsASentence)
{
    const auto inside = picture({"a"}, {"x", "</s>", "y"}, {1, 1, 1});
    const auto last = picture({"a"}, {"x", "</s>"}, {1, 1});
    EXPECT_EQ(compareAttention(inside, inside).wordsCompared, 3);
    EXPECT_EQ(compareAttention(last, last).wordsCompared, 1);
    EXPECT_EQ(compareAttention(last, picture({"a"}, {"</s>"}, {1})).wordsCompared, 0);
}

TEST(AttentionDifferenceTest, RefusesAMatrixOfAnotherSize)
{
    const auto good = picture({"a"}, {"b"}, {1});
    EXPECT_THROW(compareAttention(good, picture({"a"}, {"b"}, {1, 0})), Error);
    EXPECT_THROW(compareAttention(picture({"a", "b"}, {"b"}, {1}), good), Error);
}

} // namespace
} // namespace alignoscope

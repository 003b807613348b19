// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/metrics.h"

#include <gtest/gtest.h>

namespace alignoscope {
namespace {

// Three target words and EOS over three source words and EOS.
const std::vector<float> weights = {
    0.7F, 0.1F, 0.1F, 0.1F, // most on source 0
    0.1F, 0.4F, 0.3F, 0.2F, // most on sources 1, 2
    0.2F, 0.1F, 0.1F, 0.6F, // most on EOS, of the words on 0
    0.0F, 0.0F, 0.0F, 1.0F,
};

AttentionAgreement of(const GoldAlignment& gold)
{
    return attentionAgreement(weights, 4, 4, gold);
}

TEST(AttentionAgreement, CountsWordsWithAlignmentPoints)
{
    const auto one = of({{{0, 0}}, {}});
    EXPECT_EQ(one.words, 1);
    EXPECT_EQ(one.matched, 1);
    EXPECT_NEAR(one.mass(), 0.7, 1e-6);
    EXPECT_EQ(of({}).words, 0);
    EXPECT_EQ(of({}).match(), 0);
    EXPECT_EQ(of({}).mass(), 0);
}

TEST(AttentionAgreement, NPointsMustBeTheNLargest)
{
    const auto both = of({{{1, 1}, {2, 1}}, {}}); // two points, and they are the two largest
    EXPECT_EQ(both.matched, 1);
    EXPECT_NEAR(both.mass(), 0.7, 1e-6);
    EXPECT_EQ(of({{{2, 1}}, {}}).matched, 0);         // one point, only the second largest
    EXPECT_EQ(of({{{0, 1}, {1, 1}}, {}}).matched, 0); // one of the two largest is missing
}

TEST(AttentionAgreement, EndOfSentenceTakesMassButIsNoWord)
{
    const auto last = of({{{0, 2}}, {}});
    EXPECT_EQ(last.matched, 1); // EOS has more, but only words are compared
    EXPECT_NEAR(last.mass(), 0.2, 1e-6);
    EXPECT_EQ(of({{{3, 3}, {3, 0}, {0, 3}, {9, 0}}, {}}).words, 0); // EOS rows and columns, and beyond
}

TEST(AttentionAgreement, PossibleLinksCountWhereThereIsNoSureOne)
{
    const auto sure = of({{{0, 0}}, {{1, 0}}});
    EXPECT_EQ(sure.matched, 1);
    EXPECT_NEAR(sure.mass(), 0.7, 1e-6);
    const auto possible = of({{}, {{1, 0}}});
    EXPECT_EQ(possible.words, 1);
    EXPECT_EQ(possible.matched, 0);
    EXPECT_NEAR(possible.mass(), 0.1, 1e-6);
}

TEST(AttentionAgreement, AddsUpOverSentences)
{
    auto all = of({{{0, 0}, {2, 1}}, {}}); // one of two matched; 0.7 + 0.3
    all += of({{{0, 2}}, {}});             // matched; 0.2
    EXPECT_EQ(all.words, 3);
    EXPECT_NEAR(all.match(), 2.0 / 3, 1e-12);
    EXPECT_NEAR(all.mass(), 1.2 / 3, 1e-6);
}

TEST(AttentionAgreement, UniformAttentionMatchesByOrderAlone)
{
    const std::vector<float> even(9, 1.0F / 3);
    const auto agreement = attentionAgreement(even, 3, 3, {{{0, 0}, {1, 1}}, {}});
    EXPECT_EQ(agreement.matched, 1); // the first of equals is the largest
    EXPECT_EQ(attentionAgreement(std::vector<float>(9, 0), 3, 3, {{{0, 0}}, {}}).matched, 0);
    EXPECT_THROW(attentionAgreement(even, 3, 4, {}), Error);
}

} // namespace
} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/explanation.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace alignoscope {
namespace {

using Floats = std::vector<float>;

TEST(KendallTau, IsConcordantLessDiscordantPairs)
{
    // 3 1 2 5 4 has the inversions (3,1) (3,2) (5,4): τ = (7 − 3) / 10. Of 120 orders 1 + 4 + 9 + 15 have at most 3.
    const RankCorrelation found = kendallTau(Floats{1, 2, 3, 4, 5}, Floats{3, 1, 2, 5, 4});
    EXPECT_DOUBLE_EQ(found.tau, 0.4);
    EXPECT_NEAR(found.p, 2 * 29.0 / 120, 1e-12);
    EXPECT_FALSE(found.significant());
    EXPECT_EQ(kendallTau(Floats{1, 2, 3}, Floats{9, 8, 7}).tau, -1);
}

TEST(KendallTau, TiesCountOnNeitherSide)
{
    // pairs (0,1): tied in a; (1,2): tied in b; (0,2) concordant, (0,3) (1,3) (2,3) discordant: −2 / √(5 · 5)
    EXPECT_DOUBLE_EQ(kendallTau(Floats{1, 1, 2, 3}, Floats{1, 2, 2, 0}).tau, -2.0 / 5);
    EXPECT_FALSE(kendallTau(Floats{1, 1, 1}, Floats{1, 2, 3}).defined()); // no order to compare
    EXPECT_FALSE(kendallTau(Floats{1, 2, 3}, Floats{4, 4, 4}).defined());
    EXPECT_FALSE(kendallTau(Floats{1}, Floats{1}).defined());
    EXPECT_FALSE(kendallTau(Floats{}, Floats{}).significant());
    EXPECT_THROW(kendallTau(Floats{1}, Floats{1, 2}), Error);
}

/// tests/golden/make_explanation_values.py
TEST(KendallTau, AgreesWithSciPy)
{
    const auto golden = nlohmann::json::parse(std::ifstream(alignoscope::testing::testData("golden/explanation.json")));
    for (const auto& one : golden["correlations"]) {
        const RankCorrelation found = kendallTau(one["a"].get<Floats>(), one["b"].get<Floats>());
        EXPECT_NEAR(found.tau, one["tau"].get<double>(), 1e-12) << one["a"];
        EXPECT_NEAR(found.p, one["p"].get<double>(), 1e-9) << one["a"];
    }
    EXPECT_GE(golden["correlations"].size(), 16U);
}

TEST(TotalVariation, IsHalfOfWhatDiffers)
{
    // |0.5 − 0.25| + |0.5 − 0.25| + |0 − 0.5| = 1
    EXPECT_DOUBLE_EQ(totalVariation(Floats{0.5F, 0.5F, 0}, Floats{0.25F, 0.25F, 0.5F}), 0.5);
    EXPECT_DOUBLE_EQ(totalVariation(Floats{1, 0}, Floats{0, 1}), 1);
    EXPECT_EQ(totalVariation(Floats{}, Floats{}), 0);
    EXPECT_THROW(totalVariation(Floats{1}, Floats{}), Error);
}

TEST(Median, IsTheMiddle)
{
    EXPECT_EQ(median({3, 1, 2}), 2);
    EXPECT_EQ(median({4, 1, 3, 2}), 2.5);
    EXPECT_EQ(median({7}), 7);
    EXPECT_TRUE(std::isnan(median({})));
}

/// Two words and EOS on either side.
///
///     attention      gradient        leave-one-out
///     a   b   </s>   a     b   </s>  a    b    </s>
///     .7  .2  .1     −3    1   9     .1   .5   0     x: gradients by their size agree with attention, leaving out not
///     .1  .3  .6     1     2   0     .2   .9   0     y: all agree
///     .2  .2  .6     0     0   0     .1   .2   0     </s>: attention has no order
Explanation example()
{
    Explanation made;
    made.source = {"a", "b", "</s>"};
    made.target = {"x", "y", "</s>"};
    made.attention = {0.7F, 0.2F, 0.1F, 0.1F, 0.3F, 0.6F, 0.2F, 0.2F, 0.6F};
    made.gradient = {-3, 1, 9, 1, 2, 0, 0, 0, 0};
    made.leaveOneOut = {0.1F, 0.5F, 0, 0.2F, 0.9F, 0, 0.1F, 0.2F, 0};
    made.leaveOneOutLogRatio.assign(9, 0);
    made.logProbability = {-1, -2, -3};
    made.permutedChange = {0.4, 0.2, 1};
    made.uniformChange = {0.3, 0.1, 1};
    made.loss = 2;
    made.uniformLoss = 5;
    return made;
}

TEST(ExplainedWords, CompareOrdersWithoutEndOfSentence)
{
    const auto words = explainedWords(example());
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words[0].attentionGradient.tau, 1);
    EXPECT_EQ(words[0].attentionLeaveOneOut.tau, -1);
    EXPECT_EQ(words[0].gradientLeaveOneOut.tau, -1);
    EXPECT_EQ(words[1].attentionLeaveOneOut.tau, 1);
    EXPECT_FALSE(words[2].attentionGradient.defined());
    EXPECT_FLOAT_EQ(static_cast<float>(words[1].largestWeight), 0.6F); // EOS's: it is permuted as well
    EXPECT_EQ(words[1].position, 1U);
    EXPECT_EQ(words[1].permutedChange, 0.2);

    Explanation broken = example();
    broken.gradient.pop_back();
    EXPECT_THROW(static_cast<void>(explainedWords(broken)), Error);
    EXPECT_TRUE(explainedWords(Explanation{}).empty());
}

TEST(ExplanationSummary, OfAModelWithoutAttentionTheOthersSpeakAlone)
{
    Explanation one = example();
    std::ranges::fill(one.attention, 0.0F);
    const auto words = explainedWords(one);
    EXPECT_FALSE(words[0].attentionGradient.defined());
    EXPECT_FALSE(words[0].attentionLeaveOneOut.defined());
    EXPECT_EQ(words[0].gradientLeaveOneOut.tau, explainedWords(example())[0].gradientLeaveOneOut.tau);
    EXPECT_TRUE(std::isnan(words[0].largestWeight) && std::isnan(words[0].permutedChange));

    const std::vector<GoldAlignment> gold{{{{0, 0}}, {}}};
    const ExplanationSummary summary = summarize({&one, 1}, &gold);
    EXPECT_FALSE(summary.attends);
    EXPECT_TRUE(std::isnan(summary.uniformChange) && std::isnan(summary.uniformLoss));
    EXPECT_EQ(summary.attentionGradient.words, 0);
    const Explanation whole = example();
    EXPECT_EQ(summary.gradientLeaveOneOut.words, summarize({&whole, 1}).gradientLeaveOneOut.words);
    EXPECT_TRUE(std::isnan(summary.gold->attention));
    EXPECT_FALSE(std::isnan(summary.gold->gradient));
    EXPECT_TRUE(summarize({}).attends);
}

TEST(ExplanationSummary, CountsWordsButNotTheirEnd)
{
    const std::vector<Explanation> two = {example(), example()};
    const ExplanationSummary summary = summarize(two);
    EXPECT_EQ(summary.sentences, 2);
    ASSERT_EQ(summary.words.size(), 4U);
    EXPECT_EQ(summary.words[3].sentence, 1U);
    EXPECT_EQ(summary.words[3].position, 1U);
    EXPECT_EQ(summary.attentionGradient.words, 4);
    EXPECT_EQ(summary.attentionGradient.mean, 1);
    EXPECT_EQ(summary.attentionLeaveOneOut.mean, 0);
    EXPECT_EQ(summary.attentionGradient.significant, 0); // two tokens can never be
    EXPECT_NEAR(summary.permutedChange, 0.3, 1e-12);
    EXPECT_NEAR(summary.uniformChange, 0.2, 1e-12);
    EXPECT_NEAR(summary.largestWeight, 0.65, 1e-6);
    EXPECT_DOUBLE_EQ(summary.loss, 2);
    EXPECT_DOUBLE_EQ(summary.uniformLoss, 5);
    EXPECT_FALSE(summary.gold.has_value());
    EXPECT_EQ(summarize({}).sentences, 0);
}

TEST(ExplanationSummary, ComparesTheLargestWithGold)
{
    const std::vector<Explanation> one = {example()};
    // x ← a, y ← a or b; a link to a source EOS or beyond counts for nothing
    const std::vector<GoldAlignment> gold = {{{{0, 0}, {1, 1}, {2, 1}}, {{0, 1}, {0, 9}}}};
    const ExplanationSummary summary = summarize(one, &gold);
    ASSERT_TRUE(summary.gold.has_value());
    EXPECT_EQ(summary.gold->words, 2);
    EXPECT_EQ(summary.gold->attention, 1);     // a, b
    EXPECT_EQ(summary.gold->gradient, 1);      // |−3| is the largest: a, b
    EXPECT_EQ(summary.gold->leaveOneOut, 0.5); // b, b
    EXPECT_EQ(summary.gold->chance, 0.75);     // 1 of 2, 2 of 2
    EXPECT_THROW(static_cast<void>(summarize(std::vector(2, example()), &gold)), Error);
}

} // namespace
} // namespace alignoscope

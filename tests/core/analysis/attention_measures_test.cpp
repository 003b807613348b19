// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_measures.h"
#include "alignoscope/error.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace alignoscope {
namespace {

const double ln2 = std::log(2.0);

TEST(AttentionMeasures, EntropyOfSimpleDistributions)
{
    // By hand: H(1, 0) = 0; H(1/2, 1/2) = ln 2; H of four equals = ln 4; H(1/2, 1/4, 1/4) = 3/2 ln 2.
    EXPECT_EQ(entropy(std::array{1.0F, 0.0F}), 0);
    EXPECT_NEAR(entropy(std::array{0.5F, 0.5F}), ln2, 1e-12);
    EXPECT_NEAR(entropy(std::array{0.25F, 0.25F, 0.25F, 0.25F}), 2 * ln2, 1e-12);
    EXPECT_NEAR(entropy(std::array{0.5F, 0.25F, 0.25F}), 1.5 * ln2, 1e-12);
}

TEST(AttentionMeasures, EntropyDoesNotDependOnTheSum)
{
    EXPECT_NEAR(entropy(std::array{3.0F, 3.0F}), ln2, 1e-12);
    EXPECT_EQ(entropy(std::array{0.0F, 0.0F}), 0);
    EXPECT_EQ(entropy({}), 0);
}

TEST(AttentionMeasures, OneToOneIsCertain)
{
    const AttentionMeasures measures = measureAttention({1, 0, 0, 1}, 2, 2);
    EXPECT_EQ(measures.coverageDeviation, 0);
    EXPECT_EQ(measures.absentmindednessOut, 0);
    EXPECT_EQ(measures.absentmindednessIn, 0);
    EXPECT_EQ(measures.confidence, 1);
}

TEST(AttentionMeasures, EvenAttentionIsAbsentminded)
{
    // By hand: every row and every column is (1/2, 1/2), every column sums to 1.
    const AttentionMeasures measures = measureAttention({0.5F, 0.5F, 0.5F, 0.5F}, 2, 2);
    EXPECT_NEAR(measures.coverageDeviation, 0, 1e-12);
    EXPECT_NEAR(measures.absentmindednessOut, -ln2, 1e-12);
    EXPECT_NEAR(measures.absentmindednessIn, -ln2, 1e-12);
    EXPECT_NEAR(measures.confidence, std::exp(-0.05 * 4 * ln2 * ln2), 1e-12);
}

TEST(AttentionMeasures, LookingAtOneTokenOnlyLeavesTheOthersUncovered)
{
    // By hand: three rows (1, 0): column sums 3 and 0. CDP = −(ln(1 + 4) + ln(1 + 1)) / 2; rows have no entropy;
    // the first column is spread over three rows (ln 3), the second is empty: AP_in = −(ln 3 + 0) / 2.
    const AttentionMeasures measures = measureAttention({1, 0, 1, 0, 1, 0}, 3, 2);
    EXPECT_NEAR(measures.coverageDeviation, -(std::log(5.0) + ln2) / 2, 1e-12);
    EXPECT_NEAR(measures.absentmindednessOut, 0, 1e-12);
    EXPECT_NEAR(measures.absentmindednessIn, -std::log(3.0) / 2, 1e-12);
    const double sum = (std::log(5.0) + ln2 + std::log(3.0)) / 2;
    EXPECT_NEAR(measures.confidence, std::exp(-0.05 * sum * sum), 1e-12);
}

TEST(AttentionMeasures, RowEntropiesGoRowByRow)
{
    const std::vector<double> entropies = rowEntropies({1, 0, 0, 0.5F, 0.25F, 0.25F}, 2, 3);
    ASSERT_EQ(entropies.size(), 2U);
    EXPECT_EQ(entropies[0], 0);
    EXPECT_NEAR(entropies[1], 1.5 * ln2, 1e-12);
}

TEST(AttentionMeasures, OfNothingSayNothing)
{
    EXPECT_EQ(measureAttention({}, 0, 0).confidence, 1);
    EXPECT_TRUE(rowEntropies({}, 0, 5).empty());
}

TEST(AttentionMeasures, RefuseAnotherSize)
{
    EXPECT_THROW(measureAttention({1, 0, 0}, 2, 2), Error);
    EXPECT_THROW(rowEntropies({1}, -1, -1), Error);
}

TEST(AttentionMeasures, AModelWithoutAttentionHasNoAlignment)
{
    EXPECT_FALSE(hasAlignment(std::vector<float>{0, 0, 0, 0}));
    EXPECT_FALSE(hasAlignment({}));
    EXPECT_TRUE(hasAlignment(std::vector<float>{0, 0, 0.001F, 0}));
}

} // namespace
} // namespace alignoscope

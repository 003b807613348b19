// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/states.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope {
namespace {

using ::testing::ElementsAre;

TEST(UnitOrder, LikeMovesStandTogether)
{
    // 0 and 3 rise, 1 and 4 fall, 2 rises and falls again; 5 never changes
    const UnitMatrix matrix{6, 4, {0, 1, 2, 3, 9, 8, 7, 6, 0, 1, 1, 0, 5, 6, 7, 8, 3, 2, 1, 0, 4, 4, 4, 4}};
    const auto order = orderUnits(matrix, UnitOrder::Similarity);
    const auto place = [&](std::int32_t unit) { return std::ranges::find(order, unit) - order.begin(); };
    EXPECT_EQ(std::abs(place(0) - place(3)), 1);
    EXPECT_EQ(std::abs(place(1) - place(4)), 1);
    EXPECT_EQ(place(5), 5);
}

TEST(UnitOrder, VarianceAndIndex)
{
    // variances 0, 1, 1, 9: of equals the first one stays first
    const UnitMatrix matrix{4, 2, {1, 1, 0, 2, 3, 5, 0, 6}};
    EXPECT_THAT(orderUnits(matrix, UnitOrder::Index), ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(orderUnits(matrix, UnitOrder::Variance), ElementsAre(3, 1, 2, 0));
    EXPECT_THAT(meanOverUnits(matrix), ElementsAre(1, 3.5));
}

TEST(UnitOrder, OfVeryLittle)
{
    EXPECT_TRUE(orderUnits({}, UnitOrder::Similarity).empty());
    EXPECT_TRUE(meanOverUnits({}).empty());
    const UnitMatrix onePosition{3, 1, {1, 2, 3}};
    EXPECT_THAT(orderUnits(onePosition, UnitOrder::Similarity), ElementsAre(0, 1, 2));
    const UnitMatrix twoPositions{3, 2, {0, 1, 1, 0, 0, 2}}; // all on one line
    EXPECT_EQ(orderUnits(twoPositions, UnitOrder::Similarity).size(), 3U);
}

} // namespace
} // namespace alignoscope

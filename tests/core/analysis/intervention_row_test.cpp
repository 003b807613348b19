// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/intervention.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace alignoscope {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatNear;
using Row = std::vector<float>;

TEST(WithWeight, ScalesTheOthersToWhatIsLeft)
{
    // 0.2 and 0.5 share what is left, 0.4, as 2 to 5: 0.4 · 2/7 and 0.4 · 5/7
    EXPECT_THAT(withWeight(Row{0.2F, 0.3F, 0.5F}, 1, 0.6F),
                ElementsAre(FloatNear(0.1142857F, 1e-6F), 0.6F, FloatNear(0.2857143F, 1e-6F)));
    EXPECT_THAT(withWeight(Row{0.25F, 0.75F}, 0, 0), ElementsAre(0, 1));
    EXPECT_THAT(withWeight(Row{0.2F, 0.3F, 0.5F}, 2, 1), ElementsAre(0, 0, 1));
}

TEST(WithWeight, ComesBackToTheRowItBeganWith)
{
    const Row row{0.125F, 0.5F, 0.375F}, there = withWeight(row, 1, 0.75F), back = withWeight(there, 1, 0.5F);
    for (std::size_t s = 0; s < row.size(); ++s)
        EXPECT_NEAR(back[s], row[s], 1e-6F);
}

TEST(WithWeight, GivesEqualSharesWhereThereIsNothingToScale)
{
    EXPECT_THAT(withWeight(Row{0, 1, 0}, 1, 0.5F), ElementsAre(0.25F, 0.5F, 0.25F));
    EXPECT_THAT(withWeight(Row{1}, 0, 0.25F), ElementsAre(1)); // there is nowhere else to look
}

TEST(WithWeight, RefusesWhatIsNoWeight)
{
    const Row row{0.5F, 0.5F};
    for (const float weight : {-0.1F, 1.1F, std::numeric_limits<float>::quiet_NaN()})
        EXPECT_THROW(static_cast<void>(withWeight(row, 0, weight)), Error);
    EXPECT_THROW(static_cast<void>(withWeight(row, 2, 0.5F)), Error);
}

} // namespace
} // namespace alignoscope

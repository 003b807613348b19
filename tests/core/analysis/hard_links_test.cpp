// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"

#include <gtest/gtest.h>

namespace alignoscope {
namespace {

using Links = std::vector<Link>;

TEST(HardLinks, TakeTheLargestWeightOfEveryTargetToken)
{
    // target rows "la", "zone", EOS over source columns "the", "area", EOS
    const std::vector<float> weights = {0.7F, 0.2F, 0.1F, 0.1F, 0.6F, 0.3F, 0, 0, 1};
    EXPECT_EQ(argmaxLinks(weights, 3, 3), (Links{{0, 0}, {1, 1}}));
}

TEST(HardLinks, LeaveEosOutOfTheChoice)
{
    const std::vector<float> weights = {0.1F, 0.2F, 0.7F, 0.9F, 0.1F, 0};
    EXPECT_EQ(argmaxLinks(weights, 2, 3), (Links{{1, 0}}));
}

TEST(HardLinks, TakeTheFirstOfEquals)
{
    EXPECT_EQ(argmaxLinks({0.4F, 0.4F, 0.2F, 0, 0, 1}, 2, 3), (Links{{0, 0}}));
}

TEST(HardLinks, NeedSomeWeight)
{
    EXPECT_EQ(argmaxLinks({0, 0, 1, 0, 0, 1}, 2, 3), Links{});
    EXPECT_EQ(argmaxLinks({}, 0, 0), Links{});
    EXPECT_EQ(argmaxLinks({1}, 1, 1), Links{});
}

TEST(HardLinks, RefuseAnotherSize)
{
    EXPECT_THROW(argmaxLinks({1, 0, 0}, 2, 2), Error);
    EXPECT_THROW(argmaxLinks({}, -1, 0), Error);
}

} // namespace
} // namespace alignoscope

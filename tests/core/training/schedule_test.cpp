// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/schedule.h"

#include <gtest/gtest.h>

#include <vector>

namespace alignoscope::training {
namespace {

TEST(Schedule, ProgressIsThatOfTheNearestLimit)
{
    TrainingOptions options;
    options.epochs = 10;
    options.steps = 100;
    options.minutes = 0;
    EXPECT_DOUBLE_EQ(progressOf(options, {20, 1.5, 99}), 0.2);
    EXPECT_DOUBLE_EQ(progressOf(options, {10, 1.5, 99}), 0.15);
    options.minutes = 2;
    EXPECT_DOUBLE_EQ(progressOf(options, {10, 1.5, 1}), 0.5);
    EXPECT_DOUBLE_EQ(progressOf(options, {200, 0, 0}), 1);
    options.epochs = 0;
    options.steps = 0;
    options.minutes = 0;
    EXPECT_DOUBLE_EQ(progressOf(options, {200, 3, 3}), 0);
}

TEST(Schedule, TheLearningRateFallsToZeroAtTheEnd)
{
    TrainingOptions options;
    options.learningRate = 0.8;
    options.annealing = 0.25;
    EXPECT_DOUBLE_EQ(learningRateAt(options, 0), 0.8);
    EXPECT_DOUBLE_EQ(learningRateAt(options, 0.75), 0.8);
    EXPECT_NEAR(learningRateAt(options, 0.875), 0.4, 1e-12);
    EXPECT_DOUBLE_EQ(learningRateAt(options, 1), 0);
    options.annealing = 0;
    EXPECT_DOUBLE_EQ(learningRateAt(options, 1), 0.8);
    options.annealing = 1;
    EXPECT_NEAR(learningRateAt(options, 0.5), 0.4, 1e-12);
}

TEST(Schedule, PicturesAreTakenOftenAtFirstThenRarely)
{
    TrainingOptions options;
    options.snapshotEvery = 7;
    EXPECT_TRUE(isSnapshotStep(options, 14));
    EXPECT_FALSE(isSnapshotStep(options, 15));
    options.snapshotEvery = 0;
    std::vector<std::int64_t> steps;
    for (std::int64_t step = 1; step <= 100'000; ++step)
        if (isSnapshotStep(options, step))
            steps.push_back(step);
    ASSERT_GT(steps.size(), 10U);
    for (std::size_t i = 0; i < 10; ++i)
        EXPECT_EQ(steps[i], static_cast<std::int64_t>(i) + 1);
    EXPECT_LT(steps.size(), 220U);
    for (std::size_t i = 10; i < steps.size(); ++i)
        EXPECT_LE(static_cast<double>(steps[i]), 1.06 * static_cast<double>(steps[i - 1]) + 2) << steps[i];
}

} // namespace
} // namespace alignoscope::training

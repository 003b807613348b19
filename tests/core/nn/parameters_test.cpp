// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"

#include <cmath>

namespace alignoscope::nn {
namespace {

/// One parameter of every kind, large enough for its deviation to be measured.
struct Initialized : ::testing::Test {
    static constexpr Index size = 60;
    ParameterLayout layout;
    Slot bias = layout.add("bias", 1, {{Start::Zero, 7}});
    Slot weight = layout.add("weight", 40, {{Start::Weight, size}, {Start::Weight, size}});
    Slot mixed =
        layout.add("mixed", size, {{Start::Recurrent, size}, {Start::Recurrent, size}, {Start::Alignment, 50}});
    Slot embedding = layout.add("embedding", 100, {{Start::Embedding, size}});

    std::vector<double> block(Initialization kind, std::uint64_t seed = 1)
    {
        std::vector<double> values(static_cast<std::size_t>(layout.size()), 5);
        initialize(layout, kind, seed, values.data());
        return values;
    }
    static double deviation(const Matrix<double>& values)
    {
        return std::sqrt(values.squaredNorm() / static_cast<double>(values.size()));
    }
};

TEST_F(Initialized, TheLayoutIsAlignedAndNamed)
{
    EXPECT_EQ(bias.offset, 0);
    EXPECT_EQ(weight.offset, 16); // 64 bytes in float
    EXPECT_EQ(weight.rows, 2 * size);
    EXPECT_EQ(layout.size() % 16, 0);
    EXPECT_EQ(layout.parameters(), 7 + 120 * 40 + 170 * 60 + 60 * 100);
    EXPECT_EQ(layout.entries()[2].name, "mixed");
}

TEST_F(Initialized, AsInThePaper)
{
    const auto values = block(Initialization::Paper);
    EXPECT_EQ(bias.in(values.data()).norm(), 0);
    EXPECT_NEAR(deviation(weight.in(values.data())), 0.01, 0.0005);
    EXPECT_NEAR(deviation(embedding.in(values.data())), 0.01, 0.0005);
    EXPECT_NEAR(deviation(mixed.in(values.data()).bottomRows(50)), 0.001, 0.0001);
    EXPECT_NEAR(weight.in(values.data()).mean(), 0, 0.0005);
}

TEST_F(Initialized, RecurrentBlocksAreOrthogonal)
{
    for (const auto kind : {Initialization::Paper, Initialization::Glorot}) {
        const auto values = block(kind);
        const Matrix<double> identity = Matrix<double>::Identity(size, size);
        for (const Index row : {Index(0), size}) {
            const Matrix<double> u = mixed.in(values.data()).middleRows(row, size);
            EXPECT_LT((u.transpose() * u - identity).cwiseAbs().maxCoeff(), 1e-12);
        }
        EXPECT_GT((mixed.in(values.data()).topRows(size) - mixed.in(values.data()).middleRows(size, size)).norm(), 1);
    }
}

TEST_F(Initialized, WithinGlorotsBounds)
{
    const auto values = block(Initialization::Glorot);
    const auto expectUniform = [](const Matrix<double>& part, double bound) {
        EXPECT_LE(part.cwiseAbs().maxCoeff(), bound);
        EXPECT_GT(part.cwiseAbs().maxCoeff(), 0.99 * bound);
        EXPECT_NEAR(deviation(part), bound / std::sqrt(3), 0.05 * bound);
    };
    EXPECT_EQ(bias.in(values.data()).norm(), 0);
    expectUniform(weight.in(values.data()).topRows(size), std::sqrt(6.0 / (size + 40))); // each gate by itself
    expectUniform(mixed.in(values.data()).bottomRows(50), std::sqrt(6.0 / (50 + size)));
    expectUniform(embedding.in(values.data()), std::sqrt(3.0 / size));
}

TEST_F(Initialized, TheSameSeedGivesTheSameBits)
{
    EXPECT_EQ(block(Initialization::Paper, 3), block(Initialization::Paper, 3));
    EXPECT_NE(block(Initialization::Paper, 3), block(Initialization::Paper, 4));
    std::vector<float> single(static_cast<std::size_t>(layout.size()));
    initialize(layout, Initialization::Glorot, 3, single.data());
    const auto twice = block(Initialization::Glorot, 3);
    for (std::size_t i = 0; i < single.size(); ++i)
        ASSERT_EQ(single[i], static_cast<float>(twice[i])); // only rounded
    EXPECT_EQ(twice[7], 0);                                 // a gap
}

} // namespace
} // namespace alignoscope::nn

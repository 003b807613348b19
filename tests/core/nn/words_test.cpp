// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"
#include "nn/distinct_words.h"
#include "nn/packed_sequences.h"

#include <numeric>
#include <set>

namespace alignoscope::nn {
namespace {

using testing::check;
using testing::expectRight;
using testing::someMatrix;

TEST(PackedSequences, HaveAColumnForEveryTokenAndNoOther)
{
    PackedSequences packed;
    for (const auto& lengths :
         {std::vector<Index>{3, 1, 4, 4, 2}, std::vector<Index>{1}, std::vector<Index>{2, 2, 2}}) {
        packed.assign(lengths);
        EXPECT_EQ(packed.total(), std::accumulate(lengths.begin(), lengths.end(), Index(0)));
        std::set<Index> columns;
        for (Index sentence = 0; sentence < packed.sentences(); ++sentence) {
            EXPECT_EQ(packed.length(sentence), lengths[static_cast<std::size_t>(sentence)]);
            for (Index t = 0; t < packed.length(sentence); ++t) {
                const Index column = packed.column(sentence, t);
                columns.insert(column);
                EXPECT_GE(column, packed.first(t));
                EXPECT_LT(column, packed.first(t) + packed.active(t));
            }
        }
        EXPECT_EQ(static_cast<Index>(columns.size()), packed.total());
        for (Index t = 1; t < packed.steps(); ++t)
            EXPECT_LE(packed.active(t), packed.active(t - 1));
    }
    EXPECT_EQ(packed.steps(), 2);
    packed.assign({});
    EXPECT_EQ(packed.total(), 0);
    EXPECT_EQ(packed.steps(), 0);
}

TEST(DistinctWords, CountAWordOnce)
{
    DistinctWords words;
    for (int round = 0; round < 3; ++round) {
        words.clear(10 + 5 * round);
        EXPECT_EQ(words.size(), 0);
        EXPECT_EQ(words.add(7), 0);
        EXPECT_EQ(words.add(0), 1);
        EXPECT_EQ(words.add(7), 0);
        EXPECT_EQ(words.add(9), 2);
        EXPECT_EQ(words.words(), (std::vector<std::int32_t>{7, 0, 9}));
    }
}

/// L = Σ W ∘ gather(lookUp(E)): words 4, 1 and 5, the first one three times.
struct LookUpGradient : ::testing::TestWithParam<double> {
    Matrix<double> embedding = someMatrix(8, 6, 1), weights = someMatrix(8, 5, 2);
    DistinctWords words;
    std::vector<Index> place;
    Dropout dropout{GetParam(), 99};

    LookUpGradient()
    {
        words.clear(6);
        for (const std::int32_t word : {4, 1, 4, 5, 4})
            place.push_back(words.add(word));
    }
    double loss()
    {
        Matrix<double> distinct(8, words.size()), out(8, 5);
        lookUp<double>(embedding, words, dropout, distinct);
        gather(distinct, place, out);
        return out.cwiseProduct(weights).sum();
    }
};

TEST_P(LookUpGradient, IsSummedByWord)
{
    Matrix<double> distinct = Matrix<double>::Zero(8, words.size()), gradient = Matrix<double>::Zero(8, 6);
    scatterAdd(weights, place, distinct);
    lookUpBackward(distinct, words, dropout);
    for (Index i = 0; i < words.size(); ++i)
        gradient.col(words.words()[static_cast<std::size_t>(i)]) = distinct.col(i);
    expectRight(check(embedding, gradient, [&] { return loss(); }), "embedding");
    EXPECT_EQ(gradient.col(0).norm(), 0);
    EXPECT_EQ(gradient.col(3).norm(), 0);
    EXPECT_EQ(words.find(5), 2);
    EXPECT_EQ(words.find(3), -1);
}

INSTANTIATE_TEST_SUITE_P(Dropout, LookUpGradient, ::testing::Values(0.0, 0.4));

TEST(Dropout, KeepsTheMeanAndTheShare)
{
    const Dropout dropout{0.3, 12345};
    Index dropped = 0;
    double sum = 0;
    constexpr Index rows = 100, columns = 1000;
    for (Index key = 0; key < columns; ++key) {
        Vector<double> column = Vector<double>::Ones(rows);
        dropout.apply(column, static_cast<std::uint64_t>(key));
        for (const double value : column)
            EXPECT_TRUE(value == 0 || std::abs(value - 1 / 0.7) < 1e-12);
        dropped += (column.array() == 0).count();
        sum += column.sum();
    }
    EXPECT_NEAR(static_cast<double>(dropped) / (rows * columns), 0.3, 0.01);
    EXPECT_NEAR(sum / (rows * columns), 1, 0.02);
}

TEST(Dropout, DependsOnSeedKeyAndRowAlone)
{
    const auto mask = [](std::uint64_t seed, std::uint64_t key) {
        Vector<double> column = Vector<double>::Ones(64);
        Dropout{0.5, seed}.apply(column, key);
        return column;
    };
    EXPECT_EQ(mask(1, 1), mask(1, 1));
    EXPECT_NE(mask(1, 1), mask(2, 1));
    EXPECT_NE(mask(1, 1), mask(1, 2));
    EXPECT_FALSE(Dropout{}.active());
    // the gradient goes through the same mask
    Vector<double> gradient = Vector<double>::Constant(64, 3);
    Dropout{0.5, 1}.apply(gradient, 1);
    EXPECT_EQ(gradient, (3 * mask(1, 1)).eval());
}

TEST(Random, IsTheSameEverywhere)
{
    Random random(1);
    const std::vector<double> drawn{random.uniform(), random.uniform(), random.normal()};
    Random again(1);
    EXPECT_EQ(drawn[0], again.uniform());
    EXPECT_EQ(drawn[1], again.uniform());
    EXPECT_EQ(drawn[2], again.normal());
    std::mt19937_64 bits(1); // its numbers are fixed by the C++ standard
    EXPECT_EQ(drawn[0], (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53);
    EXPECT_EQ(scatter(0), 0xe220a839U); // SplitMix64's first number
    double sum = 0, squares = 0;
    for (int i = 0; i < 20000; ++i) {
        const double value = again.normal();
        sum += value;
        squares += value * value;
        EXPECT_LT(again.below(7), 7U);
    }
    EXPECT_NEAR(sum / 20000, 0, 0.03);
    EXPECT_NEAR(squares / 20000, 1, 0.05);
}

} // namespace
} // namespace alignoscope::nn

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/vocabulary.h"
#include "models/rnnsearch.h"
#include "small_model.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace alignoscope::models {
namespace {

using testing::ids;
using testing::Sentences;

struct Batches : ::testing::Test {
    Sentences sources{ids({3, 4, 2}), ids({5, 3, 3, 4, 2}), ids({2})};
    Sentences targets{ids({6, 2}), ids({2}), ids({6, 7, 8, 2})};
    BatchPart part;

    void SetUp() override
    {
        part.source.assign(testing::views(sources), 7);
        part.target.assign(testing::views(targets), part.source, 9);
    }
};

TEST_F(Batches, SourceWordsAreFoundFromBothEnds)
{
    EXPECT_EQ(part.source.words.words(), (std::vector<std::int32_t>{3, 4, 2, 5}));
    EXPECT_EQ(part.source.annotationStart, (std::vector<Index>{0, 3, 8, 9}));
    for (Index b = 0; b < 3; ++b) {
        const auto& sentence = sources[static_cast<std::size_t>(b)];
        for (std::size_t t = 0; t < sentence.size(); ++t) {
            const auto column = static_cast<std::size_t>(part.source.sequences.column(b, static_cast<Index>(t)));
            const auto word = [&](Index place) { return part.source.words.words()[static_cast<std::size_t>(place)]; };
            EXPECT_EQ(word(part.source.forwardWord[column]), index(sentence[t]));
            EXPECT_EQ(word(part.source.backwardWord[column]), index(sentence[sentence.size() - 1 - t]));
        }
    }
}

TEST_F(Batches, TheDecoderReadsTheWordBefore)
{
    for (Index b = 0; b < 3; ++b) {
        const auto& sentence = targets[static_cast<std::size_t>(b)];
        TokenId before = Vocabulary::beginSentence;
        for (std::size_t t = 0; t < sentence.size(); ++t) {
            const auto column = static_cast<std::size_t>(part.target.sequences.column(b, static_cast<Index>(t)));
            EXPECT_EQ(part.target.output[column], index(sentence[t]));
            EXPECT_EQ(part.target.words.words()[static_cast<std::size_t>(part.target.inputWord[column])],
                      index(before));
            before = sentence[t];
        }
    }
}

TEST_F(Batches, EveryPositionHasRoomForItsWeights)
{
    EXPECT_EQ(part.target.weights(), 2 * 3 + 1 * 5 + 4 * 1); // T × S of each pair
    EXPECT_EQ(part.target.sentence, (std::vector<Index>{2, 0, 1}));
    for (Index t = 0; t < part.target.sequences.steps(); ++t)
        for (Index k = 0; k < part.target.sequences.active(t); ++k) {
            const auto column = static_cast<std::size_t>(part.target.sequences.first(t) + k);
            const Index sentence = part.target.sentence[static_cast<std::size_t>(k)];
            EXPECT_EQ(part.target.weightStart[column + 1] - part.target.weightStart[column],
                      part.source.sequences.length(sentence));
        }
}

TEST_F(Batches, DropoutKeysTellThePlaceInTheWholeBatch)
{
    const std::set<std::uint64_t> keys(part.target.dropoutKey.begin(), part.target.dropoutKey.end());
    EXPECT_EQ(keys.size(), part.target.dropoutKey.size());
    // the second of two threads has pairs 1, 3, …
    BatchPart second;
    second.source.assign(testing::views({sources[1]}), 7);
    second.target.assign(testing::views({targets[1]}), second.source, 9, 1, 2);
    EXPECT_EQ(second.target.dropoutKey[0],
              part.target.dropoutKey[static_cast<std::size_t>(part.target.sequences.column(1, 0))]);
}

TEST_F(Batches, CanBeUsedAgain)
{
    part.source.assign(testing::views({sources[2]}), 7);
    part.target.assign(testing::views({targets[1]}), part.source, 9);
    EXPECT_EQ(part.source.annotations(), 1);
    EXPECT_EQ(part.source.words.words(), (std::vector<std::int32_t>{2}));
    EXPECT_EQ(part.target.weights(), 1);
}

TEST(ModelSizes, WhatIsNotGivenIsDerived)
{
    ModelOptions options;
    options.embedding = 5;
    options.hidden = 9;
    options.alignment = options.maxout = 0;
    const Sizes derived = sizesOf(options, 11, 12, 50);
    EXPECT_EQ(derived.alignment, 9);
    EXPECT_EQ(derived.maxout, 4);
    options.hidden = 1;
    EXPECT_EQ(sizesOf(options, 11, 12, 50).maxout, 1);
    options.alignment = 3;
    options.maxout = 2;
    EXPECT_EQ(sizesOf(options, 11, 12, 50).alignment, 3);
    EXPECT_EQ(sizesOf(options, 11, 12, 50).maxout, 2);
}

TEST(ModelSizes, ThePaperHasAsManyParametersAsItSays)
{
    // RNNsearch with 620, 1000, 1000, 500 and 30,000 words a side, counted by the formulas of appendix A
    const Index m = 620, n = 1000, a = 1000, l = 500, words = 30000;
    const Index encoder = words * m + 6 * n * (m + 1) + 6 * n * n;
    const Index attention = a * (n + 2 * n) + a;
    const Index decoder = words * m + (3 * n + 2 * l) * (m + 1) + 3 * n * n + 3 * n * 2 * n + n * n + n;
    const Index output = 2 * l * (n + 2 * n) + (l + 1) * words;
    const RnnSearch<float> network(Sizes{words, words, m, n, a, l});
    EXPECT_EQ(network.layout().parameters(), encoder + attention + decoder + output);
}

} // namespace
} // namespace alignoscope::models

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The corpus of reviews: what their labels follow from.
#include "builtin_support.h"

#include <algorithm>

namespace alignoscope::testing {
namespace {

TEST(BuiltinReviews, LinkTheDecidingWordsToTheLabel)
{
    for (const ExpectedPair& expected : std::initializer_list<ExpectedPair>{
             // one clause: its adjective
             {"The price was unreasonable.", "negative", "3-0"},
             // a negated one: the negation too
             {"The rooms were never exactly cosy.", "negative", "5-0 3?0"},
             // two clauses that agree
             {"The bed is comfortable and the price was fair.", "positive", "8-0 3?0"},
             // what is granted decides nothing
             {"Although the food is great, the food was stale. My brother ordered the fish.", "negative", "9-0"},
             // nor does a neutral sentence, whatever its words
             {"A happy couple sat beside us. The waiters are quick.", "positive", "10-0"},
         })
        expectPair("reviews", expected);
}

TEST(BuiltinReviews, AreOfFiveToFortyTokensAndOfBothLabelsAlike)
{
    const RawCorpus& corpus = builtin("reviews");
    std::size_t positive = 0;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const std::size_t tokens = tokenize(corpus.pairs.source(i), TokenizerKind::Words, true).size();
        EXPECT_TRUE(tokens >= 5 && tokens <= 40) << corpus.pairs.source(i);
        positive += corpus.pairs.target(i) == "positive" ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(positive) / static_cast<double>(corpus.pairs.size()), 0.5, 0.02);
}

/// A good word alone must not tell the label, or there would be nothing to learn beyond counting words.
TEST(BuiltinReviews, GoodWordsAlsoStandInBadReviews)
{
    const RawCorpus& corpus = builtin("reviews");
    for (const std::string_view word : {" wonderful", " terrible", " not ", " never "}) {
        double with = 0, positive = 0;
        for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
            if (corpus.pairs.source(i).find(word) != std::string_view::npos) {
                with += 1;
                positive += corpus.pairs.target(i) == "positive" ? 1 : 0;
            }
        EXPECT_GT(with, 300) << word;
        EXPECT_GT(positive / with, 0.2) << word;
        EXPECT_LT(positive / with, 0.8) << word;
    }
}

} // namespace
} // namespace alignoscope::testing

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/metrics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alignoscope {
namespace {

TEST(SentenceBleu, ByHand)
{
    EXPECT_NEAR(sentenceBleu("the cat sat on the mat", "the cat sat on the mat", false), 100, 1e-9);
    // 5 of 6 words, 3 of 5 pairs, 1 of 4 triples (the cat sat), no four: 1 / (2 · 3)
    EXPECT_NEAR(sentenceBleu("the cat sat on a mat", "the cat sat by a mat", false),
                100 * std::pow(5.0 / 6 * 3 / 5 * 1 / 4 * 1 / 6, 0.25), 1e-9);
}

TEST(SentenceBleu, LeavesOutTheOrdersAShortTranslationHasNot)
{
    // two words, both right, one pair: (1 · 1)^(1/2), and exp(1 − 3/2) for being short
    EXPECT_NEAR(sentenceBleu("un chat", "un chat noir", false), 100 * std::exp(-0.5), 1e-9);
    EXPECT_NEAR(bleu({"un chat"}, {"un chat noir"}, false).score, 0, 1e-9); // of a corpus all four orders count
    EXPECT_NEAR(sentenceBleu("chat", "chat", false), 100, 1e-9);
}

TEST(SentenceBleu, OfNothing)
{
    EXPECT_EQ(sentenceBleu("", "un chat", false), 0);
    EXPECT_EQ(sentenceBleu("un chien", "le chat", false), 0);
    EXPECT_EQ(sentenceBleu("un chat", "", false), 0);
}

TEST(SentenceBleu, CaseAndCharacters)
{
    EXPECT_EQ(sentenceBleu("CHAT", "chat", false), 0);
    EXPECT_NEAR(sentenceBleu("CHAT", "chat", true), 100, 1e-9);
    EXPECT_EQ(sentenceBleu("三本书", "三本好书", false), 0); // one word each
    EXPECT_GT(sentenceBleu("三本书", "三本好书", false, BleuTokenizer::Characters), 20);
    EXPECT_EQ(bleuTokenizerFor({"三本书", "OK"}), BleuTokenizer::Characters);
    EXPECT_EQ(bleuTokenizerFor({"three books", "书"}), BleuTokenizer::International13a);
}

TEST(SentenceChrf, ByHand)
{
    // "ab" against "abc": orders 1 and 2 (precision 1 and 1, recall 2/3 and 1/2); order 3 the hypothesis has not
    const double precision = 1, recall = (2.0 / 3 + 1.0 / 2) / 2;
    EXPECT_NEAR(sentenceChrf("a b", "abc", false), 100 * 5 * precision * recall / (4 * precision + recall), 1e-9);
    EXPECT_NEAR(sentenceChrf("Abc", "abc", true), 100, 1e-9);
    EXPECT_EQ(sentenceChrf("", "abc", false), 0);
    EXPECT_EQ(sentenceChrf("xyz", "abc", false), 0);
}

} // namespace
} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/vocabulary.h"

#include "alignoscope/error.h"

#include <gtest/gtest.h>

namespace {

using namespace alignoscope;

TEST(Vocabulary, StartsWithItsMarks)
{
    const Vocabulary empty;
    EXPECT_EQ(empty.size(), Vocabulary::marks);
    EXPECT_EQ(empty.token(Vocabulary::unknown), "<unk>");
    EXPECT_EQ(empty.token(Vocabulary::beginSentence), "<s>");
    EXPECT_EQ(empty.token(Vocabulary::endSentence), "</s>");
}

TEST(Vocabulary, NumbersItsEntriesInTheirOrder)
{
    const Vocabulary vocabulary({{"the", 9}, {"cat", 4}});
    EXPECT_EQ(vocabulary.size(), 5);
    EXPECT_EQ(vocabulary.id("the"), TokenId(3));
    EXPECT_EQ(vocabulary.id("cat"), TokenId(4));
    EXPECT_EQ(vocabulary.token(TokenId(4)), "cat");
    EXPECT_EQ(vocabulary.count(TokenId(3)), 9);
    EXPECT_EQ(vocabulary.id("dog"), Vocabulary::unknown);
    EXPECT_TRUE(vocabulary.contains("cat"));
    EXPECT_FALSE(vocabulary.contains("dog"));
}

TEST(Vocabulary, TextThatLooksLikeAMarkIsNone)
{
    const Vocabulary vocabulary({{"</s>", 1}});
    EXPECT_EQ(vocabulary.id("</s>"), TokenId(3));
    EXPECT_EQ(vocabulary.id("<s>"), Vocabulary::unknown);
}

TEST(Vocabulary, RefusesDoubleAndEmptyTokens)
{
    try {
        const Vocabulary vocabulary({{"a", 1}, {"b", 1}, {"a", 1}});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Input);
        EXPECT_EQ(error.problem().where, "vocabulary, entry 3");
    }
    EXPECT_THROW(Vocabulary({{"", 1}}), Error);
}

TEST(Vocabulary, RefusesIdsItDoesNotHave)
{
    EXPECT_THROW((void)Vocabulary().token(TokenId(3)), std::out_of_range);
    EXPECT_THROW((void)Vocabulary().token(TokenId(-1)), std::out_of_range);
}

TEST(Vocabulary, ACopyKnowsTheSame)
{
    const Vocabulary original({{"x", 1}});
    const Vocabulary copy = original;
    EXPECT_EQ(copy.id("x"), TokenId(3));
    EXPECT_EQ(copy.token(copy.id("x")), "x");
}

} // namespace

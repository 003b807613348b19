// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/writing_order.h"

#include <gtest/gtest.h>

namespace {

using namespace alignoscope;

using Places = std::vector<std::int32_t>;

/// The words of a line as they are seen from the left.
Places seen(const std::vector<std::string>& words)
{
    return visualOrder(writingOrder(words).levels);
}

TEST(WritingOrder, IsThatOfTheFirstLetterThatHasADirection)
{
    EXPECT_FALSE(writingOrder({"the", "house"}).fromRight);
    EXPECT_TRUE(writingOrder({"ذهب", "الولد"}).fromRight);
    EXPECT_TRUE(writingOrder({"«", "12", "שלום"}).fromRight);
    EXPECT_FALSE(writingOrder({"2015", "!"}).fromRight);
    EXPECT_FALSE(writingOrder({"我", "看", "书"}).fromRight);
    EXPECT_FALSE(writingOrder({"Ali", "اشترى", "كتابا"}).fromRight);
    EXPECT_FALSE(writingOrder({}).fromRight);
}

TEST(WritingOrder, WordsFromTheRightStandFromRightToLeft)
{
    EXPECT_EQ(seen({"one", "two", "."}), (Places{0, 1, 2}));
    EXPECT_EQ(seen({"ذهب", "الولد", "اليوم", "."}), (Places{3, 2, 1, 0}));
    EXPECT_EQ(seen({}), Places{});
}

TEST(WritingOrder, WordsOfTheOtherDirectionKeepTheirOwnOrder)
{
    EXPECT_EQ(seen({"قرأت", "New", "York", "Times", "أمس", "."}), (Places{5, 4, 1, 2, 3, 0}));
    EXPECT_EQ(seen({"a", "word", "שלום", "עולם", "here"}), (Places{0, 1, 3, 2, 4}));
}

TEST(WritingOrder, MarksGoWithTheWordsAroundThem)
{
    EXPECT_EQ(seen({"אחת", ",", "שתיים", "one", ",", "two", "."}), (Places{6, 3, 4, 5, 2, 1, 0}));
}

TEST(WritingOrder, DigitsOfOneNumberStandFromLeftToRight)
{
    EXPECT_EQ(seen({"س", "ن", "ة", "2", "0", "1", "5"}), (Places{3, 4, 5, 6, 2, 1, 0}));
    EXPECT_EQ(seen({"سنة", "٢", "٠", "م"}), (Places{3, 1, 2, 0}));
}

TEST(WritingOrder, AnEmptyWordIsNoLetter)
{
    EXPECT_EQ(seen({"שלום", "New", "York", ""}), (Places{3, 1, 2, 0}));
    EXPECT_TRUE(writingOrder({"", "שלום"}).fromRight);
}

TEST(WritingOrder, NoWordReachesBeyondItself)
{
    EXPECT_EQ(seen({"a\u202E", "b", "c\u2067", "d", "e\u2029", "f"}), (Places{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(seen({std::string(100'000, '.') + "a", "b"}), (Places{0, 1}));
    EXPECT_EQ(seen({"\xFF\xFE", "b"}), (Places{0, 1}));
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope {
namespace {

using ::testing::HasSubstr;
using Links = std::vector<Link>;

std::string messageOf(std::string_view bytes, int base = -1)
{
    try {
        parseGold(bytes, base, "a.wa");
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Input);
        return error.what();
    }
    return "no error";
}

TEST(GoldFile, NaaclIsKnownByItsFirstLine)
{
    const GoldFile file = parseGold("\n0001 1 1 S\r\n1 2 3 P 0.5\n0003 1 2\n3 4 5 0.9\n", -1, "a");
    EXPECT_EQ(file.syntax, AlignmentSyntax::Naacl);
    EXPECT_EQ(file.base, 1);
    ASSERT_EQ(file.pairs.size(), 3U);
    EXPECT_EQ(file.pairs[0].sure, (Links{{0, 0}}));
    EXPECT_EQ(file.pairs[0].possible, (Links{{1, 2}}));
    EXPECT_EQ(file.pairs[1], GoldAlignment{}); // no link is of sentence 2
    EXPECT_EQ(file.pairs[2].sure, (Links{{0, 1}, {3, 4}}));
}

TEST(GoldFile, PharaohIsEverythingElse)
{
    const GoldFile file = parseGold("1-1 2?3 10-19P\n3p1 4-4S\n", -1, "a");
    EXPECT_EQ(file.syntax, AlignmentSyntax::Pharaoh);
    EXPECT_EQ(file.base, 1);
    ASSERT_EQ(file.pairs.size(), 2U);
    EXPECT_EQ(file.pairs[0].possible, (Links{{1, 2}, {9, 18}}));
    EXPECT_EQ(file.pairs[1].sure, (Links{{3, 3}}));
    EXPECT_EQ(parseGold("1-1\n", 0, "a").pairs[0].sure, (Links{{1, 1}}));
    EXPECT_TRUE(parseGold("", -1, "a").pairs.empty());
    EXPECT_EQ(parseGold("17\t0-0\n", -1, "a").syntax, AlignmentSyntax::Pharaoh);
}

TEST(GoldFile, NaaclCountsFromOneAndZeroIsTheEmptyWord)
{
    const GoldFile file = parseGold("1 1 0\n1 0 2 P\n1 2 2\n", -1, "a");
    EXPECT_EQ(file.base, 1);
    EXPECT_EQ(file.pairs.at(0).sure, (Links{{1, 1}}));
    EXPECT_TRUE(file.pairs.at(0).possible.empty());
    const GoldFile zero = parseGold("1 1 0\n1 0 2 P\n", 0, "a");
    EXPECT_EQ(zero.base, 0);
    EXPECT_EQ(zero.pairs.at(0).sure, (Links{{1, 0}}));
    EXPECT_EQ(zero.pairs.at(0).possible, (Links{{0, 2}}));
}

TEST(GoldFile, SentencesMayCountFromZero)
{
    const GoldFile file = parseGold("0 1 1\n1 1 1\n", -1, "a");
    EXPECT_EQ(file.pairs.size(), 2U);
}

TEST(GoldFile, ASureLinkIsNotPossibleAsWell)
{
    const GoldFile file = parseGold("1 1 1 P\n1 1 1 S\n1 1 1 S\n", -1, "a");
    EXPECT_EQ(file.pairs.at(0).sure, (Links{{0, 0}}));
    EXPECT_TRUE(file.pairs.at(0).possible.empty());
}

TEST(GoldFile, SaysWhichLineIsWrong)
{
    EXPECT_THAT(messageOf("1 1 1\n1 x 1\n"), HasSubstr("a.wa, line 2"));
    EXPECT_THAT(messageOf("1 1 1\n1 1 1 Q\n"), HasSubstr("line 2"));
    EXPECT_THAT(messageOf("1 1 1\n1 1 1 S 0.5 more\n"), HasSubstr("line 2"));
    EXPECT_THAT(messageOf("1 1 1\n1 1\n"), HasSubstr("line 2"));
    EXPECT_THAT(messageOf("1 1 1\n-1 1 1\n"), HasSubstr("line 2"));
    EXPECT_THAT(messageOf("1 1 1\n999999999 1 1\n"), HasSubstr("line 2")); // not a gigabyte of empty sentences
    EXPECT_THAT(messageOf("0-0\n1 1 1\n"), HasSubstr("line 2"));
    EXPECT_THROW(parseGold("1 1 1\n", 2, "a"), Error);
}

TEST(GoldFile, OneAlignmentAPair)
{
    EXPECT_EQ(goldFor(parseGold("1 1 1\n", -1, "a"), 3, "a").size(), 3U); // says nothing of the last two
    EXPECT_EQ(goldFor(parseGold("0-0\n0-0\n", -1, "a"), 2, "a").size(), 2U);
    try {
        goldFor(parseGold("0-0\n0-0\n", -1, "a"), 3, "a");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("2 lines"));
        EXPECT_THAT(error.what(), HasSubstr("3 pairs"));
    }
    EXPECT_THROW(goldFor(parseGold("4 1 1\n", -1, "a"), 3, "a"), Error);
}

} // namespace
} // namespace alignoscope

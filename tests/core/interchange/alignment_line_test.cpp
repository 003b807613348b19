// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope {
namespace {

using Links = std::vector<Link>;

GoldAlignment parse(std::string_view line, int base = 0)
{
    return parseAlignmentLine(line, base, "here");
}

std::string messageOf(std::string_view line, int base = 0)
{
    try {
        parseAlignmentLine(line, base, "gold.txt, line 7");
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Input);
        return error.what();
    }
    return "no error";
}

TEST(AlignmentLine, ReadsSureAndPossibleLinks)
{
    const GoldAlignment gold = parse("0-0 1p2 12-3 4?5");
    EXPECT_EQ(gold.sure, (Links{{0, 0}, {12, 3}}));
    EXPECT_EQ(gold.possible, (Links{{1, 2}, {4, 5}}));
}

TEST(AlignmentLine, ReadsLettersAfterTheLink)
{
    const GoldAlignment gold = parse("10-19S 11-20P");
    EXPECT_EQ(gold.sure, (Links{{10, 19}}));
    EXPECT_EQ(gold.possible, (Links{{11, 20}}));
}

TEST(AlignmentLine, CountsFromItsBase)
{
    const GoldAlignment gold = parse("1-1 2p3", 1);
    EXPECT_EQ(gold.sure, (Links{{0, 0}}));
    EXPECT_EQ(gold.possible, (Links{{1, 2}}));
}

TEST(AlignmentLine, SortsAndKeepsEveryLinkOnce)
{
    const GoldAlignment gold = parse("2-1 0-0 2-1 0p0 3p3 3?3");
    EXPECT_EQ(gold.sure, (Links{{0, 0}, {2, 1}}));
    EXPECT_EQ(gold.possible, (Links{{3, 3}}));
}

TEST(AlignmentLine, PassesOverBlanksNumbersAndSentences)
{
    const Links expected{{0, 0}, {1, 1}};
    EXPECT_EQ(parse("  0-0\t1-1 \r\n").sure, expected);
    EXPECT_EQ(parse("17\t0-0 1-1 ").sure, expected);
    EXPECT_EQ(parse("la zone ||| 0-0 1-1").sure, expected);
    EXPECT_EQ(parse(""), GoldAlignment{});
    EXPECT_EQ(parse("17\t"), GoldAlignment{});
}

TEST(AlignmentLine, SaysWhichLinkItCannotRead)
{
    for (const char* line : {"0", "0-", "-0", "0-0-0", "a-b", "0-0X", "0pS", "1p2S", "0--1", "-1-0", "0-99999999999",
                             "0-10000001", "0:0", "0-0,1-1"}) {
        const std::string message = messageOf(line);
        EXPECT_THAT(message, ::testing::StartsWith("gold.txt, line 7: ")) << line;
        EXPECT_THAT(message, ::testing::HasSubstr("got \"" + std::string(line) + "\"")) << line;
    }
}

TEST(AlignmentLine, SaysWhereAnIndexLiesBelowItsBase)
{
    EXPECT_THAT(messageOf("1-1 0-2", 1), ::testing::HasSubstr("counted from 1, got \"0-2\""));
}

TEST(AlignmentLine, ShortensWhatItQuotes)
{
    EXPECT_LT(messageOf(std::string(100'000, 'x')).size(), 400U);
}

TEST(AlignmentLine, IsWrittenSortedAndWithoutRepetition)
{
    EXPECT_EQ(toPharaoh({{1, 0}, {0, 2}, {1, 0}, {0, 1}}), "0-1 0-2 1-0");
    EXPECT_EQ(toPharaoh({}), "");
    const Links links{{0, 3}, {2, 1}};
    EXPECT_EQ(parse(toPharaoh(links)).sure, links);
}

} // namespace
} // namespace alignoscope

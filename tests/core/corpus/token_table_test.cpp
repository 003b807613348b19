// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/token_table.h"

#include <gtest/gtest.h>

namespace alignoscope::corpus {
namespace {

TEST(TokenTable, NumbersInTheOrderTheyCome)
{
    TokenTable table;
    EXPECT_EQ(table.number("b"), 0U);
    EXPECT_EQ(table.number("a"), 1U);
    EXPECT_EQ(table.number("b"), 0U);
    EXPECT_EQ(table.number("é"), 2U);
    EXPECT_EQ(table.size(), 3U);
    EXPECT_EQ(table.type(2), "é");
}

TEST(TokenTable, FindsWhatIsThereAndNothingElse)
{
    TokenTable table;
    EXPECT_FALSE(table.find("a", TokenTable::hashOf("a")));
    constexpr TypeId many = 100'000; // it grows several times
    for (TypeId i = 0; i < many; ++i)
        ASSERT_EQ(table.number("token" + std::to_string(i)), i);
    for (TypeId i = 0; i < many; ++i) {
        const std::string token = "token" + std::to_string(i);
        ASSERT_EQ(table.find(token, TokenTable::hashOf(token)), i);
        ASSERT_EQ(table.type(i), token);
    }
    EXPECT_FALSE(table.find("token", TokenTable::hashOf("token")));
    EXPECT_FALSE(table.find("token100000", TokenTable::hashOf("token100000")));
}

TEST(TokenTable, TokensOfOneHashStayApart)
{
    TokenTable table;
    for (const char* token : {"a", "b", "c"})
        table.number(token, 7);
    EXPECT_EQ(table.size(), 3U);
    EXPECT_EQ(table.find("b", 7), 1U);
    EXPECT_FALSE(table.find("d", 7));
}

TEST(TokenTable, BeginsAgainWhenCleared)
{
    TokenTable table;
    for (int i = 0; i < 5000; ++i)
        table.number(std::to_string(i));
    table.clear();
    EXPECT_EQ(table.size(), 0U);
    EXPECT_FALSE(table.find("17", TokenTable::hashOf("17")));
    EXPECT_EQ(table.number("17"), 0U);
    EXPECT_EQ(table.type(0), "17");
}

} // namespace
} // namespace alignoscope::corpus

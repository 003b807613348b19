// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/piece_marks.h"

#include <gtest/gtest.h>

namespace alignoscope::text {
namespace {

std::string whitespace(const std::string& text)
{
    return detokenize(tokenize(text, TokenizerKind::Whitespace, false), TokenizerKind::Whitespace);
}

TEST(PieceMarks, WhitespaceTokensBecomeWords)
{
    EXPECT_EQ(whitespace("the lo@@ w@@ er shelf"), "the lower shelf");
    EXPECT_EQ(whitespace("▁the ▁lo w er ▁shelf ."), "the lower shelf.");
    EXPECT_EQ(whitespace("▁ das ▁Haus"), "das Haus");
    EXPECT_EQ(whitespace("a piece that goes on@@"), "a piece that goes on");
}

TEST(PieceMarks, OrdinaryTextStaysAsItIs)
{
    for (const std::string text : {"write to me @ home", "@@", "a @@ b", "mail@example.org", "x ## y"})
        EXPECT_EQ(whitespace(text), text);
}

TEST(PieceMarks, OnlyWhitespaceTokensHaveThem)
{
    EXPECT_EQ(detokenize({"lo@@", "w"}, TokenizerKind::Characters), "lo@@w");
    EXPECT_EQ(withoutPieceMarks("lo@@ wer", {TokenizerKind::Words}), "lo@@ wer");
    EXPECT_EQ(withoutPieceMarks("lo@@ wer", {TokenizerKind::Whitespace}), "lower");
    EXPECT_EQ(withoutPieceMarks("two  spaces", {TokenizerKind::Whitespace}), "two  spaces");
}

} // namespace
} // namespace alignoscope::text

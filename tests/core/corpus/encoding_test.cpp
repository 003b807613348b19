// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/corpus_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using alignoscope::testing::messageOf;
using alignoscope::testing::pairsOf;
using alignoscope::testing::readBytes;
using alignoscope::testing::skippedOf;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using namespace std::string_literals;

TEST(ReadEncodings, WhatIsNotUtf8IsGuessedAndSaid)
{
    const RawCorpus latin = readBytes("La t\xE9l\xE9vision est all\xE9"
                                      "e\tThe television is gone\nD\xE9j\xE0 vu\tSeen before\n");
    EXPECT_TRUE(latin.encodingGuessed);
    EXPECT_EQ(latin.encoding, "windows-1252");
    EXPECT_EQ(latin.pairs.source(1), "Déjà vu");
    EXPECT_THAT(latin.notes, ElementsAre(AllOf(HasSubstr("guessed"), HasSubstr("windows-1252"))));

    std::string russian;
    for (int i = 0; i < 30; ++i)
        russian += "\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0! \xDD\xF2\xEE \xEF\xF0\xEE\xF1\xF2\xEE\xE9 "
                   "\xF2\xE5\xEA\xF1\xF2\thello\n";
    EXPECT_EQ(readBytes(russian).encoding, "windows-1251");
    EXPECT_EQ(readBytes(russian).pairs.source(0).substr(0, 12), "Привет");
}

TEST(ReadEncodings, AFewStrayBytesDoNotMakeAnotherEncoding)
{
    const RawCorpus corpus = readBytes("caf\xE9\tx\nété\thiver\nnoël\tnuit\n");
    EXPECT_FALSE(corpus.encodingGuessed);
    EXPECT_EQ(corpus.encoding, "UTF-8");
    EXPECT_THAT(skippedOf(corpus), ElementsAre("1: invalid UTF-8 at byte 4"));
    EXPECT_THAT(corpus.notes, IsEmpty());
}

TEST(ReadEncodings, AnEncodingCanBeAskedFor)
{
    const RawCorpus corpus = readBytes("\x83\x65\x83\x58\x83\x67\ttest\n", {.encoding = "Shift_JIS"});
    EXPECT_EQ(corpus.encoding, "Shift_JIS");
    EXPECT_FALSE(corpus.encodingGuessed);
    EXPECT_THAT(pairsOf(corpus), ElementsAre("テスト|test"));
    EXPECT_THAT(pairsOf(readBytes("\xE9\tb\n", {.encoding = "ISO-8859-2"})), ElementsAre("é|b"));
    const RawCorpus marked = readBytes("\xEF\xBB\xBF{\"a\": \"b\", \"c\": \"d\"}", {.encoding = "utf-8"});
    EXPECT_EQ(marked.format, CorpusFormat::JsonLines) << "the mark is none of the text";
    EXPECT_THAT(messageOf([] { readBytes("a\tb\n", {.encoding = "klingon"}); }, ErrorKind::Usage),
                HasSubstr("no encoding of this name"));
}

TEST(ReadEncodings, OtherLineEndsOfUnicodeStayInsideALine)
{
    EXPECT_THAT(pairsOf(readBytes("a\u0085b\u2028c\td\u2029"
                                  "e\r\nf\tg\rh\ti\n")),
                ElementsAre("a\u0085b\u2028c|d\u2029"
                            "e",
                            "f|g", "h|i"));
}

} // namespace

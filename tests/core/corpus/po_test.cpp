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

TEST(ReadPo, MessagesArePairs)
{
    const RawCorpus corpus =
        readBytes("msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\n#: a.c:1\nmsgid \"Go.\"\nmsgstr \"Va !\"\n"
                  "# next without an empty line\nmsgctxt \"menu\"\nmsgid \"\"\n\"Two \"\n\"parts\\n\"\n"
                  "msgstr \"\"\n\"Deux\\tparts \\\"x\\\" \\303\\251\\xc3\\xa9\"\n");
    EXPECT_EQ(corpus.format, CorpusFormat::Po);
    EXPECT_THAT(pairsOf(corpus), ElementsAre("Go.|Va !", "Two parts|Deux parts \"x\" éé"));
    EXPECT_EQ(corpus.pairs.line(0), 6);
    EXPECT_EQ(corpus.skippedTotal, 0) << "the header is no message";
}

TEST(ReadPo, EveryPluralFormIsAPair)
{
    EXPECT_THAT(pairsOf(readBytes("msgid \"%d file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"%d plik\"\n"
                                  "msgstr[1] \"%d pliki\"\nmsgstr[2] \"%d plików\"\n")),
                ElementsAre("%d file|%d plik", "%d files|%d pliki", "%d files|%d plików"));
}

TEST(ReadPo, WhatIsNoTranslationIsTold)
{
    const RawCorpus corpus =
        readBytes("msgid \"a\"\nmsgstr \"b\"\n\n#, c-format, fuzzy\nmsgid \"c\"\nmsgstr \"d\"\n\n"
                  "#~ msgid \"e\"\n#~ msgstr \"f\"\n\nmsgid \"g\"\nmsgstr \"\"\n\nmsgid \"h\nmsgstr \"i\"\n\n"
                  "msgstr \"j\"\n\nmsgid \"k\"\nmsgstr[99] \"l\"\n\n#| msgid \"old\"\nmsgid \"m\"\nmsgstr \"n\"\n"
                  "\nmsgid \"o\"\nmsgstr \"\\xff\"\n");
    EXPECT_THAT(pairsOf(corpus), ElementsAre("a|b", "m|n"));
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre("5: the translation is marked as fuzzy", "8: the entry is obsolete",
                            "11: there is no translation", "14: a string does not end with a quote",
                            "17: a translation without its msgid", "19: line 20 begins with no word that PO knows",
                            "26: there is invalid UTF-8 in it"));
}

TEST(ReadPo, TheHeaderSaysTheEncoding)
{
    const RawCorpus corpus =
        readBytes("msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=windows-1251\\n\"\n\n"
                  "msgid \"yes\"\nmsgstr \"\xE4\xE0\"\n");
    EXPECT_EQ(corpus.encoding, "windows-1251");
    EXPECT_THAT(pairsOf(corpus), ElementsAre("yes|да"));
    EXPECT_EQ(
        readBytes(
            "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=CHARSET\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n")
            .encoding,
        "UTF-8");
}

} // namespace

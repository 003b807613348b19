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

TEST(ReadCsv, QuotesHoldCommasQuotesAndLineBreaks)
{
    const RawCorpus corpus = readBytes("\"Go, now.\",\"Va, \"\"vite\"\" !\"\n\"Two\nlines\",\"Deux\r\nlignes\"\na,b\n");
    EXPECT_EQ(corpus.format, CorpusFormat::CommaSeparated);
    EXPECT_EQ(corpus.columns, 2);
    EXPECT_THAT(pairsOf(corpus), ElementsAre("Go, now.|Va, \"vite\" !", "Two lines|Deux lignes", "a|b"));
    EXPECT_EQ(corpus.pairs.line(1), 2);
    EXPECT_EQ(corpus.pairs.line(2), 5) << "counted in lines of the file";
    EXPECT_THAT(corpus.fields, IsEmpty());
}

TEST(ReadCsv, SemicolonsAndBackslashesAreRecognised)
{
    EXPECT_THAT(pairsOf(readBytes("Go, now.;Va, vite !\nYes, he;Oui, lui\n", {}, "a.csv")),
                ElementsAre("Go, now.|Va, vite !", "Yes, he|Oui, lui"));
    EXPECT_THAT(pairsOf(readBytes("\"say \\\"a, b\\\"\",x\n\"c\",d\n")), ElementsAre("say \"a, b\"|x", "c|d"));
}

TEST(ReadCsv, HeadingsNameTheColumns)
{
    const std::string text = "id,en,fr\n1,Go.,Va !\n2,Hi.,Salut.\n";
    const RawCorpus corpus = readBytes(text);
    EXPECT_THAT(corpus.fields, ElementsAre("id", "en", "fr"));
    EXPECT_EQ(corpus.sourceField, "en");
    EXPECT_EQ(corpus.targetField, "fr");
    EXPECT_THAT(pairsOf(corpus), ElementsAre("Go.|Va !", "Hi.|Salut."));
    EXPECT_THAT(skippedOf(corpus), ElementsAre("1: the line names the columns"));
    EXPECT_THAT(corpus.notes, ElementsAre(HasSubstr("'en' and 'fr'")));

    EXPECT_THAT(pairsOf(readBytes(text, {.sourceField = "fr", .targetField = "en"})),
                ElementsAre("Va !|Go.", "Salut.|Hi."));
    EXPECT_THAT(pairsOf(readBytes(text, {.sourceColumn = 0, .targetColumn = 2})), ElementsAre("1|Va !", "2|Salut."));
    EXPECT_THAT(messageOf([&] { readBytes(text, {.targetField = "de"}); }),
                AllOf(HasSubstr("no column called 'de'"), HasSubstr("'id', 'en', 'fr'")));
    const RawCorpus swapped = readBytes(text, {.swap = true});
    EXPECT_EQ(swapped.sourceField, "fr");
    EXPECT_EQ(swapped.pairs.source(0), "Va !");
}

TEST(ReadCsv, TabSeparatedTablesHaveHeadingsToo)
{
    const RawCorpus corpus = readBytes("Source\tTarget\nGo.\tVa !\n\"Hi\"\tSalut\n");
    EXPECT_THAT(corpus.fields, ElementsAre("Source", "Target"));
    EXPECT_THAT(pairsOf(corpus), ElementsAre("Go.|Va !", "\"Hi\"|Salut"));
}

TEST(ReadCsv, AQuoteThatNeverClosesCostsOneLine)
{
    const RawCorpus corpus = readBytes("a,b\n\"open,c\nd,e\nf,g\n", {}, "x.csv");
    EXPECT_THAT(pairsOf(corpus), ElementsAre("a|b", "d|e", "f|g"));
    EXPECT_THAT(skippedOf(corpus), ElementsAre("2: a quote is opened and never closed"));
    const RawCorpus bounded = readBytes("a,b\n\"open,c\nd,e\nf,\"g\"\n" + std::string(3000, 'x') + ",y\n",
                                        {.format = CorpusFormat::CommaSeparated, .limits = {.lineBytes = 64}}, "x.csv");
    EXPECT_THAT(bounded.skipped.size(), 2U);
}

TEST(ReadCsv, RowsWithOtherColumnsAndEmptySidesAreTold)
{
    EXPECT_THAT(skippedOf(readBytes("a,b\nc\n\nd,\ne,f,g\nh,i\nj,k\n", {}, "x.csv")),
                ElementsAre("2: 1 column where most lines have 2", "3: the line is empty",
                            "4: the target side is empty", "5: 3 columns where most lines have 2"));
}

TEST(ReadCsv, SentencesWithCommasAreNoTable)
{
    EXPECT_THAT(messageOf([] { readBytes("Well, yes.\nOh, no.\nSo, what, then?\n"); }), HasSubstr("one side only"));
}

TEST(ReadCsv, TextsWithLabelsAreRecognised)
{
    std::string text = "review,sentiment\n";
    for (int i = 0; i < 12; ++i)
        text += "\"A long, long text about film " + std::to_string(i) + "\"," + (i % 2 == 0 ? "good" : "bad") + "\n";
    const RawCorpus corpus = readBytes(text);
    EXPECT_EQ(corpus.format, CorpusFormat::Labelled);
    EXPECT_EQ(corpus.task, Task::Classification);
    EXPECT_EQ(corpus.labelColumn, 1);
    EXPECT_EQ(corpus.pairs.size(), 12U);
    EXPECT_EQ(corpus.pairs.target(0), "good");
    EXPECT_EQ(readBytes(text, {.format = CorpusFormat::Labelled}).pairs.size(), 12U);
    EXPECT_EQ(readBytes(text, {.format = CorpusFormat::CommaSeparated}).task, Task::Translation);
}

} // namespace

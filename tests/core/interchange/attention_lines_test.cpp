// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/attention_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using namespace alignoscope::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr auto ends = "The last row and column are the end of the sentence.";

TEST(MarianSoft, HasEndsAndNumbersForWords)
{
    const auto read = readText("le chat ||| 0.7,0.2,0.1 0.1,0.8,0.1 0.2,0.2,0.6\nnon ||| 0.5,0.5 0.25,0.75\n");
    EXPECT_EQ(read.format, AttentionFormat::MarianSoft);
    ASSERT_EQ(read.sentences.size(), 2u);
    EXPECT_EQ(joined(read.sentences[0]->sourceTokens), "1 2 </s>");
    EXPECT_EQ(joined(read.sentences[0]->targetTokens), "le chat </s>");
    EXPECT_EQ(read.sentences[0]->weight(1, 1), 0.8F);
    EXPECT_EQ(index(read.sentences[1]->sentence), 1);
    EXPECT_TRUE(read.wordsMissing);
    EXPECT_FALSE(read.hard);
    EXPECT_THAT(read.assumptions, ElementsAre(ends, "The file has no source words: their places are numbered."));
}

TEST(MarianSoft, TakesWordsOfTheText)
{
    const TemporaryFolder folder;
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "the cat\nno\n");
    const auto read = readText("le chat ||| 0.7,0.2,0.1 0.1,0.8,0.1 0.2,0.2,0.6\nnon ||| 0.5,0.5 0.25,0.75\n", options);
    EXPECT_EQ(joined(read.sentences[0]->sourceTokens), "the cat </s>");
    EXPECT_EQ(joined(read.sentences[1]->sourceTokens), "no </s>");
    EXPECT_FALSE(read.wordsMissing);
    EXPECT_THAT(read.assumptions, ElementsAre(ends));
}

TEST(MarianSoft, SkipsSentencesThatDoNotFitTheText)
{
    const TemporaryFolder folder;
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "the big cat\nno\n");
    const auto read =
        readText("le chat ||| 0.8,0.2 0.2,0.8\nnon ||| 0.5,0.5 0.25,0.75\noui ||| 0.5,0.5 1,0\n", options);
    ASSERT_EQ(read.sentences.size(), 1u);
    EXPECT_THAT(skippedOf(read), ElementsAre("1: 2 columns for 3 source words", "3: the source text has only 2 lines"));
    EXPECT_EQ(read.skippedTotal, 2);
}

TEST(MarianSoft, OlderOnesArePaddedAndHaveNoEndRow)
{
    const TemporaryFolder folder;
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "no\nthe cat sleeps\n");
    const auto read = readText("non ||| 0.75,0.25,0,0\nle chat ||| 0.5,0.5,0,0 0,0,0.5,0.5\n", options);
    ASSERT_EQ(read.sentences.size(), 2u);
    EXPECT_EQ(joined(read.sentences[0]->sourceTokens), "no </s>");
    EXPECT_EQ(joined(read.sentences[0]->targetTokens), "non");
    EXPECT_THAT(read.sentences[0]->weights, ElementsAre(0.75F, 0.25F));
    EXPECT_EQ(joined(read.sentences[1]->sourceTokens), "the cat sleeps </s>");
    EXPECT_THAT(read.assumptions,
                ElementsAre("The last column is the end of the source sentence; it has no row on the target side.",
                            "Padding was cut off: up to 2 columns of a sentence."));
}

TEST(MarianSoft, ReadsListsOfHypothesesAndWordScores)
{
    const TemporaryFolder folder;
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "no\nyes\n");
    const auto list = readText("0 ||| non ||| 0.5,0.5 0,1 ||| F0= -0.5 ||| -0.25\n"
                               "1 ||| oui ||| 0.5,0.5 0,1 ||| WordScores= -0.1 -0.2 ||| F0= -0.5 ||| -0.25\n"
                               "1 ||| si ||| 0.25,0.75 0,1 ||| F0= -0.5 ||| -0.5\n",
                               options);
    ASSERT_EQ(list.sentences.size(), 3u);
    EXPECT_EQ(list.sentences[2]->targetTokens[0], "si");
    EXPECT_EQ(list.sentences[2]->sourceTokens[0], "yes");
    EXPECT_THAT(list.assumptions, Contains("This is an n-best list: every hypothesis is a sentence of its own."));
    const auto scored = readText("non ||| 0.5,0.5 0,1 ||| WordScores= -0.1 -0.2\n");
    EXPECT_EQ(scored.sentences[0]->targetTokens[0], "non");
}

TEST(MarianSoft, ScorersLinesHaveNoWords)
{
    const auto read = readText("-3.141590 ||| 0.5,0.5 0.25,0.75\n-2.718280 ||| 0.5,0.5 0.5,0.5 0,1\n");
    ASSERT_EQ(read.sentences.size(), 2u);
    EXPECT_EQ(joined(read.sentences[1]->targetTokens), "1 2 </s>");
    EXPECT_TRUE(read.wordsMissing);
}

TEST(MarianSoft, SaysWhatIsWrongWithALine)
{
    const auto read =
        readText("le chat ||| 0.8,0.2 0.2,0.8 0,1\nle ||| 0.8,0.2 0.5\nle ||| 0.8,x 0,1\nle ||| 1.8,0 0,1\nnot\n"
                 "le ||| \n");
    EXPECT_EQ(read.sentences.size(), 1u);
    EXPECT_THAT(skippedOf(read),
                ElementsAre("2: row 2 has 1 weights, row 1 has 2", "3: row 1: \"x\" is not a number",
                            "4: row 1: the weight 1.800000 is not from 0 to 1", "5: there is no ||| in the line",
                            "6: there are no weights in it"));
}

TEST(MarianHard, NamesEndsBehindTheWords)
{
    const auto read = readText("le chat ||| 0-0 0-1 2-2\nnon ||| 0-0 1-1\n");
    EXPECT_EQ(read.format, AttentionFormat::MarianHard);
    EXPECT_TRUE(read.hard);
    EXPECT_EQ(joined(read.sentences[0]->targetTokens), "le chat </s>");
    EXPECT_THAT(read.sentences[0]->weights, ElementsAre(1, 0, 0, 1, 0, 0, 0, 0, 1));
    EXPECT_THAT(linksOf(read)[0], ElementsAre(Link{0, 0}, Link{0, 1}));
}

TEST(MarianHard, LinksOfARowShareOneAndEndsAreNoLinks)
{
    const TemporaryFolder folder;
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "the cat\nno\n");
    const auto read = readText("le chat ||| 0-0 1-0 2-2\nnon ||| \n", options);
    ASSERT_EQ(read.sentences.size(), 2u);
    EXPECT_EQ(joined(read.sentences[0]->sourceTokens), "the cat </s>");
    EXPECT_THAT(read.sentences[0]->weights, ElementsAre(0.5F, 0.5F, 0, 0, 0, 0, 0, 0, 1));
    EXPECT_THAT(read.sentences[1]->weights, ElementsAre(0, 0, 0, 0));
    EXPECT_THAT(linksOf(read), ElementsAre(ElementsAre(Link{0, 0}, Link{1, 0}), IsEmpty()));
}

TEST(MarianHard, AmuNmtSaysTheTargetFirst)
{
    const auto read = readText("le chat ||| 0-1 1-0\nnon non ||| 0-0 1-0\n");
    EXPECT_EQ(read.format, AttentionFormat::AmuNmt);
    EXPECT_THAT(linksOf(read)[1], ElementsAre(Link{0, 0}, Link{0, 1}));
    EXPECT_EQ(readText("non ||| 0-0\n", as(AttentionFormat::AmuNmt)).format, AttentionFormat::AmuNmt);
}

TEST(Nematus, ReadsBlocksWithEnds)
{
    const std::string text = "0 ||| le chat ||| 0 ||| the cat ||| 3 3\n0.7 0.2 0.1 \n0.1 0.8 0.1 \n0.2 0.2 0.6 \n\n"
                             "7 ||| non ||| -1.5 ||| no ||| 2 2\n0.5 0.5 \n0.25 1e-50 \n\n";
    const auto read = readText(text);
    EXPECT_EQ(read.format, AttentionFormat::Nematus);
    ASSERT_EQ(read.sentences.size(), 2u);
    EXPECT_EQ(joined(read.sentences[0]->sourceTokens), "the cat </s>");
    EXPECT_EQ(joined(read.sentences[0]->targetTokens), "le chat </s>");
    EXPECT_EQ(read.sentences[1]->weight(0, 1), 0.5F);
    EXPECT_FALSE(read.wordsMissing);
    EXPECT_THAT(read.assumptions,
                ElementsAre(ends, "In 1 of 5 rows the weights do not add up to 1; they are shown as they are."));
}

TEST(Nematus, OpenNmtHasNoEndsAndAmuNmtNoEmptyLines)
{
    const auto lua = readText("0 ||| le chat ||| 0 ||| the cat ||| 0 0\n0.7 0.3 \n0.1 0.9 \n\n");
    EXPECT_EQ(lua.format, AttentionFormat::OpenNmtLua);
    EXPECT_EQ(joined(lua.sentences[0]->targetTokens), "le chat");
    EXPECT_THAT(lua.assumptions, IsEmpty());
    const auto amu =
        readText("0 ||| non ||| -1 ||| no ||| 2 2\n0.5 0.5\n0 1\n1 ||| si ||| -1 ||| yes ||| 2 2\n1 0\n0 1\n",
                 as(AttentionFormat::AmuNmt));
    EXPECT_EQ(amu.format, AttentionFormat::AmuNmt);
    EXPECT_EQ(amu.sentences.size(), 2u);
}

TEST(Nematus, ABadBlockSpoilsNoOther)
{
    const auto read =
        readText("0 ||| le ||| 0 ||| the ||| 2 2\n0.5 what\n0 1\n\n1 ||| le ||| 0 ||| the ||| 2 2\n\n"
                 "2 ||| le ||| 0 ||| the cat ||| 2 2\n1 0\n0 1\n\n3 ||| le ||| 0 ||| the ||| 2 2\n1 0\n0 1\n");
    EXPECT_EQ(read.sentences.size(), 2u);
    EXPECT_THAT(skippedOf(read),
                ElementsAre("1: row 1: \"what\" is not a number", "5: there are no weights below this line"));
}

TEST(Pharaoh, CountsFromZeroOrOneAndTakesPossibleLinks)
{
    const auto one = readText("1-1 2p1\n\n3-2\n");
    EXPECT_EQ(one.format, AttentionFormat::Pharaoh);
    ASSERT_EQ(one.sentences.size(), 2u);
    EXPECT_THAT(linksOf(one)[0], ElementsAre(Link{0, 0}, Link{1, 0}));
    EXPECT_THAT(one.assumptions, Contains("The first word is number 1, as no link has a 0."));
    EXPECT_THAT(skippedOf(one), ElementsAre("2: there are no words and no links in it"));
    AttentionReadOptions reversed;
    reversed.reverse = true;
    EXPECT_THAT(linksOf(readText("0-1 0-2\n", reversed))[0], ElementsAre(Link{1, 0}, Link{2, 0}));
}

TEST(Pharaoh, ADamagedLineIsLeftOutAlone)
{
    const auto read = readText("0-0 1-1\nbroken here\n0-0\n");
    EXPECT_EQ(read.format, AttentionFormat::Pharaoh);
    EXPECT_EQ(read.sentences.size(), 2u);
    EXPECT_THAT(skippedOf(read), ElementsAre("2: an alignment link cannot be read: \"broken\""));
    EXPECT_THAT(messageOf([] { readText("0-0 is a score\nand this a sentence\n1-1\n"); }), HasSubstr("no attention"));
}

TEST(Pharaoh, TakesWordsOfBothTexts)
{
    const TemporaryFolder folder;
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "the cat\nno\nyes\n");
    options.targetText = folder.write("target", "le chat\nnon\noui\n");
    const auto read = readText("0-0 1-1\n\n0-1\n", options);
    ASSERT_EQ(read.sentences.size(), 2u);
    EXPECT_FALSE(read.wordsMissing);
    EXPECT_EQ(joined(read.sentences[1]->targetTokens), "non");
    EXPECT_THAT(read.sentences[1]->weights, ElementsAre(0));
    EXPECT_THAT(skippedOf(read), ElementsAre("3: a link names target word 2 of 1"));
}

TEST(Giza, ReadsBothSentencesAndTheEmptyWord)
{
    const auto read =
        readText("# Sentence pair (1) source length 3 target length 4 alignment score : 1.5e-05\n"
                 "le chat noir dort \n"
                 "NULL ({ 1 }) black ({ 3 }) cat ({ 2 }) sleeps ({ 4 }) \n"
                 "# Sentence pair (2) source length 1 target length 1 alignment score : 0.5\nnon\nno ({ 2 })\n");
    EXPECT_EQ(read.format, AttentionFormat::Giza);
    ASSERT_EQ(read.sentences.size(), 1u);
    EXPECT_EQ(joined(read.sentences[0]->sourceTokens), "black cat sleeps");
    EXPECT_EQ(joined(read.sentences[0]->targetTokens), "le chat noir dort");
    EXPECT_THAT(linksOf(read)[0], ::testing::UnorderedElementsAre(Link{1, 1}, Link{0, 2}, Link{2, 3}));
    EXPECT_THAT(skippedOf(read), ElementsAre("4: \"2\" is not the number of a word of the line above"));
    AttentionReadOptions reversed;
    reversed.reverse = true;
    const auto turned = readText("# Sentence pair (1)\nle chat\nNULL ({ }) cat ({ 2 })\n", reversed);
    EXPECT_EQ(joined(turned.sentences[0]->sourceTokens), "le chat");
    EXPECT_THAT(linksOf(turned)[0], ElementsAre(Link{1, 0}));
}

TEST(AttentionFile, WhatIsNoAttentionIsSaidSo)
{
    EXPECT_THAT(messageOf([] { readText("hello world\nanother line\n"); }), HasSubstr("no attention and no links"));
    EXPECT_THAT(messageOf([] { readText("the cat ||| le chat\n"); }), HasSubstr("no attention"));
    EXPECT_THAT(messageOf([] { readText("le ||| 1.5,0 0,1\n"); }),
                HasSubstr("row 1: the weight 1.500000 is not from 0 to 1"));
    EXPECT_THAT(messageOf([] { readText(""); }), HasSubstr("no attention"));
}

TEST(AttentionFile, LimitsAreNamed)
{
    AttentionReadOptions options;
    options.cells = 5;
    EXPECT_THAT(messageOf([&] { readText("le ||| 0.5,0.5 0,1\nle ||| 0.5,0.5 0,1\n", options); }),
                HasSubstr("the limit 'cells'"));
    EXPECT_THAT(messageOf([&] { readText("900000-900000\n", options); }), HasSubstr("the limit 'cells'"));
    options = {};
    options.limit = 1;
    EXPECT_EQ(readText("le ||| 0.5,0.5 0,1\nle ||| 0.5,0.5 0,1\n", options).sentences.size(), 1u);
}

TEST(AttentionFile, EveryFormatHasItsName)
{
    std::vector<std::string> names;
    for (const AttentionFormat format : attentionFormats())
        names.emplace_back(name(format));
    EXPECT_THAT(names,
                ElementsAre("json", "marian-soft", "marian-hard", "nematus", "opennmt-lua", "amunmt", "neural-monkey",
                            "pharaoh", "giza"));
}

TEST(AttentionFile, IsRecognisedByItsFirstBytesAlone)
{
    const TemporaryFolder folder;
    const auto recognised = [&folder](const std::string& text) {
        return recognizeAttention(folder.write("file", text));
    };
    EXPECT_EQ(recognised("le ||| 0.5,0.5 0,1\r\n"), AttentionFormat::MarianSoft);
    EXPECT_EQ(recognised("\xEF\xBB\xBF"
                         "0-0 1-1\n"),
              AttentionFormat::Pharaoh);
    EXPECT_EQ(recognised("[{\"source\": [\"a\"], \"target\": [\"b\"], \"attention\": [[1]]}]"), AttentionFormat::Json);
    EXPECT_EQ(recognised("{\"source\": \"a\", \"target\": \"b\"}\n"), AttentionFormat::Automatic);
    EXPECT_EQ(recognised("a\tb\n"), AttentionFormat::Automatic);
    EXPECT_EQ(recognised("1 2 3\t3 2 1\n"), AttentionFormat::Automatic);
    EXPECT_EQ(recognised(std::string("\x89PNG\r\n\0\0\0\0", 11)), AttentionFormat::Automatic);
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many += "0-0 1-1 2-2\n";
    EXPECT_EQ(recognised(many), AttentionFormat::Pharaoh);
    EXPECT_THAT(messageOf([&] { recognizeAttention(folder.path() / "none"); }), HasSubstr("no such file"));
}

} // namespace

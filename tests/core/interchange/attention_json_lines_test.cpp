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

TEST(AttentionJson, IsAListOrAnObjectALine)
{
    const std::string one = R"({"source": ["the", "cat"], "target": ["chat"], "attention": [[0.25, 0.75]]})";
    for (const std::string& text : {"[" + one + "]", "[\n " + one + ",\n " + one + "\n]\n", one + "\n" + one, one}) {
        const auto read = readText(text);
        EXPECT_EQ(read.format, AttentionFormat::Json);
        EXPECT_EQ(joined(read.sentences.back()->sourceTokens), "the cat");
        EXPECT_THAT(read.sentences.back()->weights, ElementsAre(0.25F, 0.75F));
        EXPECT_THAT(read.assumptions, IsEmpty());
    }
}

TEST(AttentionJson, TakesOtherNamesAndSentencesAsText)
{
    const auto read =
        readText(R"({"source_tokens": "the cat", "target_tokens": "chat", "attentions": [[0.25, 0.75]]})");
    EXPECT_EQ(joined(read.sentences[0]->sourceTokens), "the cat");
    EXPECT_THAT(read.assumptions, ElementsAre("Sentences given as text were divided at spaces."));
}

TEST(AttentionJson, ReadsWhatTranslateWrites)
{
    const auto read = readText(R"({"source": ["no", "</s>"], "hypotheses": [
        {"tokens": ["non", "</s>"], "text": "non", "score": -0.5, "attention": [[0.5, 0.5], [0, 1]]},
        {"tokens": ["</s>"], "text": "", "score": -1.5, "attention": [[0.5, 0.5]]}]})");
    ASSERT_EQ(read.sentences.size(), 2u);
    EXPECT_EQ(joined(read.sentences[0]->targetTokens), "non </s>");
}

TEST(AttentionJson, AnEndThatTheWordsLackIsAdded)
{
    const auto read = readText(R"([{"source": ["no"], "target": ["non"], "attention": [[0.5, 0.5], [0, 1]]}])");
    EXPECT_EQ(joined(read.sentences[0]->sourceTokens), "no </s>");
    EXPECT_THAT(read.assumptions, ElementsAre("The last row and column are the end of the sentence."));
}

TEST(AttentionJson, IsTurnedRoundWhereItsShapeSaysSo)
{
    const auto read = readText(R"([{"source": ["a", "b", "c"], "target": ["d"], "attention": [[0.5], [0.25], [0.25]]},
                     {"source": ["a", "b"], "target": ["d", "e"], "attention": [[0.5, 0], [0.5, 1]]}])");
    ASSERT_EQ(read.sentences.size(), 2u);
    EXPECT_THAT(read.sentences[0]->weights, ElementsAre(0.5F, 0.25F, 0.25F));
    EXPECT_THAT(read.sentences[1]->weights, ElementsAre(0.5F, 0.5F, 0, 1));
    EXPECT_THAT(read.assumptions,
                ElementsAre("The rows are source words: turned round, as their numbers of words say."));
}

TEST(AttentionJson, SquaresAreTurnedRoundWhereColumnsAddUpToOne)
{
    const std::string text = R"([{"source": ["a", "b"], "target": ["d", "e"], "attention": [[0.5, 0], [0.5, 1]]}])";
    const auto read = readText(text);
    EXPECT_THAT(read.sentences[0]->weights, ElementsAre(0.5F, 0.5F, 0, 1));
    EXPECT_THAT(read.assumptions,
                ElementsAre("The rows are source words: turned round, as every column adds up to 1."));
    AttentionReadOptions options;
    options.rows = MatrixRows::Target;
    EXPECT_THAT(readText(text, options).sentences[0]->weights, ElementsAre(0.5F, 0, 0.5F, 1));
}

TEST(AttentionJson, PaddingIsCutOff)
{
    const auto read = readText(R"([{"source": ["a"], "target": ["d"], "attention": [[1, 0, 0], [0, 0, 0]]},
                                   {"source": ["a", "b", "c"], "target": ["d", "e"],
                                    "attention": [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]}])");
    EXPECT_THAT(read.sentences[0]->weights, ElementsAre(1));
    EXPECT_THAT(read.assumptions, Contains("Padding was cut off: up to 2 columns of a sentence."));
    EXPECT_THAT(read.assumptions, Contains("Padding was cut off: up to 1 rows of a sentence."));
}

TEST(AttentionJson, ASentenceThatCannotBeReadIsTold)
{
    const auto read = readText(R"({"source": ["a"], "target": ["b"], "attention": [[1]]}
{"source": ["a"], "attention": [[1]]}
{"source": ["a", "b"], "target": ["b"], "attention": [[1]]}
{"source": ["a"], "target": [3], "attention": [[1]]}
{"source": ["a"], "target": ["b"], "attention": [[[1]]]}
{"source": ["a"], "target": ["b"], "attention": [["x"]]}
{"source": ["a"] "target": ["b"]}
)");
    EXPECT_EQ(read.sentences.size(), 1u);
    const auto skipped = skippedOf(read);
    ASSERT_EQ(skipped.size(), 6u);
    EXPECT_EQ(skipped[0], "2: sentence 2: \"target\" is missing");
    EXPECT_EQ(skipped[1], "3: 1 columns for 2 source words");
    EXPECT_EQ(skipped[2], "4: sentence 4: \"target\" holds something that is no word");
    EXPECT_THAT(skipped[3], HasSubstr("three levels"));
    EXPECT_EQ(skipped[4], "6: sentence 6: row 1: a weight is not a number");
    EXPECT_THAT(skipped[5], HasSubstr("it is not JSON"));
}

TEST(AttentionJson, BrokenListsAndDepthAreRefused)
{
    const std::string one = R"({"source": ["a"], "target": ["b"], "attention": [[1]]})";
    EXPECT_THAT(messageOf([&] { readText("[" + one); }), HasSubstr("the list has no end"));
    EXPECT_THAT(messageOf([&] { readText("[" + one + " " + one + "]"); }), HasSubstr("the list is broken in line 1"));
    EXPECT_THAT(messageOf([&] { readText("[" + one + "] " + one); }), HasSubstr("something follows the list"));
    EXPECT_THAT(messageOf([] { readText("[]"); }), HasSubstr("there is no sentence in it"));
    const std::string deep = R"({"attention": )" + std::string(100'000, '[');
    EXPECT_THAT(messageOf([&] { readText(deep); }), HasSubstr("the limit 'depth'"));
    EXPECT_THAT(messageOf([&] { attentionFromJson(std::string(100'000, '['), "deep"); }), HasSubstr("levels"));
}

} // namespace

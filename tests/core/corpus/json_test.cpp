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

TEST(ReadJson, TranslationsOfHuggingFaceAreRecognised)
{
    const RawCorpus corpus =
        readBytes("{\"translation\": {\"en\": \"Go.\", \"fr\": \"Va\\u00a0!\"}}\n"
                  "{\"id\": \"7\", \"translation\": {\"en\": \"Hi\\nthere.\", \"fr\": \"Salut.\"}}\n");
    EXPECT_EQ(corpus.format, CorpusFormat::JsonLines);
    EXPECT_THAT(corpus.fields, ElementsAre("translation.en", "translation.fr", "id"));
    EXPECT_EQ(corpus.sourceField, "translation.en");
    EXPECT_EQ(corpus.targetField, "translation.fr");
    EXPECT_THAT(pairsOf(corpus), ElementsAre("Go.|Va\u00a0!", "Hi there.|Salut."));
    EXPECT_EQ(corpus.pairs.line(1), 2);
}

TEST(ReadJson, FieldsAreChosenByName)
{
    const std::string text = "{\"id\": 3, \"a\": \"one\", \"b\": {\"c\": [\"two\", \"three\"]}}\n";
    EXPECT_THAT(pairsOf(readBytes(text)), ElementsAre("one|two"));
    EXPECT_THAT(pairsOf(readBytes(text, {.sourceField = "b.c.1", .targetField = "a"})), ElementsAre("three|one"));
    EXPECT_THAT(pairsOf(readBytes(text, {.sourceField = "b.c.0"})), ElementsAre("two|one"));
    EXPECT_THAT(messageOf([&] { readBytes(text, {.sourceField = "x"}); }), HasSubstr("no text in a field 'x'"));
    EXPECT_THAT(pairsOf(readBytes("{\"target\": \"t\", \"note\": \"n\", \"source\": \"s\"}\n")), ElementsAre("s|t"));
}

TEST(ReadJson, AListOfObjectsIsReadWhateverItsLines)
{
    for (const std::string text :
         {"[{\"en\": \"a\", \"de\": \"b\"}, {\"en\": \"c\", \"de\": \"d\"}]",
          "[\n  {\n    \"en\": \"a\",\n    \"de\": \"b\"\n  },\n  {\"en\": \"c\", \"de\": \"d\"}\n]\n",
          "{\n\"en\": \"a\", \"de\": \"b\"}\n{\"en\": \"c\",\r\n\"de\": \"d\"}"})
        EXPECT_THAT(pairsOf(readBytes(text)), ElementsAre("a|b", "c|d")) << text;
}

TEST(ReadJson, BrokenObjectsAreToldAndNoOtherIsLost)
{
    const RawCorpus corpus =
        readBytes("{\"a\": \"1\", \"b\": \"2\"}\n{\"a\": \"3\", \"b\": \n{\"a\": 5, \"b\": \"6\"}\n"
                  "nonsense\n{\"a\": \"\\ud800\", \"b\": \"x\"}\n{\"a\": \"\\u0000\", \"b\": \"x\"}\n"
                  "{\"a\": \"7\", \"b\": \"8\"}");
    EXPECT_THAT(pairsOf(corpus), ElementsAre("1|2", "7|8"));
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre("2: the object does not end", "3: the object has no text in a field 'a'",
                            "4: this is no JSON object", HasSubstr("5: this is not valid JSON at byte"),
                            "6: there is a NUL character in it"));
}

TEST(ReadJson, DepthAndLengthAreBounded)
{
    const std::string deep =
        "{\"a\": \"1\", \"b\": \"2\", \"c\": " + std::string(100000, '[') + std::string(100000, ']') + "}\n";
    const std::string good = "{\"a\": \"1\", \"b\": \"2\"}\n";
    const RawCorpus corpus = readBytes(good + deep + good);
    EXPECT_EQ(corpus.pairs.size(), 2U);
    EXPECT_THAT(skippedOf(corpus), ElementsAre(HasSubstr("--limit-depth allows 64")));
    const RawCorpus narrow = readBytes(good + "{\"a\": \"" + std::string(3000, 'x') + "\", \"b\": \"2\"}\n" + good,
                                       {.limits = {.lineBytes = 1024}});
    EXPECT_THAT(skippedOf(narrow), ElementsAre(HasSubstr("too long (3019 bytes; --limit-line allows 1 KiB)")));
}

} // namespace

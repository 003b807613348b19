// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clocale>
#include <limits>

namespace alignoscope {
namespace {

AttentionSnapshotPtr snapshot(std::vector<std::string> source, std::vector<std::string> target,
                              std::vector<float> weights)
{
    auto result = std::make_shared<AttentionSnapshot>();
    result->sourceTokens = std::move(source);
    result->targetTokens = std::move(target);
    result->weights = std::move(weights);
    return result;
}

AttentionSnapshotPtr example()
{
    return snapshot({"the", "a,b", "</s>"}, {"la", "\"z\"", "</s>"}, {0.7F, 0.2F, 0.1F, 0.125F, 0.875F, 0, 0, 0, 1});
}

std::string messageOf(const std::string& text)
{
    try {
        attentionFromJson(text, "a.json");
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Input);
        return error.what();
    }
    return "no error";
}

TEST(AttentionExport, WritesATable)
{
    EXPECT_EQ(attentionToCsv(*example()),
              ",the,\"a,b\",</s>\r\n"
              "la,0.7,0.2,0.1\r\n"
              "\"\"\"z\"\"\",0.125,0.875,0.0\r\n"
              "</s>,0.0,0.0,1.0\r\n");
}

TEST(AttentionExport, QuotesLineBreaks)
{
    EXPECT_EQ(attentionToCsv(*snapshot({"a\nb"}, {"c\rd"}, {1})), ",\"a\nb\"\r\n\"c\rd\",1.0\r\n");
}

TEST(AttentionExport, WritesPointsWhateverTheLocale)
{
    const std::string before = std::setlocale(LC_ALL, nullptr);
    if (!std::setlocale(LC_ALL, "de_DE.UTF-8"))
        std::setlocale(LC_ALL, "C.UTF-8");
    EXPECT_THAT(attentionToCsv(*example()), ::testing::HasSubstr("0.125,0.875"));
    EXPECT_THAT(attentionToJson({example()}), ::testing::HasSubstr("0.125, 0.875"));
    std::setlocale(LC_ALL, before.c_str());
}

TEST(AttentionExport, WritesHardLinksWithoutEos)
{
    EXPECT_EQ(attentionToPharaoh({example(), example()}), "0-0 1-1\n0-0 1-1\n");
    EXPECT_EQ(attentionToPharaoh({}), "");
}

TEST(AttentionExport, ReadsItsOwnJsonBack)
{
    const auto unusual = snapshot({"zone\t\"x\"", "欧洲", "\xF0\x9F\x8E\x93", "</s>"}, {"", "</s>"},
                                  {0.1F, 0.3F, 1.0F / 3, 1e-8F, 0.25F, 0.25F, 0.25F, 0.25F});
    const auto read = attentionFromJson(attentionToJson({example(), unusual}), "a.json");
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0]->sourceTokens, example()->sourceTokens);
    EXPECT_EQ(read[0]->targetTokens, example()->targetTokens);
    EXPECT_EQ(read[0]->weights, example()->weights);
    EXPECT_EQ(read[0]->sourceUnknown, std::vector<bool>(3, false));
    EXPECT_EQ(read[1]->sourceTokens, unusual->sourceTokens);
    EXPECT_EQ(read[1]->targetTokens, unusual->targetTokens);
    EXPECT_EQ(read[1]->weights, unusual->weights);
    EXPECT_TRUE(attentionFromJson(attentionToJson({}), "a.json").empty());
}

TEST(AttentionExport, WritesBrokenUtf8AsReplacementCharacters)
{
    const auto read = attentionFromJson(attentionToJson({snapshot({"\xff"}, {"a"}, {1})}), "a.json");
    EXPECT_EQ(read[0]->sourceTokens[0], "\xEF\xBF\xBD");
}

TEST(AttentionExport, RefusesToWriteWhatIsNoNumber)
{
    const auto broken = snapshot({"a"}, {"b"}, {std::numeric_limits<float>::quiet_NaN()});
    EXPECT_THROW(attentionToCsv(*broken), Error);
    EXPECT_THROW(attentionToJson({broken}), Error);
}

TEST(AttentionExport, SaysWhatIsWrongWithJson)
{
    using ::testing::HasSubstr;
    EXPECT_THAT(messageOf(""), HasSubstr("a.json: this is not JSON"));
    EXPECT_THAT(messageOf("[{]"), HasSubstr("this is not JSON"));
    EXPECT_THAT(messageOf("\"text\""), HasSubstr("expected a list, got string"));
    EXPECT_THAT(messageOf("[3]"), HasSubstr("a.json, sentence 1: this is not an object"));
    EXPECT_THAT(messageOf(R"([{"source": ["a"]}])"), HasSubstr("\"target\" is missing"));
    EXPECT_THAT(messageOf(R"([{"source": "a"}])"), HasSubstr("\"source\" is not a list"));
    EXPECT_THAT(messageOf(R"([{"source": [1]}])"), HasSubstr("no token"));
    EXPECT_THAT(messageOf(R"([{"source": []}])"), HasSubstr("no tokens"));
    EXPECT_THAT(messageOf(R"([{"source": ["a"], "target": ["b"], "attention": []}])"),
                HasSubstr("expected 1 (one a target token), got 0"));
    EXPECT_THAT(messageOf(R"([{"source": ["a"], "target": ["b"], "attention": [[1, 0]]}])"),
                HasSubstr("a.json, sentence 1, row 1: the row has the wrong length (expected 1 numbers"));
    EXPECT_THAT(messageOf(R"([{"source": ["a"], "target": ["b"], "attention": [[null]]}])"),
                HasSubstr("a weight is not a number"));
    EXPECT_THAT(messageOf(R"([{"source": ["a"], "target": ["b"], "attention": [[1.5]]}])"),
                HasSubstr("expected a number from 0 to 1, got 1.5"));
    EXPECT_THAT(messageOf("[" + std::string(200'000, '[')), HasSubstr("this is not JSON"));
}

} // namespace
} // namespace alignoscope

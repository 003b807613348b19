// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_shape.h"
#include "core/interchange/attention_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using namespace alignoscope::testing;
using ::testing::ElementsAre;

/// Two sentences with ends, one of them with a comma and an umlaut.
std::vector<AttentionSnapshotPtr> pictures()
{
    return {snapshotOf({"the", "cat", "</s>"}, {"le", "chat", "</s>"},
                       {0.7F, 0.2F, 0.1F, 0.1F, 0.8F, 0.1F, 0.123456789F, 0.2F, 0.676543211F}),
            snapshotOf({"Größe", ",", "yes", "</s>"}, {"oui", "</s>"}, {0.1F, 0.1F, 0.7F, 0.1F, 0, 1e-20F, 0, 1})};
}

void expectSame(const ImportedAttention& read, const std::vector<AttentionSnapshotPtr>& written)
{
    ASSERT_EQ(read.sentences.size(), written.size());
    EXPECT_EQ(read.skippedTotal, 0);
    for (std::size_t i = 0; i < written.size(); ++i) {
        EXPECT_EQ(read.sentences[i]->sourceTokens, written[i]->sourceTokens);
        EXPECT_EQ(read.sentences[i]->targetTokens, written[i]->targetTokens);
        EXPECT_EQ(read.sentences[i]->weights, written[i]->weights);
    }
}

AttentionReadOptions withTexts(const TemporaryFolder& folder)
{
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "the cat\nGröße , yes\n");
    options.targetText = folder.write("target", "le chat\noui\n");
    return options;
}

TEST(AttentionWriters, MarianSoftReadsBackTheSame)
{
    const std::string text = attentionToMarianSoft(pictures());
    EXPECT_EQ(text.substr(0, text.find('\n')), "le chat ||| 0.7,0.2,0.1 0.1,0.8,0.1 0.12345679,0.2,0.67654324");
    const TemporaryFolder folder;
    expectSame(readText(text, withTexts(folder)), pictures());
}

TEST(AttentionWriters, MarianHardKeepsEnds)
{
    EXPECT_EQ(attentionToMarianHard(pictures()), "le chat ||| 0-0 1-1 2-2\noui ||| 2-0 3-1\n");
    EXPECT_EQ(attentionToMarianHard(pictures(), 0.2), "le chat ||| 0-0 1-0 1-1 1-2 2-2\noui ||| 2-0 3-1\n");
    const TemporaryFolder folder;
    const auto read = readText(attentionToMarianHard(pictures()), withTexts(folder));
    EXPECT_EQ(read.sentences[1]->sourceTokens, pictures()[1]->sourceTokens);
    EXPECT_EQ(attentionToMarianHard(read.sentences), attentionToMarianHard(pictures()));
}

TEST(AttentionWriters, NematusReadsBackTheSame)
{
    const std::string text = attentionToNematus(pictures());
    EXPECT_TRUE(text.starts_with("0 ||| le chat ||| 0 ||| the cat ||| 3 3\n0.7 0.2 0.1 \n")) << text;
    expectSame(readText(text), pictures());
}

TEST(AttentionWriters, JsonAndNpyReadBackTheSame)
{
    expectSame(readText(attentionToJson(pictures())), pictures());
    const std::vector<AttentionSnapshotPtr> first = {pictures()[0]};
    const TemporaryFolder folder;
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "the cat </s>\n");
    options.targetText = folder.write("target", "le chat </s>\n");
    expectSame(readText(attentionToNpy(first), options), first);
}

TEST(AttentionWriters, PharaohLeavesEndsOutAndTakesAThreshold)
{
    EXPECT_EQ(attentionToPharaoh(pictures()), "0-0 1-1\n2-0\n");
    EXPECT_EQ(attentionToPharaoh(pictures(), 0.2), "0-0 1-0 1-1\n2-0\n");
    EXPECT_EQ(attentionToPharaoh(pictures(), 0), "0-0 0-1 1-0 1-1\n0-0 1-0 2-0\n");
}

TEST(AttentionWriters, BlanksInWordsMakeNoWords)
{
    const std::vector<AttentionSnapshotPtr> picture = {
        snapshotOf({"New York", "</s>"}, {"a\nb", "</s>"}, {1, 0, 0, 1})};
    EXPECT_EQ(attentionToMarianSoft(picture), "a␣b ||| 1.0,0.0 0.0,1.0\n");
    const auto read = readText(attentionToNematus(picture));
    EXPECT_THAT(read.sentences[0]->sourceTokens, ElementsAre("New␣York", "</s>"));
}

TEST(AttentionWriters, PicturesWithoutEndsKeepTheirSize)
{
    const std::vector<AttentionSnapshotPtr> picture = {snapshotOf({"a", "b"}, {"c"}, {0.5F, 0.5F})};
    expectSame(readText(attentionToNematus(picture)), picture);
    expectSame(readText(attentionToJson(picture)), picture);
    const TemporaryFolder folder;
    AttentionReadOptions options;
    options.sourceText = folder.write("source", "a b\n");
    expectSame(readText(attentionToMarianSoft(picture), options), picture);
}

} // namespace

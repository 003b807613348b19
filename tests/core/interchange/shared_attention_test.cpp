// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_shape.h"
#include "core/interchange/attention_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace {

using namespace alignoscope;
using namespace alignoscope::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::filesystem::path shared(const std::string& relative)
{
    return sharedData(relative).value_or("");
}

std::vector<std::string> linesOfFile(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

void expectRowsAddUpToOne(const ImportedAttention& read)
{
    for (const AttentionSnapshotPtr& sentence : read.sentences)
        for (std::int32_t target = 0; target < sentence->targets(); ++target) {
            double sum = 0;
            for (const float weight : sentence->row(target))
                sum += static_cast<double>(weight);
            ASSERT_NEAR(sum, 1, 1e-4);
        }
}

TEST(SharedAttention, Marian)
{
    if (!sharedData("attention/marian-en-de"))
        GTEST_SKIP() << "the development data is not here";
    AttentionReadOptions options;
    options.sourceText = shared("attention/marian-en-de/text.in");
    const auto sources = linesOfFile(options.sourceText);
    const auto soft = readAttention(shared("attention/marian-en-de/soft.expected"), options);
    EXPECT_EQ(soft.format, AttentionFormat::MarianSoft);
    ASSERT_EQ(soft.sentences.size(), 30u);
    EXPECT_EQ(soft.skippedTotal, 0);
    EXPECT_FALSE(soft.wordsMissing);
    expectRowsAddUpToOne(soft);
    EXPECT_THAT(soft.assumptions, ElementsAre("The last row and column are the end of the sentence."));
    for (std::size_t i = 0; i < soft.sentences.size(); ++i)
        EXPECT_EQ(joined(soft.sentences[i]->sourceTokens), sources[i] + " </s>");
    // the hard form of the same translations, byte for byte
    std::string expected;
    for (const std::string& line : linesOfFile(shared("attention/marian-en-de/align.expected")))
        expected += line + '\n';
    EXPECT_EQ(attentionToMarianHard(soft.sentences), expected);
    const auto hard = readAttention(shared("attention/marian-en-de/align.expected"), options);
    EXPECT_EQ(hard.format, AttentionFormat::MarianHard);
    ASSERT_EQ(hard.sentences.size(), 30u);
    EXPECT_EQ(attentionToMarianHard(hard.sentences), expected);
    for (std::size_t i = 0; i < hard.sentences.size(); ++i) {
        EXPECT_EQ(hard.sentences[i]->sourceTokens, soft.sentences[i]->sourceTokens);
        EXPECT_EQ(hard.sentences[i]->targetTokens, soft.sentences[i]->targetTokens);
    }
}

TEST(SharedAttention, PaddedMarian)
{
    if (!sharedData("attention/marian-2017-padded"))
        GTEST_SKIP() << "the development data is not here";
    AttentionReadOptions options;
    options.sourceText = shared("attention/marian-2017-padded/marian.src.en");
    const auto read = readAttention(shared("attention/marian-2017-padded/marian.out.lv"), options);
    ASSERT_EQ(read.sentences.size(), 5u);
    std::vector<std::pair<int, int>> sizes;
    for (const AttentionSnapshotPtr& sentence : read.sentences)
        sizes.emplace_back(sentence->targets(), sentence->sources());
    using P = std::pair<int, int>;
    EXPECT_THAT(sizes, ElementsAre(P(10, 11), P(12, 14), P(12, 15), P(15, 13), P(13, 13)));
    expectRowsAddUpToOne(read);
    EXPECT_THAT(read.assumptions, Contains("Padding was cut off: up to 4 columns of a sentence."));
    EXPECT_THAT(read.assumptions, Contains(HasSubstr("no row on the target side")));
    // without the text the same matrices, their places numbered
    const auto numbered = readAttention(shared("attention/marian-2017-padded/marian.out.lv"));
    EXPECT_TRUE(numbered.wordsMissing);
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_EQ(numbered.sentences[i]->weights, read.sentences[i]->weights);
}

TEST(SharedAttention, Nematus)
{
    const auto file = sharedData("attention/nematus/alignments.txt");
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    const auto read = readAttention(*file);
    EXPECT_EQ(read.format, AttentionFormat::Nematus);
    ASSERT_EQ(read.sentences.size(), 3u);
    EXPECT_EQ(read.sentences[0]->sources(), 7);
    EXPECT_EQ(read.sentences[0]->targets(), 4);
    EXPECT_EQ(read.sentences[2]->sources(), 13);
    EXPECT_EQ(read.sentences[2]->targets(), 9);
    EXPECT_THAT(read.assumptions, ElementsAre("The last row and column are the end of the sentence."));
    expectRowsAddUpToOne(read);
}

TEST(SharedAttention, OpenNmtLua)
{
    const auto file = sharedData("attention/opennmt-lua/attention.txt");
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    const auto read = readAttention(*file);
    EXPECT_EQ(read.format, AttentionFormat::OpenNmtLua);
    ASSERT_EQ(read.sentences.size(), 10u);
    EXPECT_EQ(read.skippedTotal, 0);
    for (const AttentionSnapshotPtr& sentence : read.sentences)
        EXPECT_FALSE(isEndToken(sentence->sourceTokens.back()) || isEndToken(sentence->targetTokens.back()));
    EXPECT_TRUE(read.assumptions.empty());
    expectRowsAddUpToOne(read);
}

TEST(SharedAttention, NeuralMonkey)
{
    const auto file = sharedData("attention/neuralmonkey/alignments.npy");
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    AttentionReadOptions options;
    options.sourceText = shared("attention/neuralmonkey/src.en.bpe");
    options.targetText = shared("attention/neuralmonkey/out.lv.bpe");
    const auto read = readAttention(*file, options);
    ASSERT_EQ(read.sentences.size(), 5u);
    const auto sources = linesOfFile(options.sourceText), targets = linesOfFile(options.targetText);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(joined(read.sentences[i]->sourceTokens), sources[i]);
        EXPECT_EQ(joined(read.sentences[i]->targetTokens), targets[i]);
    }
    expectRowsAddUpToOne(read);
    EXPECT_THAT(read.assumptions, Contains("The rows are source words: turned round, as every column adds up to 1."));
    const auto numbered = readAttention(*file);
    EXPECT_TRUE(numbered.wordsMissing);
    EXPECT_EQ(numbered.sentences[0]->sources(), 13); // the padding of the source has no weights
    expectRowsAddUpToOne(numbered);
}

TEST(SharedAttention, CompressedLinksOfEuroparl)
{
    if (!sharedData("parallel/europarl-2048-aligned"))
        GTEST_SKIP() << "the development data is not here";
    const auto links = shared("parallel/europarl-2048-aligned/train2.aln.gz");
    EXPECT_EQ(recognizeAttention(links), AttentionFormat::Pharaoh);
    const auto read = readAttention(links);
    EXPECT_EQ(read.sentences.size(), 2048u);
    EXPECT_EQ(readAlignmentFile(links.string()).size(), 2048u);
    // they are links of pieces of words: hardly a sentence has as many words as they name
    AttentionReadOptions options;
    options.sourceText = shared("parallel/europarl-2048-aligned/train2.de.gz");
    options.targetText = shared("parallel/europarl-2048-aligned/train2.en.gz");
    const auto fitting = readAttention(links, options);
    EXPECT_EQ(fitting.sentences.size(), 2u);
    EXPECT_EQ(fitting.skippedTotal, 2046);
    EXPECT_EQ(fitting.skipped.front().reason, "a link names source word 26 of 20");
}

TEST(SharedAttention, NoCorpusIsTakenForAttention)
{
    if (!sharedData("parallel"))
        GTEST_SKIP() << "the development data is not here";
    for (const char* corpus :
         {"parallel/tatoeba/eng-fra.tsv.gz", "parallel/tatoeba/eng-jpn.sample.tsv.gz",
          "gold/hansards-en-fr/enfr.src-tgt", "toy/reverse.train.tsv.gz", "toy/date.txt.gz",
          "parallel/multi30k/val.de.gz", "classification/sms-spam.tsv.gz", "messy/tmx/html_test.tmx",
          "messy/newlines/BOM_MacUTF16withBOM2.txt", "vectors/fake_embeddings.5d.txt.zip"})
        EXPECT_EQ(recognizeAttention(shared(corpus)), AttentionFormat::Automatic) << corpus;
}

} // namespace

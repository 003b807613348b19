// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Word vectors as GloVe and word2vec write them.
#include "alignoscope/word_vectors.h"
#include "core/corpus/corpus_test_support.h"
#include "corpus/vector_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using alignoscope::testing::messageOf;
using alignoscope::testing::sharedData;
using alignoscope::testing::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Vocabulary& words()
{
    static const Vocabulary vocabulary({{"cat", 3}, {"dog", 2}, {"New York", 1}, {"7", 1}});
    return vocabulary;
}

WordVectors read(const std::string& bytes, const Vocabulary& vocabulary = words())
{
    const TemporaryFolder folder;
    return readWordVectors(folder.write("vectors.txt", bytes), vocabulary);
}

std::vector<std::string> skippedOf(const WordVectors& vectors)
{
    std::vector<std::string> lines;
    for (const SkippedLine& line : vectors.skipped)
        lines.push_back(std::to_string(line.line) + ": " + line.reason);
    return lines;
}

TEST(WordVectors, OfTheVocabularyAloneAreKept)
{
    const WordVectors vectors = read("cat 1 2.5 -3\nhorse 7 8 9\ndog 4e-1 5 6\n");
    EXPECT_EQ(vectors.dimensions, 3);
    EXPECT_EQ(vectors.inFile, 3);
    EXPECT_THAT(vectors.words, ElementsAre(TokenId{3}, TokenId{4}));
    EXPECT_THAT(vectors.values, ElementsAre(1.0F, 2.5F, -3.0F, 0.4F, 5.0F, 6.0F));
    EXPECT_EQ(vectors.skippedTotal, 0);
}

TEST(WordVectors, AFirstLineOfTwoNumbersIsAHeader)
{
    const WordVectors vectors = read("2 3\ncat 1 2 3\ndog 4 5 6\n");
    EXPECT_EQ(vectors.dimensions, 3);
    EXPECT_EQ(vectors.inFile, 2);
    EXPECT_EQ(vectors.skippedTotal, 0);
    // but where all lines have one number, "7 4" is the word 7
    const WordVectors narrow = read("7 4\ncat 1\n");
    EXPECT_EQ(narrow.dimensions, 1);
    EXPECT_THAT(narrow.words, ElementsAre(TokenId{6}, TokenId{3}));
}

TEST(WordVectors, AWordMayHoldSpacesOrLookLikeANumber)
{
    const WordVectors vectors = read("cat 1 2\nNew York 3 4\n7 5 6\n");
    EXPECT_THAT(vectors.words, ElementsAre(TokenId{3}, TokenId{5}, TokenId{6}));
    EXPECT_THAT(vectors.values, ElementsAre(1.0F, 2.0F, 3.0F, 4.0F, 5.0F, 6.0F));
}

TEST(WordVectors, LinesThatAreWrongAreTold)
{
    const WordVectors vectors = read("cat 1 2\ndog 3\ndog 3 nan\n\ncat 9 9\ndog 5 6\ndog \xff 1\nété 1 1\n");
    EXPECT_THAT(skippedOf(vectors),
                ElementsAre("2: 1 numbers where most lines have 2", "3: number 2 of 2 is none", "4: the line is empty",
                            "5: the word 'cat' has a vector already", HasSubstr("7: invalid UTF-8")));
    EXPECT_THAT(vectors.values, ElementsAre(1.0F, 2.0F, 5.0F, 6.0F));
}

TEST(WordVectors, TheMarksHaveNone)
{
    EXPECT_TRUE(read("<unk> 1 2\n</s> 3 4\n").words.empty());
}

TEST(WordVectors, OfNoTextOrNoNumbersAreAnError)
{
    EXPECT_THAT(messageOf([] { read(""); }), HasSubstr("there are no word vectors in it"));
    EXPECT_THAT(messageOf([] { read("a sentence without numbers\nanother one\n"); }), HasSubstr("no word vectors"));
    EXPECT_THAT(messageOf([] { readWordVectors("/no/such/file", words()); }), HasSubstr("no such file"));
}

TEST(WordVectors, StopWhenAsked)
{
    std::stop_source source;
    source.request_stop();
    Progress progress;
    progress.stop = source.get_token();
    const TemporaryFolder folder;
    const auto file = folder.write("vectors.txt", "cat 1 2\n");
    EXPECT_THAT(messageOf([&] { readWordVectors(file, words(), progress); }, ErrorKind::Cancelled),
                HasSubstr("cancel"));
}

class SharedVectors : public ::testing::TestWithParam<std::string> { };

TEST_P(SharedVectors, AreTheSameHoweverCompressed)
{
    const auto file = sharedData("vectors/fake_embeddings.5d.txt" + GetParam());
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    const Vocabulary vocabulary({{"you", 1}, {"think", 1}});
    EXPECT_EQ(vectorDimensions(*file), 5);
    const WordVectors vectors = readWordVectors(*file, vocabulary);
    EXPECT_EQ(vectors.inFile, 15);
    EXPECT_THAT(vectors.values,
                ElementsAre(0.723F, 0.626F, 0.850F, 0.024F, 0.715F, 0.143F, 0.189F, 0.555F, 0.361F, 0.472F));
}

INSTANTIATE_TEST_SUITE_P(Endings, SharedVectors, ::testing::Values("", ".gz", ".bz2", ".xz", ".zip"),
                         [](const auto& one) { return one.param.empty() ? "plain" : one.param.substr(1); });

TEST(SharedVectorFiles, WithAndWithoutHeaderAreTheSame)
{
    const auto plain = sharedData("vectors/test_embed.txt"), header = sharedData("vectors/test_embed_with_header.txt");
    const auto glove = sharedData("vectors/glove.6B.100d.sample.txt.gz");
    if (!plain || !header || !glove)
        GTEST_SKIP() << "the development data is not here";
    const Vocabulary vocabulary({{"some_word", 1}, {"some_other_word", 1}, {"the", 1}});
    const WordVectors one = readWordVectors(*plain, vocabulary), other = readWordVectors(*header, vocabulary);
    EXPECT_EQ(one.values, other.values);
    EXPECT_THAT(one.values, ElementsAre(1.0F, 2.0F, 3.0F, 4.0F, 4.0F, 3.0F, 2.0F, 1.0F));
    const WordVectors large = readWordVectors(*glove, vocabulary);
    EXPECT_EQ(large.dimensions, 100);
    EXPECT_EQ(large.inFile, 100);
    EXPECT_EQ(large.skippedTotal, 0);
}

} // namespace

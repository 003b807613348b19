// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/subword_sample.h"

#include "alignoscope/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope::testing {
namespace {

using ::testing::Contains;

ErrorKind failure(const std::vector<std::string>& sentences, const SubwordOptions& options,
                  const Progress& progress = {})
{
    try {
        learnFrom(sentences, options, progress);
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::Numerics; // no error
}

class SubwordTraining : public ::testing::TestWithParam<SubwordMethod> { };

TEST_P(SubwordTraining, FindsStemsAndEndings)
{
    const SubwordModel model = learnFrom(stemSentences(), {GetParam(), 60});
    EXPECT_LE(model.pieces(), 60);
    // the word was never seen, its ending was
    EXPECT_THAT(model.split("the reader was piping"), Contains(::testing::MatchesRegex("[a-z]*ing")));
    for (const std::string& sentence : stemSentences()) {
        const auto pieces = model.split(sentence);
        EXPECT_LT(pieces.size(), sentence.size() * 2 / 3);
        EXPECT_EQ(model.join(pieces), sentence);
    }
}

TEST_P(SubwordTraining, GivesTheSameBytesAgain)
{
    const SubwordOptions options{GetParam(), 70};
    EXPECT_EQ(learnFrom(stemSentences(), options).bytes(), learnFrom(stemSentences(), options).bytes());
}

TEST_P(SubwordTraining, GivesFewerPiecesWhereThereAreNoMore)
{
    const SubwordModel model = learnFrom({"low lower newest widest", "the newest low"}, {GetParam(), 8000});
    EXPECT_GT(model.pieces(), 10);
    EXPECT_LT(model.pieces(), 100);
    EXPECT_EQ(model.join(model.split("the lowest")), "the lowest");
    EXPECT_GE(learnFrom({"a"}, {GetParam(), 100}).pieces(), 2);
}

TEST_P(SubwordTraining, GivesMoreWhereEvenTheCharactersAreMore)
{
    std::vector<std::string> sentences;
    for (char32_t c = 0x4E00; c < 0x4E00 + 300; ++c) {
        const char bytes[] = {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                              static_cast<char>(0x80 | (c & 0x3F)), '\0'};
        sentences.push_back(std::string(bytes) + "一二三");
    }
    EXPECT_GE(learnFrom(sentences, {GetParam(), 50}).pieces(), 299);
}

// The corpus was normalised before; a model that did it again would hide what was asked for.
TEST_P(SubwordTraining, ChangesNoCharacter)
{
    std::vector<std::string> sentences = stemSentences();
    sentences.push_back("The Ａ ﬁ and x²");
    const SubwordModel model = learnFrom(sentences, {GetParam(), 100});
    EXPECT_EQ(model.join(model.split("The Ａ ﬁ x²")), "The Ａ ﬁ x²");
}

TEST_P(SubwordTraining, TakesVeryLongSentencesAndTheCharactersItReserves)
{
    std::vector<std::string> sentences = stemSentences();
    std::string longOne;
    for (int i = 0; i < 3000; ++i)
        longOne += "ünüsual ";
    sentences.push_back(longOne);
    sentences.push_back("⁇ ▅ ▁ <unk> <s> </s>");
    EXPECT_GT(learnFrom(sentences, {GetParam(), 90}).pieces(), 40);
}

TEST_P(SubwordTraining, RefusesNothingAndTheImpossible)
{
    EXPECT_EQ(failure({}, {GetParam(), 100}), ErrorKind::Input);
    EXPECT_EQ(failure({"", ""}, {GetParam(), 100}), ErrorKind::Input);
    for (const int pieces : {-1, 0, 9, 2'000'000})
        EXPECT_EQ(failure({"some text"}, {GetParam(), pieces}), ErrorKind::Usage);
}

TEST_P(SubwordTraining, CanBeCancelled)
{
    std::stop_source source;
    Progress progress;
    progress.stop = source.get_token();
    const std::vector<std::string> sentences = stemSentences();
    std::size_t asked = 0;
    // in the second reading, which is SentencePiece's own
    const text::SentenceList list{sentences.size(), [&](std::size_t i) {
                                      if (++asked == sentences.size() + 5)
                                          source.request_stop();
                                      return std::string_view(sentences[i]);
                                  }};
    try {
        text::learnSubwords(list, {GetParam(), 60}, progress);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Cancelled);
    }
    EXPECT_LE(asked, sentences.size() + 6);
    EXPECT_EQ(failure(sentences, {GetParam(), 60}, progress), ErrorKind::Cancelled);
}

INSTANTIATE_TEST_SUITE_P(Methods, SubwordTraining, ::testing::Values(SubwordMethod::Bpe, SubwordMethod::Unigram),
                         [](const auto& one) { return one.param == SubwordMethod::Bpe ? "Bpe" : "Unigram"; });

} // namespace
} // namespace alignoscope::testing

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pair_parser.h"

#include "core/corpus/corpus_test_support.h"
#include "corpus/tokenized_corpus.h"
#include "corpus/validation_split.h"
#include "corpus/vocabulary_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace {

using namespace alignoscope;
using namespace alignoscope::corpus;
using alignoscope::testing::makeCorpus;
using ::testing::ElementsAre;

TEST(RecognizeLayout, FollowsMostLines)
{
    EXPECT_EQ(recognizeLayout({"a\tb", "c\td", "no tab"}, CorpusFormat::Automatic).format, CorpusFormat::TabSeparated);
    EXPECT_EQ(recognizeLayout({"a ||| b", "c\t|||\td"}, CorpusFormat::Automatic).format, CorpusFormat::TripleBar);
    EXPECT_EQ(recognizeLayout({"a\tb", "one", "two"}, CorpusFormat::Automatic).format, CorpusFormat::Automatic);
    EXPECT_EQ(recognizeLayout({"", " ", "\t"}, CorpusFormat::Automatic).format, CorpusFormat::Automatic);
    EXPECT_EQ(recognizeLayout({}, CorpusFormat::Automatic).format, CorpusFormat::Automatic);
}

TEST(RecognizeLayout, EmptyLinesHaveNoVote)
{
    const Layout layout = recognizeLayout({"", "", "", "a\tb\tc", ""}, CorpusFormat::Automatic);
    EXPECT_EQ(layout.format, CorpusFormat::TabSeparated);
    EXPECT_EQ(layout.columns, 3);
}

TEST(RecognizeLayout, ColumnsAreThoseOfMostLines)
{
    EXPECT_EQ(recognizeLayout({"a\tb", "a\tb\tc", "a\tb"}, CorpusFormat::Automatic).columns, 2);
    EXPECT_EQ(recognizeLayout({"x", "y"}, CorpusFormat::TabSeparated).columns, 1);
    EXPECT_EQ(recognizeLayout({"a ||| b"}, CorpusFormat::Automatic).columns, 0);
}

TEST(PairParser, TrimsBothSides)
{
    const PairParser parser({CorpusFormat::TabSeparated, 2}, {}, "here");
    const ParsedPair pair = parser.parse(" \u00A0a b \t\u3000c\uFEFF ");
    EXPECT_EQ(pair.fault, "");
    EXPECT_EQ(pair.source, "a b");
    EXPECT_EQ(pair.target, "c");
}

TEST(PairOf, SaysWhichSideIsEmpty)
{
    EXPECT_EQ(pairOf("", "b").fault, "the source side is empty");
    EXPECT_EQ(pairOf("a", "\u200B").fault, "the target side is empty");
    EXPECT_EQ(pairOf(" ", "").fault, "both sides are empty");
    EXPECT_EQ(pairOf("a", "b").fault, "");
}

TokenizedCorpus tokenized(const std::vector<std::pair<std::string, std::string>>& pairs)
{
    return tokenizeCorpus(makeCorpus(pairs).pairs, {}, 2, {});
}

PairSet setOf(std::size_t ofPairs, const std::vector<std::size_t>& members)
{
    PairSet pairs(ofPairs);
    for (const std::size_t pair : members)
        pairs.add(pair);
    return pairs;
}

TEST(TokenizeCorpus, KeepsSentencesInOrderAcrossChunks)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (int i = 0; i < 5000; ++i)
        pairs.emplace_back("w" + std::to_string(i % 700) + " x", "v" + std::to_string(i));
    const TokenizedCorpus corpus = tokenized(pairs);
    ASSERT_EQ(corpus.size(), pairs.size());
    EXPECT_EQ(corpus.source.types.size(), 701U);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        ASSERT_EQ(corpus.source.sentence(i).size(), 2U);
        ASSERT_EQ(std::string(corpus.source.types.type(corpus.source.sentence(i)[0])) + " x", pairs[i].first);
        ASSERT_EQ(corpus.target.types.type(corpus.target.sentence(i)[0]), pairs[i].second);
    }
}

TEST(TokenizeCorpus, KnowsLengthsAndEmptySides)
{
    const TokenizedCorpus corpus = tokenized({{"a b c", "x"}, {"a", "x y"}, {"\u200B", "x"}});
    EXPECT_EQ(corpus.longerSide(0), 3U);
    EXPECT_EQ(corpus.longerSide(1), 2U);
    EXPECT_FALSE(corpus.hasEmptySide(1));
    EXPECT_TRUE(corpus.hasEmptySide(2));
    EXPECT_EQ(tokenized({}).size(), 0U);
}

TEST(FrequentTypes, CountOnlyTheSentencesGiven)
{
    const TokenizedCorpus corpus = tokenized({{"a a b", "x"}, {"b c", "x"}, {"c c c", "x"}});
    const auto names = [](const std::vector<Vocabulary::Entry>& entries) {
        std::vector<std::string> all;
        for (const auto& entry : entries)
            all.push_back(entry.token + std::to_string(entry.count));
        return all;
    };
    const auto counts = countTypes(corpus, setOf(3, {0, 1}), {}).source;
    EXPECT_THAT(names(frequentTypes(corpus.source.types, counts, 1, 0)), ElementsAre("a2", "b2", "c1"));
    EXPECT_THAT(names(frequentTypes(corpus.source.types, counts, 2, 0)), ElementsAre("a2", "b2"));
    EXPECT_THAT(names(frequentTypes(corpus.source.types, counts, 1, 1)), ElementsAre("a2"));
    EXPECT_THAT(names(frequentTypes(corpus.source.types, countTypes(corpus, setOf(3, {2}), {}).source, 1, 0)),
                ElementsAre("c3"));
}

// Types 2 and 21 together once had the number of type 20 alone, and the two sentences stayed together.
TEST(ChooseValidation, TellsShortSentencesApart)
{
    const TokenizedCorpus corpus =
        tokenized({{"a b c d e f g h i j k l m n o p q r s t u v", "x"}, {"c v", "x"}, {"u", "x"}});
    const PairSet all = setOf(3, {0, 1, 2});
    std::vector<int> times(3, 0);
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const PairSet chosen = chooseValidation(corpus, all, 0.01, seed, {});
        ASSERT_EQ(chosen.size(), 1U);
        for (std::size_t pair = 0; pair < 3; ++pair)
            times[pair] += chosen.contains(pair) ? 1 : 0;
    }
    EXPECT_THAT(times, ::testing::Each(::testing::Gt(0)));
}

TEST(ChooseValidation, SkipsGroupsThatAreTooLarge)
{
    std::vector<std::pair<std::string, std::string>> pairs(90, {"the same", "x"});
    for (int i = 0; i < 10; ++i)
        pairs.emplace_back("other " + std::to_string(i), "y");
    const TokenizedCorpus corpus = tokenized(pairs);
    std::vector<std::size_t> each(pairs.size());
    std::iota(each.begin(), each.end(), std::size_t{0});
    const PairSet all = setOf(pairs.size(), each);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const PairSet chosen = chooseValidation(corpus, all, 0.05, seed, {});
        EXPECT_EQ(chosen.size(), 5U);
        for (std::size_t pair = 0; pair < 90; ++pair)
            EXPECT_FALSE(chosen.contains(pair));
    }
    EXPECT_TRUE(chooseValidation(corpus, all, 0, 1, {}).empty());
}

} // namespace

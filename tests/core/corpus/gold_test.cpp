// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/gold.h"

#include "alignoscope/error.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope {
namespace {

using ::testing::HasSubstr;
using Links = std::vector<Link>;

RawCorpus corpusOf(const std::vector<std::pair<std::string, std::string>>& pairs)
{
    RawCorpus corpus;
    for (const auto& [source, target] : pairs)
        corpus.pairs.add(source, target, static_cast<std::int64_t>(corpus.pairs.size()) + 1);
    return corpus;
}

std::string messageOf(RawCorpus corpus, std::string_view bytes)
{
    try {
        attachGold(corpus, parseGold(bytes, -1, "gold.txt"), "gold.txt");
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Input);
        return error.what();
    }
    return "no error";
}

const std::vector<std::pair<std::string, std::string>> twoPairs = {{"a b", "A B"}, {"it 's c", "C"}};

TEST(Gold, OneLineAPair)
{
    RawCorpus corpus = corpusOf(twoPairs);
    attachGold(corpus, parseGold("0-0 1?1\n2-0\n", -1, "g"), "g");
    ASSERT_EQ(corpus.gold.size(), 2U);
    EXPECT_EQ(corpus.gold[0].possible, (Links{{1, 1}}));
    EXPECT_EQ(corpus.gold[1].sure, (Links{{2, 0}}));
    EXPECT_EQ(corpus.suggested.sourceTokenizer, TokenizerKind::Whitespace);
    EXPECT_EQ(corpus.suggested.targetTokenizer, TokenizerKind::Whitespace);
}

TEST(Gold, SaysBothNumbersWhereTheyDiffer)
{
    const std::string message = messageOf(corpusOf(twoPairs), "0-0\n0-0\n0-0\n");
    EXPECT_THAT(message, HasSubstr("2 pairs"));
    EXPECT_THAT(message, HasSubstr("3 lines"));
    const std::string late = messageOf(corpusOf(twoPairs), "3 1 1\n");
    EXPECT_THAT(late, HasSubstr("number 3"));
}

TEST(Gold, SaysWhichLinkLiesBeyondItsSentence)
{
    const std::string message = messageOf(corpusOf(twoPairs), "0-0\n0-1\n");
    EXPECT_THAT(message, HasSubstr("pair 2"));
    EXPECT_THAT(message, HasSubstr("0-1"));
    EXPECT_THAT(message, HasSubstr("3 source and 1 target words"));
}

TEST(Gold, SkippedLinesMayHaveTheirLines)
{
    RawCorpus corpus;
    corpus.pairs.add("a", "A", 1);
    corpus.pairs.add("c c", "C", 3); // line 2 could not be read
    corpus.skippedTotal = 1;
    attachGold(corpus, parseGold("0-0\n\n1-0\n", -1, "g"), "g");
    EXPECT_EQ(corpus.gold.at(1).sure, (Links{{1, 0}}));
}

TEST(Gold, BelongsToTheCorpusWithAsManyPairs)
{
    const RawCorpus three = corpusOf({{"a", "A"}, {"b", "B"}, {"c", "C"}}), two = corpusOf(twoPairs);
    EXPECT_EQ(goldPlace(parseGold("0-0\n\n\n", -1, "g"), three, &two, "g"), GoldPlace::Corpus);
    EXPECT_EQ(goldPlace(parseGold("0-0\n\n", -1, "g"), three, &two, "g"), GoldPlace::Validation);
    EXPECT_EQ(goldPlace(parseGold("1 1 1\n", -1, "g"), three, &two, "g"), GoldPlace::Validation);
    EXPECT_EQ(goldPlace(parseGold("3 1 1\n", -1, "g"), three, &two, "g"), GoldPlace::Corpus);
    EXPECT_EQ(goldPlace(parseGold("1 1 1\n", -1, "g"), three, nullptr, "g"), GoldPlace::Corpus);
    EXPECT_THROW(goldPlace(parseGold("0-0\n", -1, "g"), three, &two, "g"), Error);
}

TEST(Gold, FitsWhereTheModelReadsTheSameTokens)
{
    RawCorpus corpus = corpusOf(twoPairs);
    EXPECT_EQ(fittingGold(corpus, 0, {}), nullptr); // there is none
    attachGold(corpus, parseGold("0-0\n2-0\n", -1, "g"), "g");
    const TextOptions spaces{TokenizerKind::Whitespace, TokenizerKind::Whitespace, true};
    EXPECT_EQ(fittingGold(corpus, 0, spaces), &corpus.gold[0]);
    const TextOptions words{TokenizerKind::Words, TokenizerKind::Words, false};
    EXPECT_EQ(fittingGold(corpus, 0, words), &corpus.gold[0]); // the same two words
    const TextOptions characters{TokenizerKind::Characters, TokenizerKind::Whitespace, false};
    EXPECT_EQ(fittingGold(corpus, 0, characters), nullptr);
    EXPECT_EQ(fittingGold(corpus, 2, spaces), nullptr);
    const GoldFit fit = goldFit(corpus, characters);
    EXPECT_EQ(fit.looked, 2U);
    EXPECT_EQ(fit.fitting, 0U);
    EXPECT_EQ(goldFit(corpus, spaces, 1).looked, 1U);
}

TEST(Gold, IsReadFromItsFile)
{
    testing::TemporaryFolder folder;
    RawCorpus corpus = corpusOf(twoPairs);
    const GoldSource source{folder.write("g.wa", "1 2 1\n2 1 3 P\n"), -1, true}; // target first
    EXPECT_EQ(loadGold(source, corpus, nullptr), GoldPlace::Corpus);
    EXPECT_EQ(corpus.gold[0].sure, (Links{{0, 1}}));
    EXPECT_EQ(corpus.gold[1].possible, (Links{{2, 0}}));
    EXPECT_THROW(loadGold({folder.path() / "missing", -1, false}, corpus, nullptr), Error);
}

TEST(Gold, OfTheHansards)
{
    const auto pairs = testing::sharedData("gold/hansards-en-fr/enfr.src-tgt");
    const auto links = testing::sharedData("gold/hansards-en-fr/enfr.gold");
    if (!pairs || !links)
        GTEST_SKIP() << "the Hansards are not here";
    RawCorpus corpus = readCorpus(CorpusSource::parse({*pairs}));
    loadGold({*links, -1, false}, corpus, nullptr);
    std::size_t sure = 0, possible = 0;
    for (const GoldAlignment& gold : corpus.gold) {
        sure += gold.sure.size();
        possible += gold.possible.size();
    }
    EXPECT_EQ(corpus.gold.size(), 447U);
    EXPECT_EQ(sure, 4038U);
    EXPECT_EQ(possible, 13400U);
}

} // namespace
} // namespace alignoscope

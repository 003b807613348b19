// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/tokenized_corpus.h"

#include "core/corpus/corpus_test_support.h"

#include <gtest/gtest.h>

namespace alignoscope::corpus {
namespace {

using testing::messageOf;

/// Every third sentence says something that no other says; one is a megabyte long.
TextPairs manyPairs(std::size_t count)
{
    TextPairs pairs;
    std::string longOne;
    while (longOne.size() < (std::size_t{3} << 20))
        longOne += "long " + std::to_string(longOne.size() % 1000) + ' ';
    for (std::size_t i = 0; i < count; ++i)
        pairs.add(i == 2000 ? longOne : "the number " + std::to_string(i % 3 == 0 ? i : i % 100) + " is here",
                  "numéro " + std::to_string(i % 77) + " !", static_cast<std::int64_t>(i));
    return pairs;
}

std::vector<std::string> tokensOf(const TokenizedSide& side, std::size_t sentence)
{
    std::vector<std::string> tokens;
    for (const TypeId type : side.sentence(sentence))
        tokens.emplace_back(side.types.type(type));
    return tokens;
}

TEST(TokenizeCorpus, GivesEverySentenceItsTokens)
{
    const TextPairs pairs = manyPairs(150'000); // several rounds
    const TokenizedCorpus corpus = tokenizeCorpus(pairs, {}, 3, {});
    ASSERT_EQ(corpus.size(), pairs.size());
    ASSERT_EQ(corpus.target.size(), pairs.size());
    for (std::size_t i = 0; i < pairs.size(); i += i < 3000 ? 1 : 97) {
        ASSERT_EQ(tokensOf(corpus.source, i), tokenize(pairs.source(i), TokenizerKind::Words, false)) << i;
        ASSERT_EQ(tokensOf(corpus.target, i), tokenize(pairs.target(i), TokenizerKind::Words, false)) << i;
    }
}

TEST(TokenizeCorpus, NumbersDoNotDependOnThreads)
{
    const TextPairs pairs = manyPairs(150'000);
    const TokenizedCorpus one = tokenizeCorpus(pairs, {}, 1, {}), other = tokenizeCorpus(pairs, {}, 5, {});
    for (const auto side : {&TokenizedCorpus::source, &TokenizedCorpus::target}) {
        const TokenizedSide &a = one.*side, &b = other.*side;
        ASSERT_EQ(a.tokens.size(), b.tokens.size());
        EXPECT_TRUE(std::ranges::equal(a.tokens.part(0, a.tokens.size()), b.tokens.part(0, b.tokens.size())));
        EXPECT_TRUE(std::ranges::equal(a.ends.part(0, a.size()), b.ends.part(0, b.size())));
        EXPECT_EQ(a.types.size(), b.types.size());
    }
}

TEST(TokenizeCorpus, OfNothingIsNothing)
{
    EXPECT_EQ(tokenizeCorpus({}, {}, 2, {}).size(), 0U);
}

TEST(InOrder, VisitsTheChosenPairsAndStopsWhenAsked)
{
    const TokenizedCorpus corpus = tokenizeCorpus(manyPairs(140'000), {}, 2, {});
    PairSet pairs(corpus.size());
    for (std::size_t i = 0; i < corpus.size(); i += 3)
        pairs.add(i);
    std::vector<std::size_t> visited;
    inOrder(corpus, pairs, {}, [&](std::size_t pair) { visited.push_back(pair); });
    EXPECT_EQ(visited.size(), pairs.size());
    EXPECT_TRUE(std::ranges::is_sorted(visited));
    EXPECT_TRUE(std::ranges::all_of(visited, [](std::size_t pair) { return pair % 3 == 0; }));

    std::stop_source stop; // in the middle
    std::size_t before = 0;
    EXPECT_NE(messageOf(
                  [&] {
                      inOrder(corpus, pairs, {{}, stop.get_token()}, [&](std::size_t) {
                          ++before;
                          stop.request_stop();
                      });
                  },
                  ErrorKind::Cancelled),
              "");
    EXPECT_LT(before, pairs.size());
}

} // namespace
} // namespace alignoscope::corpus

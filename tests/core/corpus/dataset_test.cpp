// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/dataset.h"

#include "core/corpus/corpus_test_support.h"
#include "corpus/dataset_builder.h"
#include "corpus/parallel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <set>
#include <stdexcept>

namespace {

using namespace alignoscope;
using alignoscope::testing::makeCorpus;
using alignoscope::testing::messageOf;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::shared_ptr<const RawCorpus> shared(const Pairs& pairs)
{
    return std::make_shared<const RawCorpus>(makeCorpus(pairs));
}

/// Sentences with some variety; every third source is said twice, as Tatoeba does.
Pairs manyPairs(int count)
{
    Pairs pairs;
    for (int i = 0; i < count; ++i) {
        const int source = i % 3 == 2 ? i - 1 : i;
        pairs.emplace_back("the number " + std::to_string(source) + " is here",
                           "le numéro " + std::to_string(i) + " est là");
    }
    return pairs;
}

DatasetInputs inputs(std::shared_ptr<const RawCorpus> corpus, std::shared_ptr<const RawCorpus> validation = nullptr,
                     const Vocabulary* source = nullptr, const Vocabulary* target = nullptr)
{
    return {std::move(corpus), std::move(validation), source, target};
}

DatasetOptions withoutValidation()
{
    DatasetOptions options;
    options.validationSplit = 0;
    return options;
}

std::vector<std::string> tokensOf(std::span<const TokenId> ids, const Vocabulary& vocabulary)
{
    std::vector<std::string> tokens;
    for (const TokenId id : ids)
        tokens.push_back(vocabulary.token(id));
    return tokens;
}

std::vector<std::string> entriesOf(const Vocabulary& vocabulary)
{
    std::vector<std::string> entries;
    for (std::int32_t i = Vocabulary::marks; i < vocabulary.size(); ++i)
        entries.push_back(vocabulary.token(TokenId(i)) + ":" + std::to_string(vocabulary.count(TokenId(i))));
    return entries;
}

bool same(const EncodedPairs& a, const EncodedPairs& b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!std::ranges::equal(a.source(i), b.source(i)) || !std::ranges::equal(a.target(i), b.target(i))
            || a.rawIndex(i) != b.rawIndex(i))
            return false;
    return true;
}

TEST(BuildDataset, NumbersTokensByFrequencyAndEndsSentences)
{
    const Dataset dataset = buildDataset(inputs(shared({{"b a a", "x"}, {"c a b", "y x"}})), withoutValidation());
    EXPECT_THAT(entriesOf(dataset.sourceVocabulary), ElementsAre("a:3", "b:2", "c:1"));
    EXPECT_THAT(entriesOf(dataset.targetVocabulary), ElementsAre("x:2", "y:1"));
    ASSERT_EQ(dataset.training.size(), 2U);
    EXPECT_THAT(tokensOf(dataset.training.source(0), dataset.sourceVocabulary), ElementsAre("b", "a", "a", "</s>"));
    EXPECT_THAT(tokensOf(dataset.training.target(1), dataset.targetVocabulary), ElementsAre("y", "x", "</s>"));
    EXPECT_EQ(dataset.training.sourceTokens(), 8);
    EXPECT_EQ(dataset.training.targetTokens(), 5);
    EXPECT_EQ(dataset.validation.size(), 0U);
    EXPECT_EQ(dataset.corpus, dataset.validationCorpus);
}

TEST(BuildDataset, EqualCountsStandInTheOrderOfTheirBytes)
{
    const Dataset dataset = buildDataset(inputs(shared({{"é z a B", "x"}})), withoutValidation());
    EXPECT_THAT(entriesOf(dataset.sourceVocabulary), ElementsAre("B:1", "a:1", "z:1", "é:1"));
}

TEST(BuildDataset, MinimumCountAndLimitMakeUnknownTokens)
{
    DatasetOptions options = withoutValidation();
    options.minCount = 2;
    const auto corpus = shared({{"a a b b c", "x"}, {"a b d", "x"}});
    const Dataset rare = buildDataset(inputs(corpus), options);
    EXPECT_THAT(entriesOf(rare.sourceVocabulary), ElementsAre("a:3", "b:3"));
    EXPECT_EQ(rare.training.source(1)[2], Vocabulary::unknown);

    options.minCount = 1;
    options.vocabularyLimit = 1;
    EXPECT_THAT(entriesOf(buildDataset(inputs(corpus), options).sourceVocabulary), ElementsAre("a:3"));
    options.vocabularyLimit = 0;
    EXPECT_EQ(buildDataset(inputs(corpus), options).sourceVocabulary.size(), 4 + Vocabulary::marks);
}

TEST(BuildDataset, LeavesLongPairsOutAndCountsThem)
{
    DatasetOptions options = withoutValidation();
    options.maxLength = 3;
    const Dataset dataset = buildDataset(
        inputs(shared({{"a b c", "x y z"}, {"a b c d", "x"}, {"a", "w x y z"}, {"\u200B", "x"}})), options);
    EXPECT_EQ(dataset.training.size(), 1U);
    EXPECT_EQ(dataset.tooLong, 2);
    EXPECT_FALSE(dataset.sourceVocabulary.contains("d"));
}

TEST(BuildDataset, GivenVocabulariesAreKept)
{
    const Vocabulary source({{"a", 7}}), target({{"y", 7}, {"x", 1}});
    const Dataset dataset =
        buildDataset(inputs(shared({{"a b", "x"}}), nullptr, &source, &target), withoutValidation());
    EXPECT_EQ(dataset.sourceVocabulary.size(), source.size());
    EXPECT_EQ(dataset.training.source(0)[1], Vocabulary::unknown);
    EXPECT_EQ(dataset.training.target(0)[0], TokenId(4));
}

TEST(BuildDataset, AValidationCorpusOfItsOwnIsTakenWhole)
{
    const auto validation = shared({{"a new", "x"}, {"a", "x"}});
    const Dataset dataset = buildDataset(inputs(shared({{"a b", "x"}, {"a", "x"}}), validation), {});
    EXPECT_EQ(dataset.training.size(), 2U);
    EXPECT_EQ(dataset.validation.size(), 2U);
    EXPECT_EQ(dataset.validationCorpus, validation);
    EXPECT_FALSE(dataset.sourceVocabulary.contains("new")) << "the vocabulary is training's alone";
    EXPECT_EQ(dataset.validation.source(0)[1], Vocabulary::unknown);

    DatasetOptions options;
    options.maxLength = 2;
    EXPECT_THAT(messageOf([&] {
                    buildDataset(inputs(shared({{"a", "x"}}), shared({{"a b c", "x"}})), options);
                }),
                HasSubstr("left to validate on"));
}

TEST(BuildDataset, TheSplitKeepsEqualSourcesTogether)
{
    const auto corpus = shared(manyPairs(3000));
    DatasetOptions options;
    options.validationSplit = 0.2;
    const Dataset dataset = buildDataset(inputs(corpus), options);
    EXPECT_EQ(dataset.validation.size(), 600U);
    EXPECT_EQ(dataset.training.size(), 2400U);
    std::set<std::string> validated;
    for (std::size_t i = 0; i < dataset.validation.size(); ++i)
        validated.emplace(corpus->pairs.source(dataset.validation.rawIndex(i)));
    std::set<std::size_t> seen;
    for (std::size_t i = 0; i < dataset.training.size(); ++i) {
        EXPECT_FALSE(validated.contains(std::string(corpus->pairs.source(dataset.training.rawIndex(i)))));
        seen.insert(dataset.training.rawIndex(i));
    }
    for (std::size_t i = 0; i < dataset.validation.size(); ++i)
        seen.insert(dataset.validation.rawIndex(i));
    EXPECT_EQ(seen.size(), 3000U) << "every pair is in one of the two, once";
}

TEST(BuildDataset, TheSplitFollowsTheSeed)
{
    const auto corpus = shared(manyPairs(300));
    DatasetOptions options;
    const auto chosen = [&](std::uint64_t seed) {
        options.seed = seed;
        const Dataset dataset = buildDataset(inputs(corpus), options);
        std::vector<std::size_t> pairs;
        for (std::size_t i = 0; i < dataset.validation.size(); ++i)
            pairs.push_back(dataset.validation.rawIndex(i));
        return pairs;
    };
    const auto first = chosen(1);
    EXPECT_EQ(first.size(), 15U);
    EXPECT_EQ(chosen(1), first);
    EXPECT_NE(chosen(2), first);
}

TEST(BuildDataset, TheSplitIsNeverTooLargeNorTakesAll)
{
    DatasetOptions options;
    options.validationSplit = 0.5;
    EXPECT_EQ(buildDataset(inputs(shared(manyPairs(6000))), options).validation.size(), 2000U);
    options.validationSplit = 0.99;
    const Dataset two = buildDataset(inputs(shared({{"a", "x"}, {"b", "y"}})), options);
    EXPECT_EQ(two.validation.size(), 1U);
    EXPECT_EQ(two.training.size(), 1U);
    EXPECT_EQ(buildDataset(inputs(shared({{"a", "x"}})), options).validation.size(), 0U);
    EXPECT_EQ(buildDataset(inputs(shared({{"a", "x"}, {"a", "y"}})), options).validation.size(), 0U);
}

TEST(BuildDataset, ThreadsMakeNoDifference)
{
    const auto corpus = shared(manyPairs(10000));
    DatasetOptions options;
    options.minCount = 2;
    const Dataset one = corpus::buildDataset(inputs(corpus), options, 1, {});
    for (const std::size_t workers : {2U, 3U, 7U}) {
        const Dataset other = corpus::buildDataset(inputs(corpus), options, workers, {});
        EXPECT_TRUE(same(one.training, other.training));
        EXPECT_TRUE(same(one.validation, other.validation));
        EXPECT_EQ(entriesOf(one.sourceVocabulary), entriesOf(other.sourceVocabulary));
        EXPECT_EQ(entriesOf(one.targetVocabulary), entriesOf(other.targetVocabulary));
    }
}

TEST(BuildDataset, SaysWhyNoPairIsLeft)
{
    DatasetOptions options;
    options.maxLength = 1;
    EXPECT_THAT(messageOf([&] {
                    buildDataset(inputs(shared({{"a b", "x"}})), options);
                }),
                AllOf(HasSubstr("no sentence pair is left to train on"), HasSubstr("longer than 1 tokens"),
                      HasSubstr("Raise the maximum length")));
}

TEST(BuildDataset, RefusesImpossibleOptions)
{
    const auto refused = [](auto change) {
        DatasetOptions options;
        change(options);
        return messageOf([&] { buildDataset(inputs(shared({{"a", "x"}})), options); }, ErrorKind::Usage);
    };
    EXPECT_THAT(refused([](auto& o) { o.maxLength = 0; }), HasSubstr("maximum length"));
    EXPECT_THAT(refused([](auto& o) { o.minCount = 0; }), HasSubstr("minimum count"));
    EXPECT_THAT(refused([](auto& o) { o.vocabularyLimit = -1; }), HasSubstr("vocabulary limit"));
    EXPECT_THAT(refused([](auto& o) { o.validationSplit = 1; }), HasSubstr("validation split"));
    EXPECT_THAT(refused([](auto& o) { o.validationSplit = std::nan(""); }), HasSubstr("validation split"));
    EXPECT_NE(messageOf([] { buildDataset(inputs(nullptr), {}); }, ErrorKind::Usage), "");
}

TEST(BuildDataset, TellsTheFiguresOfTheSamePass)
{
    const auto corpus = shared(manyPairs(3000));
    DatasetOptions options;
    options.minCount = 2;
    std::vector<CorpusSummary> told;
    buildDataset(inputs(corpus), options, {}, [&](const CorpusSummary& summary) { told.push_back(summary); });
    ASSERT_EQ(told.size(), 1U);
    const CorpusSummary alone = summarize(*corpus, options);
    EXPECT_EQ(told[0].pairs, alone.pairs);
    EXPECT_EQ(told[0].target.tokens, alone.target.tokens);
    EXPECT_EQ(told[0].source.vocabulary, alone.source.vocabulary);
    EXPECT_EQ(told[0].target.lengths, alone.target.lengths);
    EXPECT_EQ(told[0].source.firstTypes, alone.source.firstTypes);

    options.maxLength = 1; // the figures come even where no dataset can be made
    EXPECT_NE(messageOf([&] {
                  buildDataset(inputs(corpus), options, {}, [&](const CorpusSummary& one) { told.push_back(one); });
              }),
              "");
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[1].tooLong, 3000);
}

TEST(BuildDataset, NamesTheFirstPairsThatAreLeftOut)
{
    DatasetOptions options = withoutValidation();
    options.maxLength = 2;
    const auto corpus = shared({{"a b c", "x"}, {"a", "x"}, {"\u200B", "x"}, {"a b", "x y z"}, {"b", "y"}});
    EXPECT_THAT(buildDataset(inputs(corpus), options).leftOut, ElementsAre(0, 2, 3));
    options.validationSplit = 0.5;
    EXPECT_THAT(buildDataset(inputs(corpus), options).leftOut, ElementsAre(0, 2, 3)) << "validation is not left out";

    Pairs many(Dataset::mostLeftOut + 10, {"a b c", "x"});
    many.emplace_back("a", "x");
    EXPECT_EQ(buildDataset(inputs(shared(many)), options).leftOut.size(), Dataset::mostLeftOut);
}

TEST(BuildDataset, IsTheSameBeyondMemory)
{
    auto corpus = std::make_shared<RawCorpus>();
    std::string sentence;
    for (int i = 0; i < 300'000; ++i) { // 9 million tokens a side
        sentence.clear();
        for (int word = 0; word < 30; ++word)
            sentence += static_cast<char>('a' + (i * 7 + word * word + i / 26) % 26), sentence += ' ';
        corpus->pairs.add(sentence, sentence, i);
    }
    DatasetOptions options;
    options.text = {TokenizerKind::Whitespace, TokenizerKind::Whitespace};
    const Dataset dataset = buildDataset(inputs(corpus), options);
    EXPECT_EQ(dataset.training.size() + dataset.validation.size(), corpus->pairs.size());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < dataset.training.size(); i += 101) {
        const auto text = corpus->pairs.source(dataset.training.rawIndex(i));
        const auto ids = dataset.training.source(i);
        for (std::size_t word = 0; word < 30; ++word)
            wrong += dataset.sourceVocabulary.token(ids[word]) == text.substr(2 * word, 1) ? 0 : 1;
        wrong += ids.size() == 31 && ids[30] == Vocabulary::endSentence ? 0 : 1;
    }
    EXPECT_EQ(wrong, 0U);
}

TEST(BuildDataset, TellsProgressAndStopsWhenAsked)
{
    const auto corpus = shared(manyPairs(20000));
    std::vector<double> fractions;
    corpus::buildDataset(inputs(corpus), {}, 2, {[&](double fraction) { fractions.push_back(fraction); }, {}});
    EXPECT_EQ(fractions.back(), 1.0);
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));

    std::stop_source stop;
    stop.request_stop();
    EXPECT_NE(messageOf([&] { buildDataset(inputs(corpus), {}, {{}, stop.get_token()}); }, ErrorKind::Cancelled), "");
}

TEST(Summarize, CountsTokensTypesAndLengths)
{
    DatasetOptions options;
    options.maxLength = 3;
    options.minCount = 2;
    const CorpusSummary summary = summarize(makeCorpus({{"a b a", "x"}, {"b", "x y"}, {"a b c d e", "x"}}), options);
    EXPECT_EQ(summary.pairs, 3);
    EXPECT_EQ(summary.tooLong, 1);
    EXPECT_EQ(summary.source.tokens, 9);
    EXPECT_EQ(summary.source.types, 5);
    EXPECT_EQ(summary.source.vocabulary, 2 + Vocabulary::marks);
    EXPECT_EQ(summary.source.maxLength, 5);
    EXPECT_DOUBLE_EQ(summary.source.meanLength, 3.0);
    EXPECT_THAT(summary.source.lengths, ElementsAre(0, 1, 0, 1, 0, 1));
    EXPECT_THAT(summary.source.firstTypes, ElementsAre("a", "b"));
    EXPECT_EQ(summary.target.types, 2);
}

TEST(Summarize, TheLastBarCountsAllLongerSentences)
{
    std::string longOne;
    for (int i = 0; i < 150; ++i)
        longOne += "a ";
    const CorpusSummary summary = summarize(makeCorpus({{longOne, "x"}, {longOne + "b", "x"}}), {});
    ASSERT_EQ(summary.source.lengths.size(), 101U);
    EXPECT_EQ(summary.source.lengths.back(), 2);
    EXPECT_EQ(summary.source.maxLength, 151);
    EXPECT_EQ(summarize(RawCorpus{}, {}).source.meanLength, 0);
}

TEST(ForEachChunk, DoesEveryChunkOnce)
{
    std::vector<std::atomic<int>> done(1000);
    corpus::forEachChunk(done.size(), 4, {}, [&](std::size_t, std::size_t chunk) { ++done[chunk]; });
    EXPECT_TRUE(std::all_of(done.begin(), done.end(), [](const auto& count) { return count == 1; }));
    corpus::forEachChunk(0, 4, {}, [](std::size_t, std::size_t) { FAIL(); });
}

TEST(ForEachChunk, HandsOnWhatWasThrown)
{
    EXPECT_THROW(corpus::forEachChunk(100, 3, {},
                                      [](std::size_t, std::size_t chunk) {
                                          if (chunk == 50)
                                              throw std::runtime_error("chunk 50");
                                      }),
                 std::runtime_error);
}

} // namespace

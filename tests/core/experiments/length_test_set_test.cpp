// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/length_test_set.h"

#include "alignoscope/error.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace alignoscope::testing {
namespace {

using experiments::chooseByLength;
using experiments::lengthCorpora;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string words(int count, int seed)
{
    std::string text = "w" + std::to_string(seed);
    for (int i = 1; i < count; ++i)
        text += " x" + std::to_string(i % 5);
    return text;
}

/// `each` different pairs of every length from 1 to `longest`.
std::string corpusOf(int longest, int each)
{
    std::string text;
    for (int length = 1; length <= longest; ++length)
        for (int i = 0; i < each; ++i)
            text += words(length, 100 * length + i) + "\t" + words(length, i) + "\n";
    return text;
}

std::set<std::string> sourcesOf(const RawCorpus& corpus)
{
    std::set<std::string> sources;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        sources.emplace(corpus.pairs.source(i));
    return sources;
}

TEST(LengthTestSet, TakesTheSameNumberOfEveryTenWords)
{
    // 1–10: pairs 0, 1, 2, 6; 11–20: pair 3; 21–30: pairs 4, 5
    EXPECT_THAT(chooseByLength({1, 10, 5, 11, 21, 30, 0}, 2), ElementsAre(0u, 2u, 3u, 4u, 5u));
    EXPECT_THAT(chooseByLength({1, 10, 5, 11, 21, 30, 0}, 9), ElementsAre(0u, 1u, 2u, 3u, 4u, 5u, 6u));
    EXPECT_TRUE(chooseByLength({}, 3).empty());
}

TEST(LengthTestSet, IsHeldOutOfACorpusThatHasNone)
{
    const TemporaryFolder place;
    LengthPlan plan;
    plan.base.corpus = CorpusSource::parse({place.write("pairs.tsv", corpusOf(30, 10)).string()});
    plan.trainedTo = {10, 20};
    plan.testSentences = 30;
    const auto corpora = lengthCorpora(plan, place.path() / "runs", {});
    // at most every fifth of the 100 pairs of 1–10 and of 11–20 words; of 21–30, which none is trained on, 30
    EXPECT_EQ(corpora.test->pairs.size(), 20u + 20u + 30u);
    EXPECT_EQ(corpora.training->pairs.size(), 300u - 70u);
    const auto trained = sourcesOf(*corpora.training);
    for (const std::string& source : sourcesOf(*corpora.test))
        EXPECT_FALSE(trained.contains(source)) << source;
    const RawCorpus again = readCorpus(corpora.source, corpora.read); // as the runs will read it
    EXPECT_EQ(sourcesOf(again), trained);
    EXPECT_EQ(again.pairs.size(), corpora.training->pairs.size());
    EXPECT_NO_THROW(lengthCorpora(plan, place.path() / "runs", {}));
    plan.testSentences = 10; // another choice, which the folder does not hold
    EXPECT_THROW(lengthCorpora(plan, place.path() / "runs", {}), Error);
}

TEST(LengthTestSet, IsTheBuiltInOnesOwn)
{
    const TemporaryFolder place;
    LengthPlan plan = usualLengthPlan();
    plan.base.read.limit = 500;
    plan.testSentences = 50;
    const auto corpora = lengthCorpora(plan, place.path(), {});
    EXPECT_EQ(corpora.training->pairs.size(), 500u);
    EXPECT_EQ(corpora.test->pairs.size(), 7u * 50u);
    EXPECT_EQ(corpora.test->gold.size(), corpora.test->pairs.size());
    EXPECT_TRUE(std::filesystem::is_empty(place.path()));
}

TEST(LengthTestSet, SaysWhatAShortCorpusLacks)
{
    const TemporaryFolder place;
    LengthPlan plan;
    plan.base.corpus = CorpusSource::parse({place.write("pairs.tsv", corpusOf(12, 5)).string()});
    try {
        lengthCorpora(plan, place.path(), {});
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Input);
        EXPECT_THAT(error.what(), HasSubstr("more than 50 words"));
        EXPECT_THAT(error.what(), HasSubstr("at most 12"));
    }
    plan.test = plan.base.corpus; // the same of a test set that is named
    EXPECT_THROW(lengthCorpora(plan, place.path(), {}), Error);
}

} // namespace
} // namespace alignoscope::testing

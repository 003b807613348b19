// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/benchmark.h"
#include "alignoscope/build_info.h"
#include "alignoscope/error.h"
#include "benchmark/made_up.h"
#include "benchmark/repetitions.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace alignoscope::benchmark {
namespace {

const BenchmarkSize tiny{"tiny", 16};
const BenchmarkSettings brief{1e-9, 2}; // three repetitions of everything

TEST(Repetitions, OneWarmsUpAndAtLeastThreeCount)
{
    int calls = 0;
    EXPECT_EQ(secondsOfCalls(brief, {}, [&] { ++calls; }).size(), 3U);
    EXPECT_EQ(calls, 4);
}

TEST(Repetitions, GoOnUntilTheTimeIsSpent)
{
    double sum = 0;
    for (const double seconds : secondsOfCalls({0.01, 1}, {}, [] {}))
        sum += seconds;
    EXPECT_GE(sum, 0.01);
}

TEST(Repetitions, ThreadsAreTheProcessorsUnlessGiven)
{
    EXPECT_GE(benchmarkThreads({1, 0}), 1);
    EXPECT_EQ(benchmarkThreads({1, 3}), 3);
}

TEST(MadeUp, SentencesHaveTheirLengthsAndUseTheVocabularies)
{
    const EncodedPairs pairs = madeUpPairs(500, 3, 5);
    ASSERT_EQ(pairs.size(), 500U);
    std::set<std::size_t> lengths;
    std::set<TokenId> words;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        lengths.insert(pairs.source(i).size());
        lengths.insert(pairs.target(i).size());
        words.insert(pairs.source(i).begin(), pairs.source(i).end());
        EXPECT_EQ(pairs.target(i).back(), Vocabulary::endSentence);
    }
    EXPECT_EQ(lengths, (std::set<std::size_t>{4, 5, 6}));
    EXPECT_EQ(words.count(Vocabulary::unknown) + words.count(Vocabulary::beginSentence), 0U);
    EXPECT_LT(index(*words.rbegin()), sourceWords);
    // as frequent as in language: far fewer words than tokens, but many
    EXPECT_GT(words.size(), 300U);
    EXPECT_LT(words.size(), 1200U);
}

TEST(Benchmark, SizesAreThoseOfTheManual)
{
    std::vector<std::pair<std::string, int>> sizes;
    for (const auto& size : benchmarkSizes())
        sizes.emplace_back(size.name, size.hidden);
    EXPECT_EQ(sizes, (std::vector<std::pair<std::string, int>>{{"S", 128}, {"M", 256}, {"L", 512}}));
}

TEST(Benchmark, MeasuresProducts)
{
    const BestProduct best = benchmarkBestProduct(brief);
    EXPECT_GT(best.oneThread, 0);
    EXPECT_GT(best.allThreads, 0);
    const auto products = benchmarkProducts(tiny, brief);
    ASSERT_GE(products.size(), 4U);
    std::set<std::string> names;
    for (const auto& product : products) {
        EXPECT_GT(product.gigaflops, 0) << product.name;
        EXPECT_GT(product.rows * product.inner * product.columns, 0) << product.name;
        names.insert(product.name);
    }
    EXPECT_EQ(names.size(), products.size());
}

TEST(Benchmark, MeasuresUpdates)
{
    const TrainingFigure figure = benchmarkTraining(tiny, brief);
    EXPECT_EQ(figure.threads, 2);
    EXPECT_EQ(figure.pairs, 64);
    EXPECT_EQ(figure.parameters, madeUpModel(tiny)->network->layout().parameters());
    // 9 to 15 words and the end in each of 64 sentences
    const double tokens = figure.targetTokensPerSecond * figure.millisecondsPerUpdate / 1000;
    EXPECT_GT(tokens, 64 * 10);
    EXPECT_LT(tokens, 64 * 16);
}

TEST(Benchmark, MeasuresEveryKindOfAttention)
{
    std::set<std::string> names;
    for (const BenchmarkModel& model : benchmarkModels()) {
        names.insert(model.name);
        const TrainingFigure figure = benchmarkTraining(model, tiny, {1e-9, 1});
        EXPECT_EQ(figure.parameters, madeUpModel(tiny, model.options)->network->layout().parameters()) << model.name;
        EXPECT_GT(figure.targetTokensPerSecond, 0) << model.name;
    }
    EXPECT_EQ(names.size(), benchmarkModels().size());
    for (const AttentionKind& kind : attentionKinds())
        EXPECT_TRUE(names.contains(kind.name)) << kind.name;
}

TEST(Benchmark, MeasuresTranslationsOfFixedLength)
{
    const DecodingFigure figure = benchmarkDecoding(tiny, brief);
    EXPECT_EQ(figure.sourceTokens, 13);
    EXPECT_EQ(figure.targetTokens, 12);
    EXPECT_GT(figure.greedyMilliseconds, 0);
    EXPECT_GT(figure.beam5Milliseconds, 0);
    EXPECT_GT(figure.batchSentences, 1);
    EXPECT_GT(figure.batchSentencesPerSecond, 0);
}

TEST(Benchmark, MeasuresACorpus)
{
    const CorpusFigure figure = benchmarkCorpus(brief);
    EXPECT_EQ(figure.corpus, "phrases-en-fr");
    EXPECT_GT(figure.pairs, 1000);
    EXPECT_GT(figure.readMilliseconds, 0);
    EXPECT_GT(figure.datasetMilliseconds, 0);
}

using Measure = std::function<void(const BenchmarkSettings&, const Progress&)>;

std::vector<Measure> allOfThem()
{
    return {[](const auto& settings, const auto& progress) { benchmarkBestProduct(settings, progress); },
            [](const auto& settings, const auto& progress) { benchmarkProducts(tiny, settings, progress); },
            [](const auto& settings, const auto& progress) { benchmarkTraining(tiny, settings, progress); },
            [](const auto& settings, const auto& progress) { benchmarkDecoding(tiny, settings, progress); },
            [](const auto& settings, const auto& progress) { benchmarkCorpus(settings, progress); }};
}

ErrorKind errorOf(const Measure& measure, const BenchmarkSettings& settings, const Progress& progress)
{
    try {
        measure(settings, progress);
    } catch (const Error& error) {
        return error.kind();
    }
    ADD_FAILURE() << "it did not throw";
    return ErrorKind::Input;
}

TEST(Benchmark, CanBeStopped)
{
    std::stop_source stop;
    stop.request_stop();
    for (const auto& measure : allOfThem())
        EXPECT_EQ(errorOf(measure, brief, {{}, stop.get_token()}), ErrorKind::Cancelled);
}

TEST(Benchmark, RefusesImpossibleSettings)
{
    for (const BenchmarkSettings& settings : {BenchmarkSettings{0, 1}, {-1, 1}, {1, -1}, {1, 100000}})
        for (const auto& measure : allOfThem())
            EXPECT_EQ(errorOf(measure, settings, {}), ErrorKind::Usage);
    EXPECT_THROW(benchmarkTraining({"none", 0}, brief), Error);
}

TEST(BuildInfo, NamesAnInstructionSet)
{
#if defined(__x86_64__)
    EXPECT_EQ(instructionSet(), "x86-64"); // what tests are compiled for
#else
    EXPECT_NE(instructionSet(), "");
#endif
}

} // namespace
} // namespace alignoscope::benchmark

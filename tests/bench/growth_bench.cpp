// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_model.h"
#include "training/batches.h"
#include "training/optimizer.h"
#include "training/parallel_gradient.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <unistd.h>

// What training costs as the corpus grows: nothing more a token, and no memory but the corpus itself. The model is
// small, so that whatever is not arithmetic shows.
namespace {

using namespace alignoscope;
using Clock = std::chrono::steady_clock;

constexpr nn::Index hidden = 32, words = 1000;
constexpr int batchSize = 64;

double residentMebibytes()
{
    std::ifstream file("/proc/self/statm");
    double whole = 0, resident = 0;
    file >> whole >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// 4 to 20 words a side, in no order.
EncodedPairs pairsOf(std::int64_t count)
{
    nn::Random random(2);
    EncodedPairs pairs;
    std::vector<TokenId> source, target;
    const auto sentence = [&](std::vector<TokenId>& ids, std::uint64_t length) {
        ids.clear();
        for (std::uint64_t i = 0; i < length; ++i)
            ids.push_back(TokenId(static_cast<std::int32_t>(3 + random.below(words - 3))));
        ids.push_back(Vocabulary::endSentence);
    };
    for (std::int64_t i = 0; i < count; ++i) {
        const std::uint64_t length = 4 + random.below(17);
        sentence(source, length);
        sentence(target, std::max<std::uint64_t>(4, length + random.below(5) - 2));
        pairs.add(source, target, static_cast<std::size_t>(i));
    }
    return pairs;
}

/// What an epoch's batches cost. Items are pairs.
void batchesOfAnEpoch(benchmark::State& state)
{
    const EncodedPairs pairs = pairsOf(state.range(0));
    const double before = residentMebibytes();
    int epoch = 0;
    double memory = 0;
    for (auto _ : state) {
        training::Batches batches(pairs, batchSize, 1, epoch++);
        for (std::size_t i = 0; i < batches.size(); ++i)
            benchmark::DoNotOptimize(batches.at(i).data());
        memory = std::max(memory, residentMebibytes() - before);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.counters["mebibytes"] = memory;
}
BENCHMARK(batchesOfAnEpoch)->ArgName("pairs")->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond);

/// Updates of an epoch, each with its share of the epoch's beginning.
void tokensOfACorpus(benchmark::State& state)
{
    bench::BenchModel model(hidden, words);
    const EncodedPairs pairs = pairsOf(state.range(0));
    nn::ThreadTeam team(static_cast<int>(state.range(1)));
    training::ParallelGradient gradient(model.network, team);
    training::Optimizer adam(OptimizerKind::Adam, model.parameters.size());
    const auto begin = Clock::now();
    training::Batches batches(pairs, batchSize, 1, 0);
    for (std::size_t i = 0; i < batches.size(); ++i)
        benchmark::DoNotOptimize(batches.at(i).data());
    const double epochSeconds = std::chrono::duration<double>(Clock::now() - begin).count();

    std::int64_t tokens = 0;
    double seconds = 0;
    std::size_t next = 0;
    for (auto _ : state) {
        const auto start = Clock::now();
        const auto result =
            gradient.compute(model.weights, pairs, batches.at(next++ % batches.size()), models::DropoutPlan::none(), 0);
        adam.update(model.parameters, gradient.gradient(), static_cast<float>(std::min(1.0, 1 / result.norm)), 1e-4,
                    team);
        training::packWeights(model.weights, team);
        seconds += std::chrono::duration<double>(Clock::now() - start).count();
        tokens += result.targetTokens;
    }
    const double perToken =
        seconds / static_cast<double>(tokens) + epochSeconds / static_cast<double>(pairs.targetTokens());
    state.counters["tokens_per_second"] = 1 / perToken;
    state.counters["corpus_MiB"] = static_cast<double>(pairs.sourceTokens() + pairs.targetTokens()) * sizeof(TokenId)
        / (1 << 20); // the tokens alone
    state.counters["resident_MiB"] = residentMebibytes();
}
BENCHMARK(tokensOfACorpus)
    ->ArgNames({"pairs", "threads"})
    ->ArgsProduct({{1000, 10000, 100000, 1000000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace

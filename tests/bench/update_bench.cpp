// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_model.h"
#include "training/optimizer.h"
#include "training/parallel_gradient.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>

namespace {

using namespace alignoscope;

/// One whole update of 64 pairs as training does it: gradient, clipping, Adam. Items are target tokens.
void update(benchmark::State& state)
{
    bench::BenchModel model(state.range(0), state.range(1));
    nn::ThreadTeam team(static_cast<int>(state.range(2)));
    training::ParallelGradient gradient(model.network, team);
    training::Optimizer adam(OptimizerKind::Adam, model.parameters.size());
    std::int64_t tokens = 0;
    std::uint32_t first = 0;
    std::vector<std::uint32_t> batch(64);
    for (auto _ : state) {
        std::iota(batch.begin(), batch.end(), first);
        first = (first + 64) % 640;
        const auto result = gradient.compute(model.weights, model.pairs, batch, models::DropoutPlan::none(), 0);
        adam.update(model.parameters, gradient.gradient(), static_cast<float>(std::min(1.0, 1 / result.norm)), 1e-4,
                    team);
        training::packWeights(model.weights, team);
        tokens += result.targetTokens;
    }
    state.SetItemsProcessed(tokens);
}
BENCHMARK(update)
    ->ArgNames({"hidden", "words", "threads"})
    ->ArgsProduct({{128, 256, 512}, {6430}, {1, 2}}) // S, M and L with Multi30k's French
    ->Args({128, 500, 1})                            // the built-in corpora
    ->Args({128, 500, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace

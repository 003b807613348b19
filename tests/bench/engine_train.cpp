// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_side.h"
#include "exchange.h"

#include "training/optimizer.h"
#include "training/parallel_gradient.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>

namespace alignoscope::bench {

namespace {

constexpr std::size_t lossesTold = 20;

/// VmHWM: rusage's maximum would also count what this process was before exec.
std::int64_t peakBytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            std::int64_t kilobytes = 0;
            status >> kilobytes;
            return kilobytes * 1024;
        }
    return 0;
}

} // namespace

nlohmann::json timeTraining(const TrainOptions& options)
{
    const Exchange exchange = readExchange(options.folder);
    const models::RnnSearch<float> network(exchange.sizes);
    models::ParameterBlock parameters = readParameters(options.folder / "parameters.safetensors", network);
    nn::Weights<float> weights(network.layout(), nn::Weights<float>::Passes::Both, parameters.data());
    nn::ThreadTeam team(options.threads);
    training::ParallelGradient gradient(network, team);
    training::Optimizer adam(OptimizerKind::Adam, parameters.size());

    std::vector<double> losses;
    std::int64_t tokens = 0;
    auto start = std::chrono::steady_clock::now();
    for (int update = 0; update < options.warmup + options.updates; ++update) {
        if (update == options.warmup) {
            start = std::chrono::steady_clock::now();
            tokens = 0;
        }
        const auto& batch = exchange.batches[static_cast<std::size_t>(update) % exchange.batches.size()];
        const auto result = gradient.compute(weights, exchange.pairs, batch, models::DropoutPlan::none(), 0);
        adam.update(parameters, gradient.gradient(), static_cast<float>(std::min(1.0, 1 / result.norm)), 0.001, team);
        training::packWeights(weights, team);
        tokens += result.targetTokens;
        if (losses.size() < lossesTold)
            losses.push_back(result.loss);
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!options.save.empty())
        saveParameters(options.save, network, parameters);
    return {{"side", "engine"},
            {"threads", options.threads},
            {"target_tokens", tokens},
            {"seconds", seconds},
            {"tokens_per_second", static_cast<double>(tokens) / seconds},
            {"losses", losses},
            {"peak_rss_bytes", peakBytes()},
            {"parameters", network.layout().parameters()}};
}

} // namespace alignoscope::bench

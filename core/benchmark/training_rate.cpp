// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmark/made_up.h"
#include "benchmark/repetitions.h"
#include "training/optimizer.h"
#include "training/parallel_gradient.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace alignoscope {

const std::vector<BenchmarkModel>& benchmarkModels()
{
    static const std::vector<BenchmarkModel> all = [] {
        std::vector<BenchmarkModel> models;
        for (const AttentionKind& kind : attentionKinds()) {
            models.push_back({kind.name, {}});
            models.back().options.attention = kind.defaults;
        }
        const std::string usual = attentionKinds().front().name;
        ModelOptions lstm;
        lstm.encoderCell = lstm.decoderCell = RecurrentCell::Lstm;
        models.push_back({usual + ", LSTM", lstm});
        ModelOptions luong;
        luong.decoder = DecoderKind::Luong;
        models.push_back({usual + ", Luong decoder", luong});
        luong.inputFeeding = true;
        models.push_back({usual + ", Luong decoder, input feeding", luong});
        return models;
    }();
    return all;
}

TrainingFigure benchmarkTraining(const BenchmarkSize& size, const BenchmarkSettings& settings, const Progress& progress)
{
    return benchmarkTraining({"", {}}, size, settings, progress);
}

TrainingFigure benchmarkTraining(const BenchmarkModel& made, const BenchmarkSize& size,
                                 const BenchmarkSettings& settings, const Progress& progress)
{
    constexpr std::uint32_t pairsPerUpdate = 64, batches = 8;
    benchmark::check(settings);
    const auto model = benchmark::madeUpModel(size, made.options);
    const EncodedPairs pairs = benchmark::madeUpPairs(batches * pairsPerUpdate, 9, 15);
    nn::ThreadTeam team(benchmarkThreads(settings));
    training::ParallelGradient gradient(*model->network, team);
    training::Optimizer adam(OptimizerKind::Adam, model->parameters.size());
    nn::Weights<float> weights(model->network->layout(), nn::Weights<float>::Passes::Both, model->parameters.data());

    std::array<std::uint32_t, pairsPerUpdate> batch{};
    std::uint32_t turn = 0;
    std::vector<std::int64_t> tokens;
    const auto seconds = benchmark::secondsOfCalls(settings, progress, [&] {
        std::iota(batch.begin(), batch.end(), turn++ % batches * pairsPerUpdate);
        const auto result = gradient.compute(weights, pairs, batch, models::DropoutPlan::none(), 0);
        const double scale = std::min(1.0, 1 / result.norm);
        adam.update(model->parameters, gradient.gradient(), static_cast<float>(scale), 0.001, team);
        training::packWeights(weights, team);
        tokens.push_back(result.targetTokens);
    });

    // the first update warmed up
    const double sum = std::accumulate(seconds.begin(), seconds.end(), 0.0);
    const auto trained = std::accumulate(tokens.begin() + 1, tokens.end(), std::int64_t(0));
    TrainingFigure figure;
    figure.threads = team.size();
    figure.pairs = pairsPerUpdate;
    figure.parameters = model->network->layout().parameters();
    figure.targetTokensPerSecond = static_cast<double>(trained) / sum;
    figure.millisecondsPerUpdate = 1000 * sum / static_cast<double>(seconds.size());
    return figure;
}

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_model.h"
#include "decoding/beam_search.h"
#include "nn/softmax_output.h"

#include <benchmark/benchmark.h>

// What an update and a translation are made of, on one thread.
namespace {

using namespace alignoscope;
using bench::BenchModel;
using nn::Index;

/// C = A B at the shapes of the model, in floating-point operations a second.
void product(benchmark::State& state)
{
    const Index rows = state.range(0), inner = state.range(1), cols = state.range(2);
    const nn::Matrix<float> a = nn::Matrix<float>::Random(rows, inner), b = nn::Matrix<float>::Random(inner, cols);
    nn::Matrix<float> c(rows, cols);
    for (auto _ : state) {
        c.noalias() = a * b;
        benchmark::DoNotOptimize(c.data());
    }
    state.counters["flops"] = benchmark::Counter(2.0 * static_cast<double>(rows * inner * cols),
                                                 benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(product)
    ->ArgNames({"rows", "inner", "columns"})
    ->Args({512, 256, 64})     // a gate's product of one GRU step
    ->Args({768, 512, 64})     // the context into the decoder
    ->Args({1536, 256, 300})   // the encoder's inputs, a column a distinct word
    ->Args({10000, 128, 192}); // a slice of the output layer

/// Everything the output layer does for a batch of 64 sentences.
void outputLayer(benchmark::State& state)
{
    const Index inputs = 128, words = state.range(0), columns = 64 * 12;
    nn::ParameterLayout layout;
    const nn::SoftmaxOutput<float> output(layout, "output", inputs, words);
    std::vector<float> parameters(static_cast<std::size_t>(layout.size()), 0.01F), gradient = parameters;
    const nn::Matrix<float> input = nn::Matrix<float>::Random(inputs, columns);
    nn::Matrix<float> inputGradient(inputs, columns);
    std::vector<std::int32_t> answers(static_cast<std::size_t>(columns));
    for (std::size_t i = 0; i < answers.size(); ++i)
        answers[i] = static_cast<std::int32_t>(i * 7 % static_cast<std::size_t>(words));
    nn::Weights<float> weights(layout, nn::Weights<float>::Passes::Both);
    weights.attach(parameters.data());
    weights.pack();
    nn::SoftmaxScratch<float> scratch;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            output.lossAndGradient(weights, gradient.data(), input, answers, 1.0F, 0.0F, scratch, inputGradient));
    state.SetItemsProcessed(state.iterations() * columns);
}
BENCHMARK(outputLayer)->ArgName("words")->Arg(500)->Arg(10000)->Unit(benchmark::kMillisecond);

/// Tokens a second: a beam of one is greedy.
void translate(benchmark::State& state)
{
    const BenchModel model(state.range(0), 8000);
    decoding::BeamSearch search(model.network, model.weights);
    std::vector<std::vector<TokenId>> sentences;
    for (std::size_t i = 0; i < 32; ++i)
        sentences.emplace_back(model.pairs.source(i).begin(), model.pairs.source(i).end());
    const decoding::BeamSettings settings{static_cast<int>(state.range(1)), 1.0, false,
                                          std::vector<int>(sentences.size(), 20)};
    std::int64_t tokens = 0;
    for (auto _ : state)
        for (const auto& hypotheses : search.search(sentences, settings))
            tokens += static_cast<std::int64_t>(hypotheses.front().tokens.size());
    state.SetItemsProcessed(tokens);
}
BENCHMARK(translate)
    ->ArgNames({"hidden", "beam"})
    ->Args({128, 1})
    ->Args({256, 1})
    ->Args({256, 5})
    ->Unit(benchmark::kMillisecond);

/// One sentence of 12 words into 12 words, as a person waits for it.
void translateOne(benchmark::State& state)
{
    constexpr std::size_t words = 12;
    BenchModel model(state.range(0), 6430);
    for (const auto& entry : model.network.layout().entries()) {
        if (entry.name == "output.bias") // parameters shall not decide how much there is to do
            entry.slot.in(model.parameters.data())(index(Vocabulary::endSentence), 0) = -30;
    }
    decoding::BeamSearch search(model.network, model.weights);
    const auto source = model.pairs.source(40 * (words - 4));
    const std::vector<std::vector<TokenId>> sentences = {{source.begin(), source.end()}};
    const decoding::BeamSettings settings{static_cast<int>(state.range(1)), 1.0, true, {words}};
    for (auto _ : state) {
        if (search.search(sentences, settings).front().front().tokens.size() != words) {
            state.SkipWithError("the translation has another length");
            break;
        }
    }
}
BENCHMARK(translateOne)
    ->ArgNames({"hidden", "beam"})
    ->ArgsProduct({{128, 256, 512}, {1, 5}})
    ->Unit(benchmark::kMillisecond);

} // namespace

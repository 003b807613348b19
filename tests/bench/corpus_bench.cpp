// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/dataset.h"
#include "corpus/dataset_builder.h"
#include "support/shared_data.h"

#include <benchmark/benchmark.h>

#include <sstream>

namespace {

using namespace alignoscope;

/// 142,787 pairs of Tatoeba, or as many made-up ones where the data is absent.
CorpusSource corpusSource(const testing::TemporaryFolder& folder)
{
    if (const auto file = testing::sharedData("parallel/tatoeba/eng-fra.tsv.gz"))
        return CorpusSource::parse({file->string()});
    std::ostringstream text;
    for (int i = 0; i < 142787; ++i)
        text << "This is sentence number " << i << ", isn't it?\tC'est l'énoncé numéro " << i << ", n'est-ce pas ?\n";
    return CorpusSource::parse({folder.write("pairs.tsv", text.str()).string()});
}

void readPairs(benchmark::State& state)
{
    const testing::TemporaryFolder folder;
    const CorpusSource source = corpusSource(folder);
    std::size_t pairs = 0;
    for (auto _ : state)
        pairs += readCorpus(source).pairs.size();
    state.SetItemsProcessed(static_cast<std::int64_t>(pairs));
}
BENCHMARK(readPairs)->Unit(benchmark::kMillisecond);

void buildFromPairs(benchmark::State& state)
{
    const testing::TemporaryFolder folder;
    const auto corpus = std::make_shared<const RawCorpus>(readCorpus(corpusSource(folder)));
    const auto workers = static_cast<std::size_t>(state.range(0));
    std::size_t pairs = 0;
    for (auto _ : state)
        pairs += corpus::buildDataset({corpus, nullptr, nullptr, nullptr}, {}, workers, {}).training.size();
    state.SetItemsProcessed(static_cast<std::int64_t>(pairs));
}
BENCHMARK(buildFromPairs)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

/// What the window does when a corpus is chosen: read, figures for the dialog, dataset.
void wholePath(benchmark::State& state)
{
    const testing::TemporaryFolder folder;
    const CorpusSource source = corpusSource(folder);
    for (auto _ : state) {
        const auto corpus = std::make_shared<const RawCorpus>(readCorpus(source));
        benchmark::DoNotOptimize(buildDataset({corpus, nullptr, nullptr, nullptr}, {}));
    }
}
BENCHMARK(wholePath)->Unit(benchmark::kMillisecond)->UseRealTime();

void detokenizeWords(benchmark::State& state)
{
    const std::string sentence = "L'homme que j'ai vu aujourd'hui n'est-il pas « l'auteur » du livre, dit-elle ?";
    const auto tokens = tokenize(sentence, TokenizerKind::Words, false);
    for (auto _ : state)
        benchmark::DoNotOptimize(detokenize(tokens, TokenizerKind::Words));
}
BENCHMARK(detokenizeWords);

} // namespace

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_side.h"
#include "exchange.h"

#include "training/batches.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace alignoscope::bench {

namespace {

constexpr std::size_t tokensOfOneSentence = 12;

/// The last sentences of the corpus, or those of the test files, as the training vocabulary reads them.
struct TestSet {
    std::shared_ptr<const RawCorpus> training, test;
};

std::shared_ptr<const RawCorpus> part(const RawCorpus& corpus, std::size_t begin, std::size_t end)
{
    auto some = std::make_shared<RawCorpus>();
    some->suggested = corpus.suggested;
    for (std::size_t i = begin; i < end; ++i)
        some->pairs.add(corpus.pairs.source(i), corpus.pairs.target(i), corpus.pairs.line(i));
    return some;
}

TestSet divide(const WriteOptions& options)
{
    auto corpus = std::make_shared<RawCorpus>(readCorpus(CorpusSource::parse(options.corpus)));
    const auto wanted = static_cast<std::size_t>(options.sentences);
    if (!options.test.empty()) {
        const RawCorpus test = readCorpus(CorpusSource::parse(options.test));
        return {corpus, part(test, 0, std::min(wanted, test.pairs.size()))};
    }
    const std::size_t kept = std::min(wanted, corpus->pairs.size() / 5), from = corpus->pairs.size() - kept;
    return {part(*corpus, 0, from), part(*corpus, from, corpus->pairs.size())};
}

void takeSentences(const EncodedPairs& pairs, Exchange& out)
{
    const auto add = [&](std::size_t pair) {
        out.sentences.emplace_back(pairs.source(pair).begin(), pairs.source(pair).end());
        out.lengths.push_back(static_cast<int>(pairs.target(pair).size()));
    };
    std::size_t nearest = 0;
    const auto distance = [&](std::size_t pair) {
        const std::size_t length = pairs.source(pair).size();
        return length > tokensOfOneSentence ? length - tokensOfOneSentence : tokensOfOneSentence - length;
    };
    for (std::size_t i = 1; i < pairs.size(); ++i)
        if (distance(i) < distance(nearest))
            nearest = i;
    add(nearest);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (i != nearest)
            add(i);
}

} // namespace

nlohmann::json writeFolder(const WriteOptions& options)
{
    const TestSet sets = divide(options);
    DatasetOptions wanted;
    wanted.text = sets.training->suggested;
    wanted.text.lowercase = options.lowercase;
    wanted.minCount = options.minCount;
    wanted.vocabularyLimit = 0;
    Dataset dataset = buildDataset({sets.training, sets.test, nullptr, nullptr}, wanted);

    Exchange exchange;
    ModelOptions model;
    model.embedding = model.hidden = options.hidden;
    model.maxout = options.maxout;
    exchange.sizes = models::sizesOf(model, dataset.sourceVocabulary.size(), dataset.targetVocabulary.size(),
                                     dataset.options.maxLength);
    training::Batches batches(dataset.training, options.batch, options.seed, 0);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const auto batch = batches.at(i);
        exchange.batches.emplace_back(batch.begin(), batch.end());
    }
    // a last batch of fewer pairs would be timed like the others
    std::erase_if(exchange.batches, [&](const auto& batch) { return static_cast<int>(batch.size()) < options.batch; });
    takeSentences(dataset.validation, exchange);
    exchange.pairs = std::move(dataset.training);

    const models::RnnSearch<float> network(exchange.sizes);
    models::ParameterBlock block(static_cast<std::size_t>(network.layout().size()));
    nn::initialize(network.layout(), options.initialization == "paper" ? Initialization::Paper : Initialization::Glorot,
                   options.seed, block.data());
    writeExchange(options.folder, exchange, block);
    return {{"source_words", exchange.sizes.sourceWords},
            {"target_words", exchange.sizes.targetWords},
            {"batches", exchange.batches.size()},
            {"sentences", exchange.sentences.size()}};
}

} // namespace alignoscope::bench

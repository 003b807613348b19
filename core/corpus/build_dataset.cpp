// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/dataset_builder.h"

#include "alignoscope/error.h"
#include "corpus/pair_encoder.h"
#include "corpus/parallel.h"
#include "corpus/progress_part.h"
#include "corpus/validation_split.h"
#include "corpus/vocabulary_counts.h"

#include <fmt/format.h>

#include <limits>

namespace alignoscope {
namespace corpus {
namespace {

/// The vocabularies that are given, else those of the pairs that are trained on.
void makeVocabularies(const TokenizedCorpus& corpus, const PairSet& training, const DatasetInputs& given,
                      Dataset& dataset, const Progress& progress)
{
    TypeCounts counts;
    if (!given.sourceVocabulary || !given.targetVocabulary)
        counts = countTypes(corpus, training, progress);
    const auto make = [](const TokenTable& types, const std::vector<std::int64_t>& of, const Vocabulary* known,
                         const DatasetOptions& options) {
        return known ? *known : Vocabulary(frequentTypes(types, of, options.minCount, options.vocabularyLimit));
    };
    dataset.sourceVocabulary = make(corpus.source.types, counts.source, given.sourceVocabulary, dataset.options);
    dataset.targetVocabulary =
        make(corpus.target.types, counts.target, given.targetVocabulary, targetOptions(dataset.options, dataset.task));
}

/// Takes out texts whose label no text for training has: a model cannot be right about them. Returns how many.
std::int64_t dropUnknownLabels(const TokenizedCorpus& corpus, PairSet& pairs, const Dataset& dataset,
                               const Progress& progress)
{
    if (dataset.task != Task::Classification)
        return 0;
    const std::size_t before = pairs.size();
    inOrder(corpus, pairs, progress, [&](std::size_t pair) {
        const auto label = corpus.target.sentence(pair);
        if (label.size() != 1 || !dataset.targetVocabulary.contains(corpus.target.types.type(label.front())))
            pairs.remove(pair);
    });
    return static_cast<std::int64_t>(before - pairs.size());
}

/// Pairs are numbered with 32 bits wherever many are held.
void requireCountable(const RawCorpus& corpus)
{
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
    if (corpus.pairs.size() > most)
        throw Error(ErrorKind::Input,
                    {corpus.source.label(), "the corpus has too many pairs", fmt::format("at most {}", most),
                     std::to_string(corpus.pairs.size()), "Take a part of it."});
}

void requireSameTask(const RawCorpus& corpus, const RawCorpus& validation)
{
    if (corpus.task == validation.task)
        return;
    const auto about = [](const RawCorpus& one) {
        return std::string(one.task == Task::Classification ? "texts with labels" : "sentence pairs");
    };
    throw Error(ErrorKind::Usage,
                {validation.source.label(), "the corpus for validation is of another kind", about(corpus),
                 about(validation), "Choose two corpora for the same task."});
}

[[noreturn]] void nothingLeft(const RawCorpus& corpus, std::int64_t tooLong, const DatasetOptions& options,
                              const std::string& purpose)
{
    Problem problem{corpus.source.label(), "no sentence pair is left to " + purpose, "", "", ""};
    if (tooLong > 0) {
        problem.got = fmt::format("{} pairs, all longer than {} tokens", tooLong, options.maxLength);
        problem.advice = "Raise the maximum length, or choose another tokeniser.";
    }
    throw Error(ErrorKind::Input, std::move(problem));
}

/// Moves some of `training` into a set for validation.
PairSet splitOff(const TokenizedCorpus& corpus, PairSet& training, const DatasetOptions& options,
                 const Progress& progress)
{
    PairSet validation = chooseValidation(corpus, training, options.validationSplit, options.seed, progress);
    for (std::size_t pair = 0; pair < corpus.size(); ++pair)
        if (validation.contains(pair))
            training.remove(pair);
    return validation;
}

std::vector<std::size_t> firstLeftOut(const PairSet& training, const PairSet& validation)
{
    std::vector<std::size_t> pairs;
    for (std::size_t pair = 0; pair < training.corpusSize() && pairs.size() < Dataset::mostLeftOut; ++pair)
        if (!training.contains(pair) && !validation.contains(pair))
            pairs.push_back(pair);
    return pairs;
}

/// A corpus of its own to validate on.
void addValidation(const RawCorpus& corpus, std::size_t workers, Dataset& dataset, const Progress& progress)
{
    const TokenizedCorpus tokenized =
        tokenizeCorpus(corpus.pairs, dataset.options.text, workers, partOf(progress, 0, 0.9));
    Kept kept = keepShort(tokenized, dataset.task, dataset.options.maxLength);
    dataset.unknownLabels = dropUnknownLabels(tokenized, kept.pairs, dataset, {{}, progress.stop});
    dataset.tooLong += kept.tooLong;
    if (kept.pairs.empty())
        nothingLeft(corpus, kept.tooLong, dataset.options, "validate on");
    dataset.validation = encode(tokenized, kept.pairs, dataset, partOf(progress, 0.9, 1));
}

/// Everything that is made of the corpus itself.
void addTraining(const DatasetInputs& inputs, std::size_t workers, Dataset& dataset, const Progress& progress,
                 const Summarised& summarised)
{
    const RawCorpus& corpus = *inputs.corpus;
    const TokenizedCorpus tokenized =
        tokenizeCorpus(corpus.pairs, dataset.options.text, workers, partOf(progress, 0, 0.7));
    Kept kept = keepShort(tokenized, dataset.task, dataset.options.maxLength);
    if (summarised)
        summarised(summarize(corpus, tokenized, kept, dataset.options, partOf(progress, 0.7, 0.75)));
    PairSet& training = kept.pairs;
    PairSet validation(tokenized.size());
    if (!inputs.validation)
        validation = splitOff(tokenized, training, dataset.options, partOf(progress, 0.75, 0.85));
    dataset.tooLong = kept.tooLong;
    if (training.empty())
        nothingLeft(corpus, kept.tooLong, dataset.options, "train on");

    makeVocabularies(tokenized, training, inputs, dataset, partOf(progress, 0.85, 0.9));
    dataset.training = encode(tokenized, training, dataset, partOf(progress, 0.9, 1));
    dataset.unknownLabels = dropUnknownLabels(tokenized, validation, dataset, {{}, progress.stop});
    dataset.validation = encode(tokenized, validation, dataset, {{}, progress.stop});
    dataset.leftOut = firstLeftOut(training, validation);
}

} // namespace

Dataset buildDataset(const DatasetInputs& inputs, const DatasetOptions& options, std::size_t workers,
                     const Progress& progress, const Summarised& summarised)
{
    requirePossible(options);
    if (!inputs.corpus)
        throw Error(ErrorKind::Usage, {"dataset", "there is no corpus to make it from", "", "", ""});
    Dataset dataset;
    dataset.options = options;
    dataset.options.text = withSubwordModels(*inputs.corpus, options.text, {{}, progress.stop});
    dataset.corpus = inputs.corpus;
    dataset.validationCorpus = inputs.validation ? inputs.validation : inputs.corpus;
    dataset.task = inputs.corpus->task;
    requireSameTask(*dataset.corpus, *dataset.validationCorpus);
    requireCountable(*dataset.corpus);
    requireCountable(*dataset.validationCorpus);

    const double trained = inputs.validation ? 0.8 : 1;
    addTraining(inputs, workers, dataset, partOf(progress, 0, trained), summarised);
    if (inputs.validation)
        addValidation(*inputs.validation, workers, dataset, partOf(progress, trained, 1));
    progress(1);
    return dataset;
}

} // namespace corpus

Dataset buildDataset(const DatasetInputs& inputs, const DatasetOptions& options, const Progress& progress,
                     const Summarised& summarised)
{
    return corpus::buildDataset(inputs, options, corpus::allWorkers(), progress, summarised);
}

} // namespace alignoscope

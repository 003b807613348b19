// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/dataset_builder.h"

#include "alignoscope/error.h"
#include "corpus/kept_pairs.h"
#include "corpus/parallel.h"
#include "corpus/tokenized_corpus.h"
#include "corpus/validation_split.h"
#include "corpus/vocabulary_counts.h"

#include <fmt/format.h>

namespace alignoscope {
namespace corpus {
namespace {

/// Turns one side's types into rows of its vocabulary.
class SideEncoder {
public:
    SideEncoder(const TokenizedSide& side, const Vocabulary& vocabulary) : m_side(side)
    {
        m_ids.reserve(side.types.size());
        for (const std::string& type : side.types)
            m_ids.push_back(vocabulary.id(type));
    }
    /// With EOS; valid until the next call.
    std::span<const TokenId> encode(std::size_t sentence)
    {
        m_sentence.clear();
        for (const TypeId type : m_side.sentence(sentence))
            m_sentence.push_back(m_ids[type]);
        m_sentence.push_back(Vocabulary::endSentence);
        return m_sentence;
    }

private:
    const TokenizedSide& m_side;
    std::vector<TokenId> m_ids, m_sentence;
};

EncodedPairs encode(const TokenizedCorpus& corpus, const std::vector<std::size_t>& pairs, const Dataset& dataset)
{
    EncodedPairs encoded;
    SideEncoder source(corpus.source, dataset.sourceVocabulary), target(corpus.target, dataset.targetVocabulary);
    for (const std::size_t pair : pairs)
        encoded.add(source.encode(pair), target.encode(pair), pair);
    return encoded;
}

Vocabulary makeVocabulary(const TokenizedSide& side, const std::vector<std::size_t>& training, const Vocabulary* given,
                          const DatasetOptions& options)
{
    if (given)
        return *given;
    return Vocabulary(frequentTypes(side, countTypes(side, training), options.minCount, options.vocabularyLimit));
}

/// Takes out texts whose label no text for training has: a model cannot be right about them. Returns how many.
std::int64_t dropUnknownLabels(const TokenizedCorpus& corpus, std::vector<std::size_t>& pairs, const Dataset& dataset)
{
    if (dataset.task != Task::Classification)
        return 0;
    return static_cast<std::int64_t>(std::erase_if(pairs, [&](std::size_t pair) {
        const auto label = corpus.target.sentence(pair);
        return label.size() != 1 || !dataset.targetVocabulary.contains(corpus.target.types[label.front()]);
    }));
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

/// The first or second half of the caller's progress.
Progress half(const Progress& whole, double from)
{
    Progress part;
    part.stop = whole.stop;
    part.report = [&whole, from](double fraction) { whole(from + fraction / 2); };
    return part;
}

void splitOff(const TokenizedCorpus& corpus, Kept& kept, const DatasetOptions& options,
              std::vector<std::size_t>& validation)
{
    const auto chosen = chooseValidation(corpus, kept.pairs, options.validationSplit, options.seed);
    std::vector<std::size_t> training;
    for (std::size_t i = 0; i < kept.pairs.size(); ++i)
        (chosen[i] ? validation : training).push_back(kept.pairs[i]);
    kept.pairs = std::move(training);
}

} // namespace

Dataset buildDataset(const DatasetInputs& inputs, const DatasetOptions& options, std::size_t workers,
                     const Progress& progress)
{
    requirePossible(options);
    if (!inputs.corpus)
        throw Error(ErrorKind::Usage, {"dataset", "there is no corpus to make it from", "", "", ""});
    Dataset dataset;
    dataset.options = options;
    dataset.options.text = withSubwordModels(*inputs.corpus, options.text, half(progress, 0));
    dataset.corpus = inputs.corpus;
    dataset.validationCorpus = inputs.validation ? inputs.validation : inputs.corpus;
    requireSameTask(*dataset.corpus, *dataset.validationCorpus);

    const TokenizedCorpus own = tokenizeCorpus(inputs.corpus->pairs, dataset.options.text, workers, half(progress, 0));
    const Task task = dataset.task = inputs.corpus->task;
    Kept kept = keepShort(own, task, options.maxLength);
    std::vector<std::size_t> validation;
    if (!inputs.validation)
        splitOff(own, kept, options, validation);
    dataset.tooLong = kept.tooLong;
    if (kept.pairs.empty())
        nothingLeft(*inputs.corpus, kept.tooLong, options, "train on");

    dataset.sourceVocabulary = makeVocabulary(own.source, kept.pairs, inputs.sourceVocabulary, options);
    dataset.targetVocabulary =
        makeVocabulary(own.target, kept.pairs, inputs.targetVocabulary, targetOptions(options, task));
    dataset.training = encode(own, kept.pairs, dataset);
    if (!inputs.validation) {
        dataset.unknownLabels = dropUnknownLabels(own, validation, dataset);
        dataset.validation = encode(own, validation, dataset);
    } else {
        const auto apart = tokenizeCorpus(inputs.validation->pairs, dataset.options.text, workers, half(progress, 0.5));
        Kept shortOnes = keepShort(apart, task, options.maxLength);
        dataset.unknownLabels = dropUnknownLabels(apart, shortOnes.pairs, dataset);
        dataset.tooLong += shortOnes.tooLong;
        if (shortOnes.pairs.empty())
            nothingLeft(*inputs.validation, shortOnes.tooLong, options, "validate on");
        dataset.validation = encode(apart, shortOnes.pairs, dataset);
    }
    progress(1);
    return dataset;
}

} // namespace corpus

Dataset buildDataset(const DatasetInputs& inputs, const DatasetOptions& options, const Progress& progress)
{
    return corpus::buildDataset(inputs, options, corpus::allWorkers(), progress);
}

} // namespace alignoscope

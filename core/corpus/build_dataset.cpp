// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/dataset_builder.h"

#include "alignoscope/error.h"
#include "corpus/parallel.h"
#include "corpus/tokenized_corpus.h"
#include "corpus/validation_split.h"
#include "corpus/vocabulary_counts.h"

#include <fmt/format.h>

namespace alignoscope {
namespace corpus {
namespace {

/// The pairs short enough, and how many were not.
struct Kept {
    std::vector<std::size_t> pairs;
    std::int64_t tooLong = 0;
};

Kept keepShort(const TokenizedCorpus& corpus, int maxLength)
{
    Kept kept;
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        if (corpus.longerSide(i) > static_cast<std::size_t>(maxLength))
            ++kept.tooLong;
        else if (!corpus.hasEmptySide(i))
            kept.pairs.push_back(i);
    }
    return kept;
}

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
    dataset.corpus = inputs.corpus;
    dataset.validationCorpus = inputs.validation ? inputs.validation : inputs.corpus;

    const TokenizedCorpus own = tokenizeCorpus(inputs.corpus->pairs, options.text, workers, half(progress, 0));
    Kept kept = keepShort(own, options.maxLength);
    std::vector<std::size_t> validation;
    if (!inputs.validation)
        splitOff(own, kept, options, validation);
    dataset.tooLong = kept.tooLong;
    if (kept.pairs.empty())
        nothingLeft(*inputs.corpus, kept.tooLong, options, "train on");

    dataset.sourceVocabulary = makeVocabulary(own.source, kept.pairs, inputs.sourceVocabulary, options);
    dataset.targetVocabulary = makeVocabulary(own.target, kept.pairs, inputs.targetVocabulary, options);
    dataset.training = encode(own, kept.pairs, dataset);
    if (!inputs.validation) {
        dataset.validation = encode(own, validation, dataset);
    } else {
        const auto apart = tokenizeCorpus(inputs.validation->pairs, options.text, workers, half(progress, 0.5));
        const Kept shortOnes = keepShort(apart, options.maxLength);
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

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/dataset.h"
#include "alignoscope/error.h"

#include <algorithm>
#include <map>

namespace alignoscope {
namespace {

using Sentences = std::vector<std::vector<std::string>>;

Vocabulary countVocabulary(const Sentences& sentences, const DatasetOptions& options)
{
    std::map<std::string, std::int64_t> counts;
    for (const auto& sentence : sentences)
        for (const auto& token : sentence)
            ++counts[token];
    std::vector<Vocabulary::Entry> entries;
    for (const auto& [token, count] : counts)
        if (count >= options.minCount)
            entries.push_back({token, count});
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    if (options.vocabularyLimit > 0 && entries.size() > static_cast<std::size_t>(options.vocabularyLimit))
        entries.resize(static_cast<std::size_t>(options.vocabularyLimit));
    return Vocabulary(std::move(entries));
}

std::vector<TokenId> encode(const std::vector<std::string>& tokens, const Vocabulary& vocabulary)
{
    std::vector<TokenId> ids;
    for (const auto& token : tokens)
        ids.push_back(vocabulary.id(token));
    ids.push_back(Vocabulary::endSentence);
    return ids;
}

} // namespace

Dataset buildDataset(const DatasetInputs& inputs, const DatasetOptions& options, const Progress&)
{
    Dataset dataset;
    dataset.options = options;
    dataset.corpus = inputs.corpus;
    dataset.validationCorpus = inputs.validation ? inputs.validation : inputs.corpus;
    const auto tokens = [&](const RawCorpus& corpus, Sentences& source, Sentences& target) {
        for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
            source.push_back(tokenize(corpus.pairs.source(i), options.text.sourceTokenizer, options.text.lowercase));
            target.push_back(tokenize(corpus.pairs.target(i), options.text.targetTokenizer, options.text.lowercase));
        }
    };
    Sentences source, target;
    tokens(*inputs.corpus, source, target);
    dataset.sourceVocabulary = inputs.sourceVocabulary ? *inputs.sourceVocabulary : countVocabulary(source, options);
    dataset.targetVocabulary = inputs.targetVocabulary ? *inputs.targetVocabulary : countVocabulary(target, options);
    const auto add = [&](EncodedPairs& to, const Sentences& s, const Sentences& t, std::size_t i) {
        if (s[i].size() > static_cast<std::size_t>(options.maxLength)
            || t[i].size() > static_cast<std::size_t>(options.maxLength))
            ++dataset.tooLong;
        else
            to.add(encode(s[i], dataset.sourceVocabulary), encode(t[i], dataset.targetVocabulary), i);
    };
    const auto every = inputs.validation || options.validationSplit <= 0
        ? std::size_t{0}
        : static_cast<std::size_t>(1 / options.validationSplit);
    for (std::size_t i = 0; i < source.size(); ++i)
        add(every && i % every == every - 1 && dataset.validation.size() < 2000 ? dataset.validation : dataset.training,
            source, target, i);
    if (inputs.validation) {
        Sentences s, t;
        tokens(*inputs.validation, s, t);
        for (std::size_t i = 0; i < s.size(); ++i)
            add(dataset.validation, s, t, i);
    }
    if (dataset.training.size() == 0)
        throw Error(ErrorKind::Input, {inputs.corpus->source.label(), "no pair is left to train on", "", "", ""});
    return dataset;
}

CorpusSummary summarize(const RawCorpus& corpus, const DatasetOptions&, const Progress&)
{
    CorpusSummary summary;
    summary.pairs = static_cast<std::int64_t>(corpus.pairs.size());
    return summary;
}

} // namespace alignoscope

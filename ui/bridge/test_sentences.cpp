// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/test_sentences.h"

#include "ui/bridge/run_corpus_job.h"

#include "alignoscope/error.h"

namespace alignoscope::ui {

namespace {

RawCorpus validationPairs(const Run& run, const std::stop_token& stop)
{
    const auto dataset = datasetOf(run, stop);
    if (dataset->validation.size() == 0)
        throw Error(ErrorKind::Input,
                    {run.folder().filename().string(), "no sentence of this run was kept for validation", "", "",
                     "Choose a corpus to test on."});
    const RawCorpus& whole = *dataset->validationCorpus;
    RawCorpus pairs;
    pairs.suggested = whole.suggested;
    for (std::size_t i = 0; i < dataset->validation.size(); ++i) {
        const std::size_t raw = dataset->validation.rawIndex(i);
        pairs.pairs.add(whole.pairs.source(raw), whole.pairs.target(raw), whole.pairs.line(raw));
        if (!whole.gold.empty())
            pairs.gold.push_back(whole.gold[raw]);
    }
    return pairs;
}

} // namespace

RawCorpus testSentencesOf(const Run& run, const TestSentences& sentences, const std::stop_token& stop)
{
    const RawCorpus all =
        sentences.corpus == CorpusSource() ? validationPairs(run, stop) : readCorpus(sentences.corpus, {}, {{}, stop});
    return evenlyByLength(all, run.experiment().dataset.text, sentences.perTen);
}

} // namespace alignoscope::ui

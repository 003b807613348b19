// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/journal.h"
#include "training/validation.h"
#include "training/watched_sentences.h"

#include <vector>

namespace alignoscope::training {

/// What the table of sentences shows: validation's sample joins the watched sentences, and at every validation each of
/// them is measured and told. Lives on the training thread.
class SentenceTable {
public:
    SentenceTable(const Dataset& dataset, const Validation& validation, WatchedSentences& watched, Journal& journal,
                  RunId run);

    /// The pairs of the sample that are not watched yet.
    [[nodiscard]] std::vector<WatchedSentence> missing() const;

    /// Tells a picture of every sentence of the sample, before there are translations to score.
    void begin(const nn::Weights<float>& weights, std::int64_t step);
    /// Tells a picture of every watched sentence and the scores of those that have a reference.
    void tell(std::vector<SampledPair> sample, std::int64_t step);

private:
    [[nodiscard]] const WatchedSentence* sentenceOf(const SampledPair& one) const;
    bool tellPicture(SampledPair& one, SentenceId id, std::int64_t step);
    [[nodiscard]] SentenceScore score(const WatchedSentence& sentence);

    const Dataset& m_dataset;
    const Validation& m_validation;
    WatchedSentences& m_watched;
    Journal& m_journal;
    RunId m_run;
};

} // namespace alignoscope::training

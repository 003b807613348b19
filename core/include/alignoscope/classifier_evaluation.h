// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/classification.h"
#include "alignoscope/corpus.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alignoscope {

/// Of the texts given a label, the share that have it (precision); of those that have it, the share given it (recall);
/// F1 is their harmonic mean. 0 where there are none to count.
struct LabelScore {
    std::string label;
    std::int64_t texts = 0; ///< that have it
    double precision = 0, recall = 0, f1 = 0;
};

/// What `evaluate` prints of a classifier.
struct ClassificationReport {
    std::int64_t sentences = 0;     ///< texts measured
    std::int64_t unknownLabels = 0; ///< texts left out, as the classifier does not know their label
    double loss = 0;                ///< nats a text
    double accuracy = 0;
    double seconds = 0;                               ///< of classifying
    std::vector<LabelScore> labels;                   ///< in the order of Classifier::labels
    std::vector<std::vector<std::int64_t>> confusion; ///< row: the label a text has; column: the one it was given
};

/// Labels and scores a corpus of Task::Classification. Throws Error(Usage) where it is none, Error(Input) where no text
/// has a label of the classifier, Error(Cancelled). Blocks. Thread-safe.
ALIGNOSCOPE_API ClassificationReport evaluate(const Classifier& classifier, const RawCorpus& corpus,
                                              const Progress& progress = {});

} // namespace alignoscope

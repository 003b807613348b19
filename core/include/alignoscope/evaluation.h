// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/corpus.h"
#include "alignoscope/metrics.h"
#include "alignoscope/translator.h"

#include <optional>
#include <vector>

namespace alignoscope {

struct LengthBucket {
    int min = 0, max = 0; ///< source tokens without EOS, both included
    std::int64_t sentences = 0;
    double bleu = 0;
};

/// What `evaluate` prints; the names in CLI.md.
struct EvaluationReport {
    std::int64_t sentences = 0, targetTokens = 0; ///< target tokens with EOS
    double loss = 0, perplexity = 0;              ///< nats a target token; exp(loss)
    double tokenAccuracy = 0;
    BleuScore bleu;
    double chrf = 0;
    double seconds = 0; ///< of translating
    std::vector<LengthBucket> bleuByLength;
    std::optional<AlignmentScore> alignment;     ///< where there are gold alignments, of the forced reference
    std::optional<AttentionAgreement> agreement; ///< likewise
};

/// Translates and scores a corpus. `gold` overrides the corpus' own; lower-cased scoring for a lower-cased model.
/// Throws Error. Blocks. Thread-safe.
ALIGNOSCOPE_API EvaluationReport evaluate(const Translator& translator, const RawCorpus& corpus,
                                          const std::vector<GoldAlignment>* gold, const TranslationOptions& options,
                                          const Progress& progress = {});

} // namespace alignoscope

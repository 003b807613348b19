// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/api.h"
#include "alignoscope/classification.h"
#include "alignoscope/indices.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace alignoscope {

enum class Phase { Preparing, Training, Paused, Validating, Saving, Finished };
ALIGNOSCOPE_API std::string_view name(Phase phase); ///< "training", …

struct PhaseChanged {
    Phase phase = Phase::Preparing;
};

/// One update done. Loss is nats a target token of that batch, EOS included, before the update.
struct StepReport {
    std::int64_t step = 0;    ///< 1 after the first update
    int epoch = 1;            ///< counted from 1
    double epochFraction = 0; ///< 0…1, how much of this epoch is done
    double progress = 0;      ///< 0…1, how much of the whole run is done (nearest limit)
    double loss = 0;
    double gradientNorm = 0; ///< L2, before clipping
    double learningRate = 0;
    double targetTokensPerSecond = 0; ///< training steps only, smoothed
    double secondsLeft = 0;           ///< estimate; negative: unknown
};

struct ValidationReport {
    std::int64_t step = 0;
    double loss = 0;          ///< nats a target token, EOS included
    double tokenAccuracy = 0; ///< share of target tokens that are the likeliest
    double bleu = -1;         ///< greedy, on at most 200 sentences; negative: not measured
    double aer = -1;          ///< alignment error rate of the attention; negative: no gold alignments
    bool best = false;        ///< the lowest loss so far
    double alignmentPrecision = -1, alignmentRecall = -1; ///< of the same links as the error rate
    double match = -1, mass = -1;                         ///< AttentionAgreement; negative: no gold alignments
};

struct CheckpointSaved {
    std::int64_t step = 0;
    std::uint64_t bytes = 0;
};

/// A sentence was added to the watched ones.
struct WatchedSentence {
    SentenceId id{};
    std::string source, target;  ///< raw text; an empty target: the model's own greedy output is shown
    bool fromValidation = false; ///< otherwise typed by the user
    std::optional<GoldAlignment> gold;
    bool sampled = false; ///< one of the validation pairs measured at every validation, and recorded only then
};

/// How well the model translates a watched sentence by itself (greedily), against the reference.
struct SentenceScore {
    SentenceId id{};
    std::string translation;
    double bleu = 0, chrf = 0; ///< sentenceBleu, sentenceChrf, 0…100
};

/// At a validation: of every watched sentence that has a reference. Their attention is recorded at the same step.
struct SentencesScored {
    std::int64_t step = 0;
    std::vector<SentenceScore> scores;
};

/// At a validation of a classifier: of every watched text that has a label. Their attention is recorded at the same step.
struct TextsClassified {
    std::int64_t step = 0;
    std::vector<TextScore> scores;
};

/// A sentence is no longer watched.
struct SentenceUnwatched {
    SentenceId id{};
};

/// Something failed that training can live through (a full disk while saving): nothing is lost, training pauses where
/// somebody can act and resume.
struct Trouble {
    std::string message;
};

enum class StopReason { EpochsDone, StepsDone, TimeUp, Patience, Requested, NotANumber, Failed };
ALIGNOSCOPE_API std::string_view
name(StopReason reason); ///< "epochs", "steps", "minutes", "patience", "stopped", "not-a-number", "failed"

/// The last event of every run, whatever happened.
struct RunFinished {
    StopReason reason = StopReason::Requested;
    std::string message; ///< for people; empty when all went well
    std::int64_t steps = 0;
    int epochs = 0;
    double trainLoss = 0, validationLoss = -1, validationBleu = -1; ///< last known; negative: never measured
    std::int64_t targetTokens = 0;                                  ///< trained on in this start
    double seconds = 0;                                             ///< of training steps only
    double targetTokensPerSecond = 0; ///< without the first ten steps, validation and saving
    std::uint64_t peakRssBytes = 0;
    std::int64_t parameters = 0;
};

struct TrainingEvent {
    RunId run{};
    double time = 0; ///< seconds since the run was first started, pauses and earlier starts included
    std::variant<PhaseChanged, StepReport, ValidationReport, CheckpointSaved, WatchedSentence, SentenceUnwatched,
                 Trouble, SentencesScored, TextsClassified, RunFinished>
        what;
};

} // namespace alignoscope

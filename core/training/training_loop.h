// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/trainer.h"
#include "training/batches.h"
#include "training/checkpoint.h"
#include "training/journal.h"
#include "training/parallel_gradient.h"
#include "training/sentence_table.h"
#include "training/speedometer.h"
#include "training/validation.h"
#include "training/watched_sentences.h"
#include "training/wishes.h"

#include <chrono>
#include <optional>

namespace alignoscope::training {

/// One start of a trainer, on its thread: update, tell, validate, keep, and between two updates what others wish.
class TrainingLoop {
public:
    TrainingLoop(const TrainerSetup& setup, RunId id, models::TrainedModel& model, Wishes& wishes,
                 std::optional<storage::RunWriter>& writer, TrainingObserver& observer);

    /// Does not throw; ends with RunFinished.
    void run(std::stop_token stop, PauseGate& gate);

private:
    using Clock = std::chrono::steady_clock;

    StopReason train(std::stop_token stop, PauseGate& gate);
    void prepare();
    std::optional<StopReason> limitReached() const;
    [[nodiscard]] double progress() const;

    bool update();
    void nextBatch();
    void report(const ParallelGradient::Result& result, double rate);
    [[nodiscard]] double secondsLeft() const;

    void afterUpdate(std::stop_token stop, PauseGate& gate);
    bool validate(std::stop_token stop);
    void save(bool best);
    void grantWishes();
    void watch(WatchedSentence sentence);
    void recordAttention();
    void watchSample();
    void showLive();
    void enter(Phase phase);
    /// Runs what writes to the disk; where somebody watches, a failure pauses training instead of ending it.
    template <class Work>
    bool keeping(PauseGate& gate, Work&& work);
    void finish(StopReason reason, std::string message);
    std::shared_ptr<const Translator> copyModel() const;

    const TrainerSetup& m_setup;
    const TrainingOptions& m_options;
    RunId m_id;
    models::TrainedModel& m_model;
    Wishes& m_wishes;
    std::optional<storage::RunWriter>& m_writer;
    Journal m_journal;
    ThreadTeam m_team;
    nn::Weights<float> m_weights; ///< always those of m_model
    ParallelGradient m_gradient;
    Optimizer m_optimizer;
    Validation m_validation;
    WatchedSentences m_watched;
    SentenceTable m_table;
    LearningState m_state;
    Speedometer m_speed;

    Batches m_batches; ///< of the epoch under way
    Phase m_phase = Phase::Preparing;
    bool m_notANumber = false;
    bool m_saveOwed = false, m_bestOwed = false; ///< the last checkpoint could not be written
    std::int32_t m_nextSentence = 0;
    std::optional<SentenceId> m_focus;
    double m_startProgress = 0;
    double m_lastLoss = 0, m_lastValidationLoss = -1, m_lastBleu = -1, m_lossSum = 0;
    std::int64_t m_lossTokens = 0, m_lastValidation = -1;
    Clock::time_point m_savedAt = Clock::now(), m_liveNext{};
};

} // namespace alignoscope::training

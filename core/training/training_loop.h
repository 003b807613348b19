// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/batches.h"
#include "training/checkpoint.h"
#include "training/model_in_training.h"
#include "training/speedometer.h"
#include "training/watching.h"
#include "training/wishes.h"

#include <chrono>
#include <optional>

namespace alignoscope::training {

/// One start of a trainer, on its thread, whatever it trains: update, tell, validate, keep, and between two updates
/// what others wish.
class TrainingLoop {
public:
    TrainingLoop(const TrainerSetup& setup, RunId id, ModelInTraining& model, Wishes& wishes,
                 std::optional<storage::RunWriter>& writer, TrainingObserver& observer);

    /// Does not throw; ends with RunFinished.
    void run(std::stop_token stop, PauseGate& gate);

private:
    using Clock = std::chrono::steady_clock;

    StopReason train(std::stop_token stop, PauseGate& gate);
    void prepare(std::stop_token stop);
    void restore();
    std::optional<StopReason> limitReached() const;
    [[nodiscard]] double progress() const;

    bool update();
    void nextBatch();
    void report(const BatchLoss& result, double rate);
    [[nodiscard]] double secondsLeft() const;

    void afterUpdate(std::stop_token stop, PauseGate& gate);
    bool validate(std::stop_token stop);
    void save(bool best);
    void watchFirst();
    void watchSample();
    void serveCopies();
    void enter(Phase phase);
    /// Runs what writes to the disk; where somebody watches, a failure pauses training instead of ending it.
    template <class Work>
    bool keeping(PauseGate& gate, Work&& work);
    void finish(StopReason reason, std::string message);

    const TrainerSetup& m_setup;
    const TrainingOptions& m_options;
    RunId m_id;
    ModelInTraining& m_model;
    Wishes& m_wishes;
    std::optional<storage::RunWriter>& m_writer;
    Journal m_journal;
    ThreadTeam m_team;
    nn::Weights<float> m_weights; ///< always those of m_model
    std::unique_ptr<Learner> m_learner;
    Optimizer m_optimizer;
    Watching m_watching;
    LearningState m_state;
    Speedometer m_speed;

    Batches m_batches; ///< of the epoch under way
    Phase m_phase = Phase::Preparing;
    bool m_saveOwed = false, m_bestOwed = false; ///< the last checkpoint could not be written
    double m_startProgress = 0, m_lastLoss = 0, m_lastValidationLoss = -1, m_lastBleu = -1;
    std::int64_t m_lastValidation = -1;
    Clock::time_point m_savedAt = Clock::now();
};

} // namespace alignoscope::training

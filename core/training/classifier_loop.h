// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/classification.h"
#include "alignoscope/trainer.h"
#include "models/trained_classifier.h"
#include "training/batches.h"
#include "training/checkpoint.h"
#include "training/classifier_gradient.h"
#include "training/classifier_validation.h"
#include "training/journal.h"
#include "training/speedometer.h"
#include "training/watched_texts.h"
#include "training/wishes.h"

#include <chrono>
#include <functional>
#include <optional>

namespace alignoscope::training {

/// One start of a trainer of a text classifier, on its thread. What TrainingLoop does for translation, with the same
/// journal, checkpoints, wishes and schedule; what differs is what a batch, a validation and a picture are.
class ClassifierLoop {
public:
    ClassifierLoop(const TrainerSetup& setup, RunId id, models::TrainedClassifier& model, Wishes& wishes,
                   std::optional<storage::RunWriter>& writer, TrainingObserver& observer);

    using Initialize = std::function<void(const Progress&)>;
    /// Does not throw; ends with RunFinished. `initialize` gives the parameters their first values; it may throw.
    void run(std::stop_token stop, PauseGate& gate, const Initialize& initialize);

private:
    using Clock = std::chrono::steady_clock;

    StopReason train(std::stop_token stop, PauseGate& gate, const Initialize& initialize);
    void prepare();
    void watchFirstTexts();
    std::optional<StopReason> limitReached() const;
    [[nodiscard]] double progress() const;
    bool update();
    void report(const ClassifierGradient::Result& result, double rate);
    void afterUpdate(std::stop_token stop, PauseGate& gate);
    bool validate(std::stop_token stop);
    void save(bool best);
    void grantWishes();
    void watch(WatchedSentence text);
    void record(WatchedTexts::Which which, bool scores);
    void showLive();
    void enter(Phase phase);
    /// Runs what writes to the disk; where somebody watches, a failure pauses training instead of ending it.
    template <class Work>
    bool keeping(PauseGate& gate, Work&& work);
    void finish(StopReason reason, std::string message);
    [[nodiscard]] std::shared_ptr<const Classifier> copyModel() const;

    const TrainerSetup& m_setup;
    const TrainingOptions& m_options;
    RunId m_id;
    models::TrainedClassifier& m_model;
    Wishes& m_wishes;
    std::optional<storage::RunWriter>& m_writer;
    Journal m_journal;
    ThreadTeam m_team;
    nn::Weights<float> m_weights; ///< always those of m_model
    ClassifierGradient m_gradient;
    Optimizer m_optimizer;
    ClassifierValidation m_validation;
    WatchedTexts m_watched;
    LearningState m_state;
    Speedometer m_speed;

    Batches m_batches; ///< of the epoch under way
    Phase m_phase = Phase::Preparing;
    bool m_saveOwed = false, m_bestOwed = false; ///< the last checkpoint could not be written
    std::int32_t m_nextText = 0;
    std::optional<SentenceId> m_focus;
    double m_startProgress = 0, m_lastLoss = 0, m_lastValidationLoss = -1;
    std::int64_t m_lastValidation = -1;
    Clock::time_point m_savedAt = Clock::now(), m_liveNext{};
};

} // namespace alignoscope::training

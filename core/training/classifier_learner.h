// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/classification.h"
#include "alignoscope/trainer.h"
#include "models/trained_classifier.h"
#include "storage/run_writer.h"
#include "training/wishes.h"

#include <mutex>
#include <optional>

namespace alignoscope::training {

/// What a Trainer has where it trains a text classifier.
class ClassifierLearner {
public:
    /// Checks that there is something to learn, and completes the options: numbers a word as in the file of word
    /// vectors. Throws Error.
    explicit ClassifierLearner(TrainerSetup& setup);

    /// Blocks; everything ends in RunFinished.
    void run(const TrainerSetup& setup, RunId id, Wishes& wishes, std::optional<storage::RunWriter>& writer,
             TrainingObserver& observer, std::stop_token stop, PauseGate& gate);
    /// The model as it is, made first where it was not yet.
    [[nodiscard]] std::shared_ptr<const Classifier> copy(const TrainerSetup& setup);

private:
    void initialize(const TrainerSetup& setup, const Progress& progress);

    models::TrainedClassifier m_model;
    std::once_flag m_initialized;
};

/// First values of a classifier's parameters, whose block is there already: Glorot's, and the word vectors of the file
/// where one is named, frozen or not. Throws Error.
void initialize(models::TrainedClassifier& model, const Experiment& experiment, bool readVectors,
                const Progress& progress);

} // namespace alignoscope::training

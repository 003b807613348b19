// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trained_classifier.h"
#include "training/model_in_training.h"

namespace alignoscope::training {

/// A text classifier.
class ClassifierInTraining final : public ModelInTraining {
public:
    /// Checks that there is something to learn, and completes the options: numbers a word as in the file of word
    /// vectors. `setup` outlives this. Throws Error.
    explicit ClassifierInTraining(TrainerSetup& setup);

    [[nodiscard]] const nn::ParameterLayout& layout() const override { return m_model.network->layout(); }
    [[nodiscard]] std::span<float> parameters() override { return m_model.parameters; }
    [[nodiscard]] std::int64_t learntNumbers() const override;
    void setStep(std::int64_t step) override { m_model.step = step; }
    [[nodiscard]] std::shared_ptr<const void> copy() const override;
    [[nodiscard]] std::unique_ptr<Learner> learner(const Tools& tools) const override;

private:
    /// Glorot's, and the word vectors of the file where one is named, frozen or not.
    void setFirstValues(const Progress& progress) override;
    void readVectors(const ClassifierOptions& options, const Progress& progress);

    const TrainerSetup& m_setup;
    models::TrainedClassifier m_model;
};

} // namespace alignoscope::training

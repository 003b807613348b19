// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trained_model.h"
#include "training/model_in_training.h"

namespace alignoscope::training {

/// A recurrent encoder-decoder.
class TranslationInTraining final : public ModelInTraining {
public:
    explicit TranslationInTraining(const TrainerSetup& setup);

    [[nodiscard]] const nn::ParameterLayout& layout() const override { return m_model.network->layout(); }
    [[nodiscard]] std::span<float> parameters() override { return m_model.parameters; }
    [[nodiscard]] std::int64_t learntNumbers() const override { return layout().parameters(); }
    void setStep(std::int64_t step) override { m_model.step = step; }
    [[nodiscard]] std::shared_ptr<const void> copy() const override;
    [[nodiscard]] std::unique_ptr<Learner> learner(const Tools& tools) const override;

private:
    void setFirstValues(const Progress& progress) override;

    Initialization m_start;
    std::uint64_t m_seed;
    models::TrainedModel m_model;
};

} // namespace alignoscope::training

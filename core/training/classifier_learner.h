// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/classifier_gradient.h"
#include "training/classifier_validation.h"
#include "training/learner.h"
#include "training/watched_texts.h"

namespace alignoscope::training {

/// The text classifier learns.
class ClassifierLearner final : public Learner {
public:
    ClassifierLearner(const models::TextClassifier<float>& network, const models::Language& language,
                      const Tools& tools);

    BatchLoss compute(std::span<const std::uint32_t> batch, std::int64_t step) override;
    [[nodiscard]] const Gradient& gradient() const override { return m_gradient.gradient(); }

    [[nodiscard]] bool canValidate() const override { return m_validation.possible(); }
    std::optional<ValidationReport> validate(std::stop_token stop, const std::function<void()>& between) override;
    void tellSentences(std::int64_t step) override;

    [[nodiscard]] WatchList& watched() override { return m_watched; }
    [[nodiscard]] std::vector<WatchedSentence> examples() const override;
    [[nodiscard]] std::vector<WatchedSentence> sample() const override;
    void tellSample(std::int64_t step) override { tellPictures(WatchedTexts::Which::Sample, step); }
    void tellPictures(std::int64_t step) override { tellPictures(WatchedTexts::Which::WithoutSample, step); }

private:
    std::vector<TextScore> tellPictures(WatchedTexts::Which which, std::int64_t step);

    Tools m_tools;
    ClassifierGradient m_gradient;
    ClassifierValidation m_validation;
    WatchedTexts m_watched;
};

} // namespace alignoscope::training

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/classification.h"
#include "models/trained_classifier.h"

#include <mutex>

namespace alignoscope::decoding {

/// The labels of a classifier, in the order of its probabilities.
std::vector<std::string> labelsOf(const Vocabulary& targets);

/// The public Classifier over a model that no longer changes.
class ModelClassifier final : public Classifier {
public:
    explicit ModelClassifier(std::shared_ptr<const models::TrainedClassifier> model);

    [[nodiscard]] std::vector<Classification> classify(const std::vector<std::string>& texts,
                                                       const Progress& progress) const override;
    [[nodiscard]] const std::vector<std::string>& labels() const override { return m_labels; }
    [[nodiscard]] std::int64_t step() const override { return m_model->step; }
    [[nodiscard]] std::int64_t parameters() const override
    {
        return m_model->network->parameters(m_model->parameters.data());
    }

private:
    std::shared_ptr<const models::TrainedClassifier> m_model;
    std::vector<std::string> m_labels;
    mutable std::once_flag m_packed;
    mutable nn::Weights<float> m_weights; ///< packed when they are first needed
};

} // namespace alignoscope::decoding

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "alignoscope/training_event.h"
#include "models/text_classifier.h"
#include "nn/thread_team.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace alignoscope::training {

/// Loss and accuracy of a classifier on the validation part.
class ClassifierValidation {
public:
    ClassifierValidation(const models::TextClassifier<float>& network, const Dataset& dataset, nn::ThreadTeam& team);

    [[nodiscard]] bool possible() const { return m_dataset.validation.size() > 0; }
    /// `between` runs on the calling thread now and then. Nothing when stop was requested.
    std::optional<ValidationReport> measure(const nn::Weights<float>& weights, std::stop_token stop,
                                            const std::function<void()>& between) const;

private:
    struct Sums {
        double loss = 0;
        std::int64_t correct = 0;
    };
    void score(const nn::Weights<float>& weights, std::size_t first, std::size_t end, Sums& sums) const;

    const models::TextClassifier<float>& m_network;
    const Dataset& m_dataset;
    nn::ThreadTeam& m_team;
    std::vector<std::size_t> m_order; ///< texts of like length together
};

} // namespace alignoscope::training

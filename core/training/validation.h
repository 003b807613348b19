// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "alignoscope/training_event.h"
#include "models/trained_model.h"
#include "nn/thread_team.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace alignoscope::training {

using nn::ThreadTeam;

/// Measures a model on the validation part: loss and accuracy of all its pairs, greedy BLEU of at most 200 of them, and
/// the error rate of its attention where the corpus has gold alignments made for these tokens.
class Validation {
public:
    Validation(const models::RnnSearch<float>& network, const models::Language& language, const Dataset& dataset,
               ThreadTeam& team);

    [[nodiscard]] bool possible() const { return m_dataset.validation.size() > 0; }

    /// `between` runs on the calling thread now and then. Nothing when stop was requested.
    std::optional<ValidationReport> measure(const nn::Weights<float>& weights, std::stop_token stop,
                                            const std::function<void()>& between) const;

private:
    struct Sums;
    void score(const nn::Weights<float>& weights, std::size_t first, std::size_t count, Sums& sums) const;
    double greedyBleu(const nn::Weights<float>& weights, std::stop_token stop) const;

    const models::RnnSearch<float>& m_network;
    const models::Language& m_language;
    const Dataset& m_dataset;
    ThreadTeam& m_team;
    std::vector<std::size_t> m_order; ///< like lengths together
    bool m_hasGold = false;
};

} // namespace alignoscope::training

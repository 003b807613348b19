// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "alignoscope/training_event.h"
#include "alignoscope/translator.h"
#include "models/trained_model.h"
#include "nn/thread_team.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace alignoscope::training {

using nn::ThreadTeam;

/// A pair of the sample that is looked at one by one.
struct SampledPair {
    std::size_t pair = 0; ///< its number in the validation part
    Translator::ForcedScore forced;
    std::string translation;   ///< greedy; empty where only the attention was asked for
    double bleu = 0, chrf = 0; ///< of that translation
};

/// Measures a model on the validation part: loss and accuracy of all its pairs, greedy translations of at most 200 of
/// them, and its attention where the corpus has gold alignments made for these tokens.
class Validation {
public:
    Validation(const models::RnnSearch<float>& network, const models::Language& language, const Dataset& dataset,
               ThreadTeam& team);

    [[nodiscard]] bool possible() const { return m_dataset.validation.size() > 0; }

    struct Measured {
        ValidationReport report;
        std::vector<SampledPair> sample;
    };
    /// `between` runs on the calling thread now and then. Nothing when stop was requested.
    std::optional<Measured> measure(const nn::Weights<float>& weights, std::stop_token stop,
                                    const std::function<void()>& between) const;

    /// The sample: at most 200 pairs, an even choice over the lengths, the shortest first.
    [[nodiscard]] std::vector<std::size_t> samplePairs() const;
    /// Its loss and attention alone.
    [[nodiscard]] std::vector<SampledPair> lookAtSample(const nn::Weights<float>& weights) const;

private:
    struct Sums;
    void findGold();
    using Sample = std::vector<SampledPair>;
    void score(const nn::Weights<float>& weights, std::size_t first, std::size_t count, Sums& sums,
               Sample& sample) const;
    void translateSample(const nn::Weights<float>& weights, std::stop_token stop, Sample& sample) const;
    double scoreTranslations(Sample& sample) const;
    static ValidationReport reportOf(std::vector<Sums>& sums, bool gold);
    [[nodiscard]] std::string_view reference(std::size_t pair) const;

    const models::RnnSearch<float>& m_network;
    const models::Language& m_language;
    const Dataset& m_dataset;
    ThreadTeam& m_team;
    std::vector<std::size_t> m_order;         ///< like lengths together, the longest first
    std::vector<std::size_t> m_sampled;       ///< places in m_order, ascending
    std::vector<const GoldAlignment*> m_gold; ///< of each pair that has one that counts these tokens; or empty
    bool m_hasGold = false;
};

} // namespace alignoscope::training

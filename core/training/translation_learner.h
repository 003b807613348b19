// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/learner.h"
#include "training/parallel_gradient.h"
#include "training/sentence_table.h"

namespace alignoscope::training {

/// The recurrent encoder-decoder learns.
class TranslationLearner final : public Learner {
public:
    TranslationLearner(const models::RnnSearch<float>& network, const models::Language& language, const Tools& tools);

    BatchLoss compute(std::span<const std::uint32_t> batch, std::int64_t step) override;
    [[nodiscard]] const Gradient& gradient() const override { return m_gradient.gradient(); }

    [[nodiscard]] bool canValidate() const override { return m_validation.possible(); }
    std::optional<ValidationReport> validate(std::stop_token stop, const std::function<void()>& between) override;
    void tellSentences(std::int64_t step) override { m_table.tell(std::move(m_measured), step); }

    [[nodiscard]] WatchList& watched() override { return m_watched; }
    [[nodiscard]] std::vector<WatchedSentence> examples() const override;
    [[nodiscard]] std::vector<WatchedSentence> sample() const override { return m_table.missing(); }
    void tellSample(std::int64_t step) override { m_table.begin(m_tools.weights, step); }
    void tellPictures(std::int64_t step) override;

private:
    Tools m_tools;
    ParallelGradient m_gradient;
    Validation m_validation;
    WatchedSentences m_watched;
    SentenceTable m_table;
    std::vector<SampledPair> m_measured; ///< by the last validation
};

} // namespace alignoscope::training

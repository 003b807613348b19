// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/translator.h"
#include "models/trained_model.h"
#include "nn/thread_team.h"

#include <mutex>

namespace alignoscope::decoding {

/// The public Translator over a model that no longer changes. Every call brings memory of its own.
class ModelTranslator final : public Translator {
public:
    /// `alone`: nothing else computes meanwhile, so that even one sentence may be shared out over the cores.
    explicit ModelTranslator(std::shared_ptr<const models::TrainedModel> model, bool alone = false);

    [[nodiscard]] Translation translate(std::string_view text, const TranslationOptions& options) const override;
    [[nodiscard]] std::vector<Translation> translate(const std::vector<std::string>& texts,
                                                     const TranslationOptions& options,
                                                     const Progress& progress) const override;
    [[nodiscard]] BeamTrace traceBeam(std::string_view text, const TranslationOptions& options,
                                      int likeliest) const override;
    [[nodiscard]] AttentionSnapshot align(std::string_view source, std::string_view target) const override;
    [[nodiscard]] std::vector<ForcedScore> score(const std::vector<std::string>& sources,
                                                 const std::vector<std::string>& targets,
                                                 const Progress& progress) const override;
    [[nodiscard]] SentenceStates states(std::string_view source, std::string_view target) const override;
    [[nodiscard]] StateMap mapStates(const std::vector<std::string>& sources, const Progress& progress) const override;
    [[nodiscard]] InterventionResult intervene(std::string_view text, const Intervention& intervention) const override;
    [[nodiscard]] Explanation explain(std::string_view source, std::string_view target,
                                      const ExplanationOptions& options, const Progress& progress) const override;
    [[nodiscard]] std::vector<Explanation> explain(const std::vector<std::string>& sources,
                                                   const std::vector<std::string>& targets,
                                                   const ExplanationOptions& options,
                                                   const Progress& progress) const override;
    [[nodiscard]] std::shared_ptr<const Translator> limited(const StateLimitOptions& limit) const override;
    [[nodiscard]] std::int64_t step() const override { return m_model->step; }
    [[nodiscard]] std::int64_t parameters() const override { return m_model->network->layout().parameters(); }
    [[nodiscard]] const TextOptions& text() const override { return m_model->language->text; }
    [[nodiscard]] const Vocabulary& sourceVocabulary() const override { return m_model->language->source; }
    [[nodiscard]] const Vocabulary& targetVocabulary() const override { return m_model->language->target; }

private:
    [[nodiscard]] const nn::Weights<float>& weights() const;
    /// A team for a step of so many columns, where it helps.
    [[nodiscard]] std::unique_ptr<nn::ThreadTeam> helpersFor(std::size_t columns) const;

    std::shared_ptr<const models::TrainedModel> m_model;
    bool m_alone;
    mutable std::once_flag m_packed;
    mutable nn::Weights<float> m_weights; ///< packed when they are first needed
};

} // namespace alignoscope::decoding

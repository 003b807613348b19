// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/translation_learner.h"

namespace alignoscope::training {

TranslationLearner::TranslationLearner(const models::RnnSearch<float>& network, const models::Language& language,
                                       const Tools& tools)
    : m_tools(tools), m_gradient(network, tools.team),
      m_validation(network, language, *tools.setup.dataset, tools.team), m_watched(network, language, tools.weights),
      m_table(*tools.setup.dataset, m_validation, m_watched, tools.journal, tools.run)
{
}

BatchLoss TranslationLearner::compute(std::span<const std::uint32_t> batch, std::int64_t step)
{
    const Experiment& experiment = m_tools.setup.experiment;
    const TrainingOptions& options = experiment.training;
    const auto dropout =
        models::DropoutPlan::of(options.dropout, options.seed, step, experiment.model.attention.dropout);
    return m_gradient.compute(m_tools.weights, m_tools.setup.dataset->training, batch, dropout, options.labelSmoothing);
}

std::optional<ValidationReport> TranslationLearner::validate(std::stop_token stop, const std::function<void()>& between)
{
    auto measured = m_validation.measure(m_tools.weights, std::move(stop), between);
    if (!measured)
        return std::nullopt;
    m_measured = std::move(measured->sample);
    return measured->report;
}

std::vector<WatchedSentence> TranslationLearner::examples() const
{
    constexpr std::size_t count = 6;
    return pickFromValidation(*m_tools.setup.dataset, count);
}

void TranslationLearner::tellPictures(std::int64_t step)
{
    for (const SentenceId sentence : m_watched.idsWithoutSample())
        m_tools.journal.tell(m_watched.take(sentence, m_tools.run, step, true));
}

} // namespace alignoscope::training

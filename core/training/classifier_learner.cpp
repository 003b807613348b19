// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/classifier_learner.h"

#include "training/watched_sentences.h"

#include <set>
#include <utility>

namespace alignoscope::training {

ClassifierLearner::ClassifierLearner(const models::TextClassifier<float>& network, const models::Language& language,
                                     const Tools& tools)
    : m_tools(tools), m_gradient(network, tools.team), m_validation(network, *tools.setup.dataset, tools.team),
      m_watched(network, language, tools.weights, tools.team)
{
}

BatchLoss ClassifierLearner::compute(std::span<const std::uint32_t> batch, std::int64_t step)
{
    const Experiment& experiment = m_tools.setup.experiment;
    const TrainingOptions& options = experiment.training;
    const auto dropout =
        models::ClassifierDropout::of(experiment.model.classifier.spatialDropout, options.dropout, options.seed, step);
    return m_gradient.compute(m_tools.weights, m_tools.setup.dataset->training, batch, dropout, options.labelSmoothing);
}

std::optional<ValidationReport> ClassifierLearner::validate(std::stop_token stop, const std::function<void()>& between)
{
    return m_validation.measure(m_tools.weights, std::move(stop), between);
}

void ClassifierLearner::tellSentences(std::int64_t step)
{
    auto scores = tellPictures(WatchedTexts::Which::All, step);
    m_tools.journal.tell(TextsClassified{step, std::move(scores)});
}

std::vector<WatchedSentence> ClassifierLearner::examples() const
{
    constexpr std::size_t count = 6;
    std::vector<WatchedSentence> texts;
    for (const std::size_t pair : pickTexts(*m_tools.setup.dataset, count))
        texts.push_back(fromValidation(*m_tools.setup.dataset, pair));
    return texts;
}

std::vector<WatchedSentence> ClassifierLearner::sample() const
{
    constexpr std::size_t count = 200;
    std::vector<WatchedSentence> texts;
    std::set<std::pair<std::string, std::string>> taken; // a corpus may hold a text twice
    for (const std::size_t pair : pickTexts(*m_tools.setup.dataset, count)) {
        WatchedSentence text = fromValidation(*m_tools.setup.dataset, pair);
        if (m_watched.has(text.source, text.target) || !taken.emplace(text.source, text.target).second)
            continue;
        text.sampled = true;
        texts.push_back(std::move(text));
    }
    return texts;
}

std::vector<TextScore> ClassifierLearner::tellPictures(WatchedTexts::Which which, std::int64_t step)
{
    auto measured = m_watched.measure(which, m_tools.run, step);
    for (const AttentionSnapshotPtr& picture : measured.pictures)
        m_tools.journal.tell(picture);
    return std::move(measured.scores);
}

} // namespace alignoscope::training

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/translation_in_training.h"

#include "decoding/model_translator.h"
#include "training/translation_learner.h"

namespace alignoscope::training {

TranslationInTraining::TranslationInTraining(const TrainerSetup& setup)
    : m_start(setup.experiment.model.initialization), m_seed(setup.experiment.training.seed)
{
    const Dataset& dataset = *setup.dataset;
    m_model.network = std::make_shared<models::RnnSearch<float>>(
        models::sizesOf(setup.experiment.model, dataset.sourceVocabulary.size(), dataset.targetVocabulary.size(),
                        dataset.options.maxLength));
    m_model.language = std::make_shared<models::Language>(
        models::Language{dataset.options.text, dataset.sourceVocabulary, dataset.targetVocabulary});
    m_model.parameters.resize(static_cast<std::size_t>(m_model.network->layout().size()));
}

/// Orthogonal matrices of large models take seconds, so this is not the constructor's.
void TranslationInTraining::setFirstValues(const Progress&)
{
    nn::initialize(layout(), m_start, m_seed, m_model.parameters.data());
}

std::shared_ptr<const void> TranslationInTraining::copy() const
{
    const std::shared_ptr<const Translator> copy =
        std::make_shared<decoding::ModelTranslator>(std::make_shared<models::TrainedModel>(m_model));
    return copy;
}

std::unique_ptr<Learner> TranslationInTraining::learner(const Tools& tools) const
{
    return std::make_unique<TranslationLearner>(*m_model.network, *m_model.language, tools);
}

} // namespace alignoscope::training

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/classifier_in_training.h"

#include "alignoscope/error.h"
#include "alignoscope/word_vectors.h"
#include "decoding/model_classifier.h"
#include "training/classifier_learner.h"

namespace alignoscope::training {

ClassifierInTraining::ClassifierInTraining(TrainerSetup& setup) : m_setup(setup)
{
    const Dataset& dataset = *setup.dataset;
    ModelOptions& options = setup.experiment.model;
    if (dataset.task != Task::Classification)
        throw Error(ErrorKind::Usage,
                    {"training", "the text classifier needs texts with labels", "texts with labels",
                     "sentences with translations", "Choose another corpus, or another model."});
    options.task = Task::Classification;
    if (dataset.targetVocabulary.size() - Vocabulary::marks < 2)
        throw Error(ErrorKind::Usage,
                    {"training", "all texts have the same label, so there is nothing to tell apart", "two labels",
                     "one", "Choose a corpus of two labels or more."});
    if (!options.classifier.vectors.empty()) {
        options.classifier.vectors = std::filesystem::absolute(options.classifier.vectors);
        if (!setup.resume)
            options.classifier.embedding = vectorDimensions(options.classifier.vectors);
    }
    m_model.network = std::make_shared<models::TextClassifier<float>>(
        models::sizesOf(options.classifier, dataset.sourceVocabulary.size(), dataset.targetVocabulary.size()));
    m_model.language = std::make_shared<models::Language>(
        models::Language{dataset.options.text, dataset.sourceVocabulary, dataset.targetVocabulary});
    m_model.parameters.resize(static_cast<std::size_t>(m_model.network->layout().size()));
}

std::int64_t ClassifierInTraining::learntNumbers() const
{
    return m_model.network->parameters(m_model.parameters.data());
}

std::shared_ptr<const void> ClassifierInTraining::copy() const
{
    const std::shared_ptr<const Classifier> copy =
        std::make_shared<decoding::ModelClassifier>(std::make_shared<models::TrainedClassifier>(m_model));
    return copy;
}

std::unique_ptr<Learner> ClassifierInTraining::learner(const Tools& tools) const
{
    return std::make_unique<ClassifierLearner>(*m_model.network, *m_model.language, tools);
}

void ClassifierInTraining::setFirstValues(const Progress& progress)
{
    nn::initialize(layout(), Initialization::Glorot, m_setup.experiment.training.seed, m_model.parameters.data());
    const ClassifierOptions& options = m_setup.experiment.model.classifier;
    // a run that goes on has its vectors in its checkpoint; the file may be gone
    if (!options.vectors.empty() && !m_setup.resume)
        readVectors(options, progress);
}

void ClassifierInTraining::readVectors(const ClassifierOptions& options, const Progress& progress)
{
    const WordVectors vectors = readWordVectors(options.vectors, m_model.language->source, progress);
    if (vectors.dimensions != options.embedding)
        throw Error(ErrorKind::Input,
                    {options.vectors.string(), "the word vectors have another size than before",
                     std::to_string(options.embedding), std::to_string(vectors.dimensions), "The file was changed."});
    auto table = m_model.network->embedding().in(m_model.parameters.data());
    auto frozen = m_model.network->frozen().in(m_model.parameters.data());
    for (std::size_t i = 0; i < vectors.words.size(); ++i) {
        const auto word = static_cast<nn::Index>(index(vectors.words[i]));
        table.col(word) = Eigen::Map<const Eigen::VectorXf>(
            vectors.values.data() + i * static_cast<std::size_t>(vectors.dimensions), vectors.dimensions);
        frozen(word, 0) = options.frozen ? 1.0F : 0.0F;
    }
}

} // namespace alignoscope::training

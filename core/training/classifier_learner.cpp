// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/classifier_learner.h"

#include "alignoscope/error.h"
#include "alignoscope/word_vectors.h"
#include "decoding/model_classifier.h"
#include "training/classifier_loop.h"

namespace alignoscope::training {

ClassifierLearner::ClassifierLearner(TrainerSetup& setup)
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

/// A run that goes on has its vectors in its checkpoint; the file may be gone.
void ClassifierLearner::initialize(const TrainerSetup& setup, const Progress& progress)
{
    std::call_once(m_initialized, [&] { training::initialize(m_model, setup.experiment, !setup.resume, progress); });
}

void ClassifierLearner::run(const TrainerSetup& setup, RunId id, Wishes& wishes,
                            std::optional<storage::RunWriter>& writer, TrainingObserver& observer, std::stop_token stop,
                            PauseGate& gate)
{
    ClassifierLoop loop(setup, id, m_model, wishes, writer, observer);
    loop.run(std::move(stop), gate, [&](const Progress& progress) { initialize(setup, progress); });
}

std::shared_ptr<const Classifier> ClassifierLearner::copy(const TrainerSetup& setup)
{
    initialize(setup, {});
    return std::make_shared<decoding::ModelClassifier>(std::make_shared<models::TrainedClassifier>(m_model));
}

void initialize(models::TrainedClassifier& model, const Experiment& experiment, bool readVectors,
                const Progress& progress)
{
    const auto& network = *model.network;
    nn::initialize(network.layout(), Initialization::Glorot, experiment.training.seed, model.parameters.data());
    const ClassifierOptions& options = experiment.model.classifier;
    if (options.vectors.empty() || !readVectors)
        return;
    const WordVectors vectors = readWordVectors(options.vectors, model.language->source, progress);
    if (vectors.dimensions != options.embedding)
        throw Error(ErrorKind::Input,
                    {options.vectors.string(), "the word vectors have another size than before",
                     std::to_string(options.embedding), std::to_string(vectors.dimensions), "The file was changed."});
    auto table = network.embedding().in(model.parameters.data());
    auto frozen = network.frozen().in(model.parameters.data());
    for (std::size_t i = 0; i < vectors.words.size(); ++i) {
        const auto word = static_cast<nn::Index>(index(vectors.words[i]));
        table.col(word) = Eigen::Map<const Eigen::VectorXf>(
            vectors.values.data() + i * static_cast<std::size_t>(vectors.dimensions), vectors.dimensions);
        frozen(word, 0) = options.frozen ? 1.0F : 0.0F;
    }
}

} // namespace alignoscope::training

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/trainer.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "alignoscope/translator.h"
#include "storage/run_writer.h"
#include "training/classifier_in_training.h"
#include "training/training_loop.h"
#include "training/translation_in_training.h"

#include <atomic>

namespace alignoscope {

namespace {

RunId nextRunId()
{
    static std::atomic<std::uint64_t> last{0};
    return RunId(++last);
}

void check(const TrainerSetup& setup)
{
    validate(setup.experiment);
    if (!setup.dataset || setup.dataset->training.size() == 0)
        throw Error(ErrorKind::Usage,
                    {"training", "there are no sentence pairs to train on", {}, {}, "Load a corpus first."});
    if (setup.resume && setup.folder.empty())
        throw Error(ErrorKind::Usage,
                    {"training", "there is no run folder to go on with", {}, {}, "Name the folder of a run."});
}

bool isClassification(const TrainerSetup& setup)
{
    return setup.dataset->task == Task::Classification || setup.experiment.model.task == Task::Classification;
}

std::unique_ptr<training::ModelInTraining> modelOf(TrainerSetup& setup)
{
    if (isClassification(setup))
        return std::make_unique<training::ClassifierInTraining>(setup);
    return std::make_unique<training::TranslationInTraining>(setup);
}

/// A run is opened again from any folder, so its files are kept by their whole names.
void makeAbsolute(CorpusSource& source)
{
    for (std::filesystem::path* file : {&source.file, &source.targetFile})
        if (!file->empty())
            *file = std::filesystem::absolute(*file);
    for (std::filesystem::path& file : source.classFiles)
        file = std::filesystem::absolute(file);
}

} // namespace

TrainingObserver::~TrainingObserver() = default;

struct Trainer::Parts {
    Parts(TrainerSetup given, TrainingObserver& watcher) : setup(std::move(given)), observer(watcher), id(nextRunId())
    {
        check(setup);
        const Dataset& dataset = *setup.dataset;
        model = modelOf(setup);
        setup.experiment.dataset.text.sourceModel = dataset.options.text.sourceModel;
        setup.experiment.dataset.text.targetModel = dataset.options.text.targetModel;
        if (setup.folder.empty())
            return;
        makeAbsolute(setup.experiment.corpus);
        makeAbsolute(setup.experiment.validationCorpus);
        if (auto& gold = setup.experiment.gold.file; !gold.empty())
            gold = std::filesystem::absolute(gold);
        writer = setup.resume ? storage::RunWriter::resume(setup.folder, setup.experiment)
                              : storage::RunWriter::create(setup.folder, setup.experiment, dataset.sourceVocabulary,
                                                           dataset.targetVocabulary);
    }

    /// A copy of the model as it is, made first where it was not yet.
    std::shared_ptr<const void> copy()
    {
        return wishes.copy([this] {
            model->initialize({});
            return model->copy();
        });
    }

    TrainerSetup setup;
    TrainingObserver& observer;
    RunId id;
    std::unique_ptr<training::ModelInTraining> model;
    training::Wishes wishes;
    std::optional<storage::RunWriter> writer;
};

Trainer::Trainer(TrainerSetup setup, TrainingObserver& observer)
    : m_parts(std::make_unique<Parts>(std::move(setup), observer))
{
}

Trainer::~Trainer() = default;

RunId Trainer::id() const
{
    return m_parts->id;
}

void Trainer::run(std::stop_token stop, PauseGate& gate)
{
    Parts& parts = *m_parts;
    training::TrainingLoop loop(parts.setup, parts.id, *parts.model, parts.wishes, parts.writer, parts.observer);
    loop.run(std::move(stop), gate);
    gate.leave();
}

void Trainer::watch(std::string source, std::string target)
{
    if (source.find_first_not_of(" \t\r\n") == source.npos)
        return;
    m_parts->wishes.watch({{}, std::move(source), std::move(target), false, {}});
}

void Trainer::unwatch(SentenceId sentence)
{
    m_parts->wishes.unwatch(sentence);
}

void Trainer::focus(SentenceId sentence)
{
    m_parts->wishes.focus(sentence);
}

std::shared_ptr<const Translator> Trainer::translator()
{
    if (isClassification(m_parts->setup))
        throw Error(ErrorKind::Usage,
                    {"training",
                     "the model under training labels texts, it does not translate",
                     {},
                     {},
                     "Ask for its labels."});
    return std::static_pointer_cast<const Translator>(m_parts->copy());
}

std::shared_ptr<const Classifier> Trainer::classifier()
{
    if (!isClassification(m_parts->setup))
        throw Error(ErrorKind::Usage,
                    {"training",
                     "the model under training translates, it does not label texts",
                     {},
                     {},
                     "Ask for a translation."});
    return std::static_pointer_cast<const Classifier>(m_parts->copy());
}

} // namespace alignoscope

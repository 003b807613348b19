// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/workbench.h"

#include "ui/bridge/corpus_job.h"
#include "ui/bridge/paths.h"
#include "ui/bridge/run_corpus_job.h"

#include "alignoscope/translator.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace alignoscope::ui {

/// Used by the threads that ask the model, one of which opens it.
struct Workbench::OpenModel {
    std::mutex mutex;
    std::shared_ptr<const Translator> translator;
    std::shared_ptr<const Classifier> classifier;
};

Workbench::Workbench(QSettings& settings, QObject* parent)
    : QObject(parent), m_library(settings), m_corpusJob(std::make_unique<CorpusJob>()),
      m_runCorpusJob(std::make_unique<RunCorpusJob>()), m_attentionJob(std::make_unique<AttentionJob>()),
      m_openModel(std::make_shared<OpenModel>())
{
    const Preset& first = presets().front();
    m_experiment.model = first.model;
    m_experiment.training = first.training;
    m_experiment.preset = first.name;
    connectJobs();
    connectAttention();
    connectPair();
}

Workbench::~Workbench() = default;

void Workbench::connectJobs()
{
    connect(m_corpusJob.get(), &CorpusJob::progressed, this, &Workbench::loadProgressed);
    connect(m_corpusJob.get(), &CorpusJob::finished, this, &Workbench::setDataset);
    connect(m_corpusJob.get(), &CorpusJob::failed, this, [this](const QString& message) {
        emit changed();
        emit failed(message);
    });
    connect(m_runCorpusJob.get(), &RunCorpusJob::loaded, this, [this](const std::shared_ptr<const Dataset>& dataset) {
        m_dataset = dataset;
        emit datasetChanged();
        emit changed();
    });
    connect(m_runCorpusJob.get(), &RunCorpusJob::failed, this, [this](const QString& message) {
        m_corpusProblem = message;
        emit changed();
    });
    connect(&m_reader, &RunReader::opened, this, &Workbench::takeRun);
    connect(&m_reader, &RunReader::openFailed, this, [this](const QString& message) {
        m_openingRun = false;
        emit changed();
        emit failed(message);
    });
    connect(&m_session, &TrainingSession::stateChanged, this, &Workbench::changed);
    connect(&m_session, &TrainingSession::checkpointSaved, this, [this] { m_hasCheckpoint = true; });
    connect(&m_session, &TrainingSession::finished, this, &Workbench::ended);
}

void Workbench::loadCorpus(const CorpusSource& source)
{
    if (isTraining())
        return;
    CorpusTask task;
    task.source = source;
    task.suggestedText = true;
    m_corpusJob->start(std::move(task));
    emit changed();
}

void Workbench::setDataset(const ChosenDataset& chosen)
{
    if (isTraining())
        return;
    m_corpusJob->cancel();
    clearRun();
    m_pair.clear();
    m_dataset = chosen.dataset;
    chooseModelFor(*m_dataset);
    m_experiment.corpus = chosen.source;
    m_experiment.read = chosen.read;
    m_experiment.validationCorpus = {};
    m_experiment.dataset = chosen.dataset->options;
    m_experiment.gold = {};
    emit datasetChanged();
    emit changed();
}

void Workbench::takeGold(const std::shared_ptr<const Dataset>& dataset, const GoldSource& gold)
{
    const bool sameTokens = dataset->options == m_experiment.dataset;
    if (!sameTokens && isTraining())
        return;
    if (!sameTokens) {
        clearRun();
        m_pair.clear();
    }
    m_dataset = dataset;
    m_experiment.dataset = dataset->options;
    m_experiment.gold = gold;
    emit datasetChanged();
    emit changed();
}

void Workbench::setOptions(const ModelOptions& model, const TrainingOptions& training, const std::string& preset)
{
    if (isTraining())
        return;
    if (model != m_experiment.model || training != m_experiment.training)
        newRun();
    m_experiment.model = model;
    m_experiment.training = training;
    m_experiment.preset = preset;
    emit optionsChanged();
    emit changed();
}

void Workbench::openRun(const std::filesystem::path& folder)
{
    if (isTraining())
        return;
    m_corpusJob->cancel();
    m_attentionJob->cancel();
    m_openingRun = true;
    m_reader.open(folder);
    emit changed();
}

void Workbench::takeRun(const OpenedRunPtr& run)
{
    m_openingRun = false;
    clearRun();
    m_pair.keepOnlyWith(run->folder);
    m_dataset.reset();
    m_experiment = run->experiment;
    m_folder = run->folder;
    m_hasCheckpoint = run->hasCheckpoint;
    for (const TrainingEvent& event : run->events) {
        if (const auto* result = std::get_if<RunFinished>(&event.what))
            m_lastResult = *result;
    }
    m_experiment.watch.clear(); // they are among the run's sentences already
    m_reader.use(m_folder);
    m_runCorpusJob->start(m_folder);
    m_library.remember(m_folder);
    emit pendingChanged();
    emit optionsChanged();
    emit runOpened(run);
    emit changed();
}

void Workbench::newRun()
{
    if (isTraining())
        return;
    clearRun();
    m_pair.clear();
    emit changed();
}

void Workbench::clearRun()
{
    m_runCorpusJob->cancel();
    putAttentionAside();
    m_folder.clear();
    m_lastResult.reset();
    m_corpusProblem.clear();
    m_hasCheckpoint = false;
    m_openModel = std::make_shared<OpenModel>();
    m_reader.use({});
    emit runCleared();
}

bool Workbench::loading() const
{
    return m_openingRun || m_attentionJob->busy() || m_corpusJob->isRunning() || m_runCorpusJob->busy();
}

void Workbench::start(TrainingSession::Begin begin)
{
    if (!whyNotStart().isEmpty())
        return;
    const bool resume = continues();
    if (resume) {
        extendLimits();
    } else {
        clearRun();
        m_pair.clear();
        m_folder = m_library.newFolder(QString::fromStdString(m_experiment.corpus.label()));
    }
    m_session.start(
        TrainerSetup{.dataset = m_dataset, .experiment = m_experiment, .folder = m_folder, .resume = resume}, begin);
    m_reader.use(m_folder);
    m_experiment.watch.clear(); // the trainer watches them now
    emit trainingStarted();
    emit pendingChanged();
    emit changed();
}

void Workbench::extendLimits()
{
    if (!m_lastResult)
        return;
    TrainingOptions& training = m_experiment.training;
    if (m_lastResult->reason == StopReason::EpochsDone)
        training.epochs = m_lastResult->epochs + std::min(training.epochs, 10);
    else if (m_lastResult->reason == StopReason::StepsDone)
        training.steps = m_lastResult->steps + training.steps;
    else if (m_lastResult->reason == StopReason::TimeUp)
        training.minutes *= 2;
}

void Workbench::step()
{
    if (!whyNotStep().isEmpty())
        return;
    if (isTraining())
        leading().step();
    else
        start(TrainingSession::Begin::OneStep);
}

void Workbench::stop()
{
    leading().stop();
}

void Workbench::pauseOrResume()
{
    if (paused())
        leading().resume();
    else
        leading().pause();
}

void Workbench::ended(const RunFinished& result)
{
    m_lastResult = result;
    m_openModel = std::make_shared<OpenModel>();
    if (m_hasCheckpoint) {
        m_library.remember(m_folder);
    } else {
        m_folder.clear(); // nothing was kept that could be gone on with
        m_lastResult.reset();
    }
    emit changed();
    emit trainingFinished(result);
}

void Workbench::watch(const QString& source, const QString& target)
{
    if (m_session.active()) {
        m_session.watch(source, target);
        m_pair.session().watch(source, target);
        return;
    }
    if (!whyNotWatch().isEmpty())
        return;
    const QString line = target.isEmpty() ? source : source + " ||| " + target;
    m_experiment.watch.push_back(line.toStdString());
    emit pendingChanged();
}

void Workbench::dropPending(int index)
{
    if (index < 0 || index >= static_cast<int>(m_experiment.watch.size()))
        return;
    m_experiment.watch.erase(m_experiment.watch.begin() + index);
    emit pendingChanged();
}

void Workbench::unwatch(SentenceId sentence)
{
    m_session.unwatch(sentence);
    m_pair.session().unwatch(sentence);
}

QStringList Workbench::pending() const
{
    QStringList lines;
    if (m_attention) // they wait for the dataset
        return lines;
    for (const std::string& line : m_experiment.watch)
        lines << QString::fromStdString(line);
    return lines;
}

ClassifierSource Workbench::classifierSource() const
{
    if (!whyNotClassify().isEmpty())
        return {};
    if (m_session.active())
        return m_session.classifierSource();
    return [model = m_openModel, folder = m_folder] {
        const std::lock_guard lock(model->mutex);
        if (!model->classifier)
            model->classifier = Classifier::open(folder);
        return model->classifier;
    };
}

TranslatorSource Workbench::translatorSource() const
{
    if (task() != Task::Translation)
        return {};
    if (m_session.active())
        return m_session.translatorSource();
    if (!m_hasCheckpoint)
        return {};
    return [model = m_openModel, folder = m_folder] {
        const std::lock_guard lock(model->mutex);
        if (!model->translator)
            model->translator = Translator::open(folder);
        return model->translator;
    };
}

} // namespace alignoscope::ui

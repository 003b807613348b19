// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/corpus_job.h"
#include "ui/bridge/run_corpus_job.h"
#include "ui/bridge/workbench.h"

#include <algorithm>

namespace alignoscope::ui {

QString Workbench::whyNotChooseData() const
{
    return isTraining() ? tr("Stop the training first.") : QString();
}

QString Workbench::whyNoDataset() const
{
    if (m_attention)
        return whyNoModel();
    if (m_openingRun)
        return tr("The run is being opened.");
    if (m_corpusJob->isRunning() || m_runCorpusJob->busy())
        return tr("The dataset is being loaded.");
    if (!m_corpusProblem.isEmpty())
        return tr("The corpus of this run could not be loaded: %1").arg(m_corpusProblem);
    return m_dataset ? whyWrongTask() : tr("Choose a dataset first.");
}

QString Workbench::whyNotStart() const
{
    if (isTraining() && !m_session.active())
        return tr("The second model of the pair is still in training.");
    return isTraining() ? tr("Training is under way.") : whyNoDataset();
}

QString Workbench::whyNotPause() const
{
    if (m_attention)
        return whyNoModel();
    if (!isTraining())
        return tr("Nothing is training.");
    return isStopping() ? tr("Training is about to stop.") : QString();
}

QString Workbench::whyNotStep() const
{
    if (!isTraining())
        return whyNoDataset();
    return isStopping() ? tr("Training is about to stop.") : QString();
}

QString Workbench::whyNotStop() const
{
    return whyNotPause();
}

QString Workbench::whyNotCopyRun() const
{
    if (isTraining())
        return tr("Stop the training first.");
    if (m_attention)
        return tr("There is no run here: the attention was imported.");
    return m_folder.empty() ? tr("There is no run yet: train a model, or open a run.") : QString();
}

QString Workbench::whyNotExportParameters() const
{
    if (m_attention)
        return tr("There is no run here: the attention was imported.");
    if (m_folder.empty())
        return tr("There is no run yet: train a model, or open a run.");
    return m_hasCheckpoint ? QString() : tr("The run has not saved any parameters yet.");
}

bool Workbench::continues() const
{
    return !isTraining() && !m_folder.empty() && m_hasCheckpoint;
}

QString Workbench::startHint() const
{
    if (!continues())
        return tr("Train the model from the beginning");
    if (m_lastResult && m_lastResult->reason == StopReason::EpochsDone)
        return tr("Train for %1 more epochs").arg(std::min(m_experiment.training.epochs, 10));
    if (m_lastResult && m_lastResult->reason == StopReason::StepsDone)
        return tr("Train for %1 more steps").arg(m_experiment.training.steps);
    return tr("Go on with the training where it stopped");
}

} // namespace alignoscope::ui

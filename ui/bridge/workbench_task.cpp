// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs to translate or texts with labels: which model goes with which dataset.
#include "ui/bridge/attention_job.h"
#include "ui/bridge/corpus_job.h"
#include "ui/bridge/workbench.h"

#include <algorithm>

namespace alignoscope::ui {

Task Workbench::task() const
{
    return m_attention ? Task::Translation : m_experiment.model.task;
}

// Texts with labels want a classifier, pairs a model that translates: the one used last, or the first preset.
void Workbench::chooseModelFor(const Dataset& dataset)
{
    const Task wanted = dataset.corpus->task;
    if (wanted == m_experiment.model.task)
        return;
    m_chosenModels[m_experiment.model.task] = {m_experiment.model, m_experiment.training, m_experiment.preset};
    ChosenModel chosen;
    const auto before = m_chosenModels.find(wanted);
    if (before != m_chosenModels.end()) {
        chosen = before->second;
    } else {
        const auto first =
            std::ranges::find_if(presets(), [wanted](const Preset& p) { return p.model.task == wanted; });
        if (first == presets().end())
            return; // whyWrongTask says so
        chosen = {first->model, first->training, first->name};
    }
    m_experiment.model = chosen.model;
    m_experiment.training = chosen.training;
    m_experiment.preset = chosen.preset;
    m_experiment.watch.clear(); // they were sentences for the other kind of model
    emit pendingChanged();
    emit optionsChanged();
}

QString Workbench::whyWrongTask() const
{
    if (m_attention || !m_dataset || m_dataset->corpus->task == m_experiment.model.task)
        return {};
    return m_experiment.model.task == Task::Classification
        ? tr("The model sorts texts by label, but the dataset holds sentences and their translations.")
        : tr("The model translates, but the dataset holds texts with labels.");
}

QString Workbench::whyNotPreset(const Preset& preset) const
{
    if (!m_dataset || m_dataset->corpus->task == preset.model.task)
        return {};
    return preset.model.task == Task::Classification
        ? tr("This model sorts texts by label: choose a dataset of texts with labels first.")
        : tr("This model translates: choose a dataset of sentences with translations first.");
}

QString Workbench::whyNotAsk() const
{
    if (m_session.active())
        return m_session.phase() == Phase::Preparing ? tr("The model is being prepared.") : QString();
    if (m_attention)
        return whyNoModel();
    return m_hasCheckpoint ? QString() : tr("There is no model yet: train one, or open a run.");
}

QString Workbench::whyNotTranslate() const
{
    return task() == Task::Classification ? tr("This model sorts texts by label: it does not translate.") : whyNotAsk();
}

QString Workbench::whyNotClassify() const
{
    return task() == Task::Translation ? tr("This model translates: it knows no labels.") : whyNotAsk();
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/attention_job.h"
#include "ui/bridge/corpus_job.h"
#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"

#include <utility>

namespace alignoscope::ui {

void Workbench::connectAttention()
{
    connect(m_attentionJob.get(), &AttentionJob::opened, this, &Workbench::takeAttention);
    connect(m_attentionJob.get(), &AttentionJob::failed, this, [this](const QString& message) {
        emit changed();
        emit failed(message);
    });
}

void Workbench::openAttention(const AttentionRequest& request)
{
    if (isTraining())
        return;
    m_corpusJob->cancel();
    m_attentionJob->open(request);
    emit changed();
}

void Workbench::takeAttention(const OpenedAttentionPtr& attention)
{
    clearRun();
    m_pair.clear();
    m_attention = attention;
    emit pendingChanged();
    emit attentionOpened(attention);
    emit changed();
}

// What was imported goes first, so that those told `runCleared` see it gone.
void Workbench::putAttentionAside()
{
    m_attentionJob->cancel();
    if (std::exchange(m_attention, nullptr))
        emit pendingChanged();
}

QString Workbench::whyNoModel() const
{
    return m_attention ? tr("There is no model here: the attention was imported.") : QString();
}

QString Workbench::whyNotWatch() const
{
    return m_attention ? tr("The sentences are those of the file. Open a dataset to watch your own.") : QString();
}

QString Workbench::whyNotChooseModel() const
{
    const QString why = whyNotChooseData();
    return why.isEmpty() ? whyNoModel() : why;
}

QString Workbench::label() const
{
    return m_attention ? toQString(m_attention->request.file.filename())
                       : QString::fromStdString(m_experiment.corpus.label());
}

} // namespace alignoscope::ui

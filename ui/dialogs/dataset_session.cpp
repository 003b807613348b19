// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_session.h"

#include <utility>

namespace alignoscope::ui {

DatasetSession::DatasetSession(QObject* parent) : QObject(parent)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(150);
    connect(&m_settled, &QTimer::timeout, this, &DatasetSession::count);
    connect(&m_job, &CorpusJob::progressed, this, &DatasetSession::progressed);
    connect(&m_job, &CorpusJob::counted, this, [this](qint64 pairs) {
        m_state.counted = pairs;
        emit counted();
    });
    connect(&m_job, &CorpusJob::previewRead, this, &DatasetSession::onPreviewRead);
    connect(&m_job, &CorpusJob::corpusRead, this, &DatasetSession::onCorpusRead);
    connect(&m_job, &CorpusJob::summarised, this, [this](const CorpusSummary& summary) {
        m_state.summary = summary;
        emit changed();
    });
    connect(&m_job, &CorpusJob::finished, this, &DatasetSession::onFinished);
    connect(&m_job, &CorpusJob::failed, this, &DatasetSession::onFailed);
    connect(&m_job, &CorpusJob::cancelled, this, &DatasetSession::goBack);
}

void DatasetSession::load(const CorpusSource& source)
{
    load(source, FilesHold::Anything);
}

void DatasetSession::load(const CorpusSource& source, FilesHold hold)
{
    ReadOptions options;
    if (hold == FilesHold::Texts && !source.file.empty())
        options.format = CorpusFormat::Labelled;
    m_hold = hold;
    read(source, options, m_state.options, true);
}

void DatasetSession::setColumns(int source, int target)
{
    ReadOptions options = m_state.read;
    options.sourceColumn = source;
    options.targetColumn = target;
    read(m_state.source, options, m_state.options, false);
}

void DatasetSession::setReading(const ReadOptions& options)
{
    const bool isOther = options.format != m_state.read.format || options.member != m_state.read.member;
    if (options != m_state.read)
        read(m_state.source, options, m_state.options, isOther);
}

void DatasetSession::swapSides()
{
    if (!m_state.corpus)
        return;
    DatasetOptions dataset = m_state.options;
    if (m_state.corpus->task == Task::Translation) { // a label stays one token
        std::swap(dataset.text.sourceTokenizer, dataset.text.targetTokenizer);
        std::swap(dataset.text.subwords.sourceFile, dataset.text.subwords.targetFile);
    }
    ReadOptions options = m_state.read;
    if (m_state.corpus->format == CorpusFormat::TabSeparated && m_state.corpus->fields.empty())
        std::swap(options.sourceColumn, options.targetColumn);
    else if (!options.sourceField.empty() && !options.targetField.empty())
        std::swap(options.sourceField, options.targetField);
    else
        options.swap = !options.swap;
    read(m_state.source, options, dataset, false);
}

void DatasetSession::setOptions(const DatasetOptions& options)
{
    if (!m_state.corpus || options == m_state.options)
        return;
    if (m_phase == Phase::Reading)
        return; // the corpus these options are for is about to go
    m_state.options = options;
    m_state.dataset.reset();
    setPhase(Phase::Counting);
    m_settled.start();
}

void DatasetSession::cancel()
{
    if (m_settled.isActive() && !m_job.isRunning())
        goBack();
    m_settled.stop();
    m_job.cancel();
}

void DatasetSession::read(const CorpusSource& source, const ReadOptions& options, const DatasetOptions& dataset,
                          bool suggested)
{
    m_settled.stop();
    if (m_state.preview)
        m_state = m_kept;
    m_reading = source;
    m_readingOptions = options;
    CorpusTask task;
    task.source = source;
    task.read = options;
    task.options = dataset;
    task.suggestedText = suggested;
    task.summary = true;
    task.preview = true;
    m_state.counted = 0;
    m_job.start(std::move(task));
    setPhase(Phase::Reading);
}

void DatasetSession::count()
{
    CorpusTask task;
    task.source = m_state.source;
    task.read = m_state.read;
    task.options = m_state.options;
    task.corpus = m_state.corpus;
    task.summary = true;
    m_job.start(std::move(task));
}

void DatasetSession::goBack()
{
    m_settled.stop();
    m_state = m_kept;
    setPhase(m_state.corpus ? Phase::Ready : Phase::Empty);
}

void DatasetSession::setPhase(Phase phase)
{
    m_phase = phase;
    emit changed();
}

bool DatasetSession::readsAgain(const RawCorpus& corpus)
{
    const bool taken = corpus.format == CorpusFormat::Labelled && m_readingOptions.format == CorpusFormat::Automatic;
    if (!taken || m_hold != FilesHold::Translations)
        return false;
    ReadOptions asPairs = m_readingOptions; // it looks like texts with labels, but somebody knows better
    asPairs.format = CorpusFormat::TabSeparated;
    read(m_reading, asPairs, m_state.options, true);
    return true;
}

void DatasetSession::onPreviewRead(const RawCorpusPtr& first, const DatasetOptions& options)
{
    if (readsAgain(*first))
        return;
    m_state = {m_reading, m_readingOptions, options, nullptr, first, m_state.counted, std::nullopt, nullptr};
    emit changed();
}

void DatasetSession::onCorpusRead(const RawCorpusPtr& corpus, const DatasetOptions& options)
{
    if (readsAgain(*corpus))
        return;
    m_state = {m_reading, m_readingOptions, options, corpus, nullptr, 0, std::nullopt, nullptr};
    setPhase(Phase::Counting);
}

void DatasetSession::onFinished(const ChosenDataset& chosen)
{
    if (m_settled.isActive())
        return; // made for options that have changed since
    m_state.dataset = chosen.dataset;
    m_kept = m_state;
    setPhase(Phase::Ready);
}

void DatasetSession::onFailed(const QString& message)
{
    if (m_settled.isActive())
        return;
    const bool reading = m_phase == Phase::Reading;
    const CorpusSource source = reading ? m_reading : m_state.source;
    if (reading)
        goBack();
    else
        setPhase(Phase::Refused); // the corpus is there; other options may do
    emit failed(source, message);
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/playback.h"

#include "ui/bridge/workbench.h"

#include <utility>

namespace alignoscope::ui {

static constexpr SentenceId nothing{-1};

Playback::Playback(Workbench& workbench, std::size_t stops, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_stops(stops)
{
    TrainingSession& session = workbench.session();
    connect(&session, &TrainingSession::pictureReady, this, &Playback::takeNewest);
    connect(&session, &TrainingSession::recorded, this, &Playback::takeRecorded);
    connect(&session, &TrainingSession::sentenceWatched, this,
            [this](const WatchedSentence& sentence) { begin(sentence.id); });
    connect(&session, &TrainingSession::sentenceUnwatched, this, &Playback::remove);

    RunReader& reader = workbench.reader();
    connect(&reader, &RunReader::stepsRead, this, &Playback::takeSteps);
    connect(&reader, &RunReader::pictureRead, this, [this](const AttentionSnapshotPtr& snapshot) {
        if (m_live || snapshot->sentence != m_sentence)
            return;
        if (std::exchange(m_neighbourAsked, false))
            m_step = snapshot->step;
        show(snapshot);
    });
    connect(&reader, &RunReader::newestRead, this, [this](const std::vector<AttentionSnapshotPtr>& snapshots) {
        for (const AttentionSnapshotPtr& snapshot : snapshots)
            takeNewest(snapshot);
    });

    connect(&workbench, &Workbench::runCleared, this, &Playback::reset);
    connect(&workbench, &Workbench::trainingStarted, this, [this] {
        if (m_sentence != nothing) // a run goes on
            m_workbench.session().focus(m_sentence);
    });
    connect(&workbench, &Workbench::runOpened, this, [this](const OpenedRunPtr& run) {
        m_reopened = true;
        std::vector<SentenceId> sentences;
        for (const WatchedSentence& sentence : run->watched) {
            sentences.push_back(sentence.id);
            begin(sentence.id);
        }
        m_workbench.reader().requestNewest(sentences);
    });
    connect(&workbench, &Workbench::attentionOpened, this, [this](const OpenedAttentionPtr& attention) {
        for (const AttentionSnapshotPtr& picture : attention->pictures)
            takeNewest(picture);
        choose(attention->pictures.front()->sentence);
    });
}

void Playback::reset()
{
    m_newest.clear();
    m_steps.clear();
    m_asked.clear();
    m_reopened = false;
    m_sentence = nothing;
    emit sentenceChanged(m_sentence);
    setLive(true);
    tellSteps();
    show(nullptr);
}

void Playback::begin(SentenceId sentence)
{
    if (m_sentence == nothing)
        choose(sentence);
}

void Playback::remove(SentenceId sentence)
{
    m_newest.erase(sentence);
    m_steps.erase(sentence);
    if (sentence != m_sentence)
        return;
    m_sentence = nothing;
    if (!m_newest.empty()) {
        choose(m_newest.begin()->first);
    } else {
        emit sentenceChanged(m_sentence);
        tellSteps();
        show(nullptr);
    }
}

void Playback::choose(SentenceId sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    m_workbench.session().focus(sentence);
    if (m_reopened && m_asked.insert(sentence).second)
        m_workbench.reader().requestSteps(sentence, m_stops);
    emit sentenceChanged(sentence);
    tellSteps();
    if (m_live) {
        const auto newest = m_newest.find(sentence);
        show(newest == m_newest.end() ? nullptr : newest->second);
    } else {
        m_workbench.reader().requestPicture(sentence, m_step);
    }
}

void Playback::goToStep(qint64 step)
{
    if (m_sentence == nothing || m_workbench.attention()) // what is imported has no history
        return;
    m_step = step;
    m_neighbourAsked = false;
    setLive(false);
    m_workbench.reader().requestPicture(m_sentence, step);
}

void Playback::goToNeighbour(int direction)
{
    if (m_sentence == nothing || !m_shown || m_workbench.attention())
        return;
    const qint64 from = m_shown->step;
    m_neighbourAsked = true;
    setLive(false);
    m_workbench.reader().requestNeighbour(m_sentence, from, direction);
}

void Playback::goLive()
{
    setLive(true);
    const auto newest = m_newest.find(m_sentence);
    if (newest != m_newest.end())
        show(newest->second);
}

void Playback::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    emit liveChanged(live);
}

void Playback::takeNewest(const AttentionSnapshotPtr& snapshot)
{
    m_newest[snapshot->sentence] = snapshot;
    emit newestArrived(snapshot);
    if (m_live && snapshot->sentence == m_sentence)
        show(snapshot);
}

void Playback::takeRecorded(SentenceId sentence, qint64 step)
{
    stopsOf(sentence).add(step);
    if (sentence == m_sentence)
        tellStepsSoon();
}

TimelineStops& Playback::stopsOf(SentenceId sentence)
{
    return m_steps.try_emplace(sentence, m_stops).first->second;
}

void Playback::takeSteps(SentenceId sentence, const std::vector<qint64>& steps, bool someLeftOut)
{
    stopsOf(sentence).merge(steps, someLeftOut);
    if (sentence == m_sentence)
        tellSteps();
}

void Playback::tellSteps()
{
    const auto found = m_steps.find(m_sentence);
    m_stepsToTell = false;
    if (found == m_steps.end())
        emit stepsChanged({}, false);
    else
        emit stepsChanged(found->second.steps(), found->second.hasGaps());
}

void Playback::tellStepsSoon()
{
    if (std::exchange(m_stepsToTell, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_stepsToTell)
                tellSteps();
        },
        Qt::QueuedConnection);
}

AttentionSnapshotPtr Playback::newest(SentenceId sentence) const
{
    const auto found = m_newest.find(sentence);
    return found == m_newest.end() ? nullptr : found->second;
}

void Playback::show(const AttentionSnapshotPtr& snapshot)
{
    m_shown = snapshot;
    emit pictureChanged(snapshot);
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/training_session.h"

#include "ui/bridge/background_priority.h"
#include "ui/bridge/training_relay.h"

#include "alignoscope/translator.h"

#include <QGuiApplication>
#include <QScreen>

#include <algorithm>
#include <exception>
#include <mutex>
#include <utility>

namespace alignoscope::ui {

/// What the training thread and the window share; a translation under way keeps it alive as well.
struct TrainingSession::Active {
    TrainingRelay relay;
    std::unique_ptr<PauseGate> gate;
    std::mutex mutex; // for everything below
    std::shared_ptr<Trainer> trainer;
    std::vector<std::function<void(Trainer&)>> waiting; // said before there was a trainer
    std::string failure;
    bool ended = false;
};

static int displayInterval()
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    return screen ? std::clamp(qRound(1000.0 / screen->refreshRate()), 5, 50) : 16;
}

TrainingSession::TrainingSession(QObject* parent) : QObject(parent)
{
    m_displayClock.setObjectName("displayClock");
    m_displayClock.setInterval(displayInterval());
    connect(&m_displayClock, &QTimer::timeout, this, &TrainingSession::tick);
}

TrainingSession::~TrainingSession()
{
    m_displayClock.stop();
    m_thread.request_stop();
}

void TrainingSession::start(TrainerSetup setup, Begin begin, std::unique_ptr<PauseGate> gate)
{
    Q_ASSERT(!active());
    m_active = std::make_shared<Active>();
    m_active->gate = gate ? std::move(gate) : std::make_unique<PauseGate>();
    m_result.reset();
    m_phase = Phase::Preparing;
    if (begin == Begin::OneStep) {
        m_active->gate->pause();
        m_active->gate->step();
    }
    setup.live = true;
    m_thread = std::jthread([shared = m_active, setup = std::move(setup)](const std::stop_token& stop) mutable {
        train(stop, shared, std::move(setup));
    });
    m_active->gate->stopThrough(m_thread.get_stop_source());
    m_displayClock.start();
    emit stateChanged();
}

void TrainingSession::train(const std::stop_token& stop, const std::shared_ptr<Active>& active, TrainerSetup setup)
{
    workInBackground();
    try {
        auto trainer = std::make_shared<Trainer>(std::move(setup), active->relay);
        {
            const std::lock_guard lock(active->mutex);
            for (const auto& command : active->waiting)
                command(*trainer);
            active->trainer = trainer;
        }
        trainer->run(stop, *active->gate);
    } catch (const std::exception& error) {
        const std::lock_guard lock(active->mutex);
        active->failure = error.what();
    }
    active->gate->leave();
    const std::lock_guard lock(active->mutex);
    active->ended = true;
}

void TrainingSession::pause()
{
    if (!active())
        return;
    m_active->gate->pause();
    emit stateChanged();
}

void TrainingSession::resume()
{
    if (!active())
        return;
    m_active->gate->resume();
    emit stateChanged();
}

void TrainingSession::step()
{
    if (!active())
        return;
    const bool wasPaused = paused();
    m_active->gate->pause();
    if (wasPaused)
        m_active->gate->step();
    emit stateChanged();
}

void TrainingSession::stop()
{
    if (!active())
        return;
    m_active->gate->stop();
    emit stateChanged();
}

void TrainingSession::tell(const std::function<void(Trainer&)>& command)
{
    if (!active())
        return;
    const std::lock_guard lock(m_active->mutex);
    if (m_active->trainer)
        command(*m_active->trainer);
    else
        m_active->waiting.push_back(command);
}

void TrainingSession::watch(const QString& source, const QString& target)
{
    tell([s = source.toStdString(), t = target.toStdString()](Trainer& trainer) { trainer.watch(s, t); });
}

void TrainingSession::unwatch(SentenceId sentence)
{
    tell([sentence](Trainer& trainer) { trainer.unwatch(sentence); });
}

void TrainingSession::focus(SentenceId sentence)
{
    tell([sentence](Trainer& trainer) { trainer.focus(sentence); });
}

bool TrainingSession::active() const
{
    return m_active != nullptr;
}

bool TrainingSession::paused() const
{
    return active() && m_active->gate->paused();
}

bool TrainingSession::stopping() const
{
    return active() && m_active->gate->stopping();
}

std::uint64_t TrainingSession::droppedPictures() const
{
    return active() ? m_active->relay.dropped() : 0;
}

TranslatorSource TrainingSession::translatorSource() const
{
    if (!active())
        return {};
    return [shared = m_active]() -> std::shared_ptr<const Translator> {
        const std::shared_ptr<Trainer> trainer = trainerOf(*shared);
        return trainer ? trainer->translator() : nullptr;
    };
}

ClassifierSource TrainingSession::classifierSource() const
{
    if (!active())
        return {};
    return [shared = m_active]() -> std::shared_ptr<const Classifier> {
        const std::shared_ptr<Trainer> trainer = trainerOf(*shared);
        return trainer ? trainer->classifier() : nullptr;
    };
}

std::shared_ptr<Trainer> TrainingSession::trainerOf(Active& active)
{
    const std::lock_guard lock(active.mutex);
    return active.trainer;
}

void TrainingSession::tick()
{
    bool ended = false;
    {
        const std::lock_guard lock(m_active->mutex);
        ended = m_active->ended;
    }
    constexpr int eventInterval = 50; // milliseconds: about 20 a second
    if (ended || ++m_ticks * m_displayClock.interval() >= eventInterval) {
        m_ticks = 0;
        drainEvents();
    }
    drainPictures();
    if (ended)
        end();
}

void TrainingSession::drainEvents()
{
    // what a signal's receiver does must not pull the training away from under this loop
    const std::shared_ptr<Active> active = m_active;
    std::vector<StepReport> steps;
    for (const TrainingEvent& event : active->relay.takeEvents())
        deliver(event, steps);
    if (!steps.empty())
        emit stepped(steps);
    for (const auto& [sentence, step] : active->relay.takeRecorded())
        emit recorded(sentence, step);
}

void TrainingSession::deliver(const TrainingEvent& event, std::vector<StepReport>& steps)
{
    if (const auto* step = std::get_if<StepReport>(&event.what)) {
        steps.push_back(*step);
        return;
    }
    if (!steps.empty())
        emit stepped(std::exchange(steps, {})); // keeps the order of events
    if (const auto* phase = std::get_if<PhaseChanged>(&event.what)) {
        m_phase = phase->phase;
        emit stateChanged();
    } else if (const auto* report = std::get_if<ValidationReport>(&event.what)) {
        emit validated(*report);
    } else if (const auto* scored = std::get_if<SentencesScored>(&event.what)) {
        emit sentencesScored(*scored);
    } else if (const auto* classified = std::get_if<TextsClassified>(&event.what)) {
        emit textsClassified(*classified);
    } else if (const auto* saved = std::get_if<CheckpointSaved>(&event.what)) {
        emit checkpointSaved(*saved);
    } else if (const auto* watched = std::get_if<WatchedSentence>(&event.what)) {
        emit sentenceWatched(*watched);
    } else if (const auto* gone = std::get_if<SentenceUnwatched>(&event.what)) {
        emit sentenceUnwatched(gone->id);
    } else if (const auto* trouble = std::get_if<Trouble>(&event.what)) {
        emit troubled(QString::fromStdString(trouble->message));
    } else if (const auto* done = std::get_if<RunFinished>(&event.what)) {
        m_result = *done;
    }
}

void TrainingSession::drainPictures()
{
    for (const AttentionSnapshotPtr& snapshot : m_active->relay.takeSnapshots())
        emit pictureReady(snapshot);
}

void TrainingSession::end()
{
    m_displayClock.stop();
    m_thread.join();
    RunFinished result = m_result.value_or(RunFinished());
    if (!m_result)
        result.reason = StopReason::Failed;
    if (!m_active->failure.empty()) {
        result.reason = StopReason::Failed;
        result.message = m_active->failure;
    }
    m_active.reset();
    m_phase = Phase::Finished;
    emit stateChanged();
    emit finished(result);
}

} // namespace alignoscope::ui

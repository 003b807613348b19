// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/trainer.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace alignoscope::ui {

class TrainingRelay;

/// Fetches a model to translate with. May block (an update under way, reading a file) and may throw Error: call it on
/// a worker thread.
using TranslatorSource = std::function<std::shared_ptr<const Translator>()>;
/// The same of a model that sorts texts by label.
using ClassifierSource = std::function<std::shared_ptr<const Classifier>()>;

/// One training at a time, on a thread of its own, seen from the GUI thread. All calls and signals are on the owner's
/// thread and none blocks, but for the destructor, which stops the training and waits for its checkpoint.
/// Events come in order, gathered about 20 times a second; pictures come at the screen's rate, the newest of each
/// sentence. Every start has a relay of its own, so nothing an earlier training left behind can arrive.
class TrainingSession : public QObject {
    Q_OBJECT
public:
    explicit TrainingSession(QObject* parent = nullptr);
    ~TrainingSession() override;

    enum class Begin { Running, OneStep };
    /// Must not be called while `active`. Whatever goes wrong arrives as `finished`. With a gate of PauseGate::inTurn,
    /// pause, resume, step and stop are of all the sessions whose gates were made with it.
    void start(TrainerSetup setup, Begin begin = Begin::Running, std::unique_ptr<PauseGate> gate = {});
    void pause();
    void resume();
    void step(); ///< one update, then paused
    void stop();

    void watch(const QString& source, const QString& target);
    void unwatch(SentenceId sentence);
    void focus(SentenceId sentence);

    [[nodiscard]] bool active() const; ///< from `start` until `finished`
    [[nodiscard]] bool paused() const; ///< asked to pause, whether or not the update under way is done
    [[nodiscard]] bool stopping() const;
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] std::uint64_t droppedPictures() const;
    /// The model in training; empty unless `active`.
    [[nodiscard]] TranslatorSource translatorSource() const;
    [[nodiscard]] ClassifierSource classifierSource() const;

signals:
    void stateChanged(); ///< one of active, paused, stopping or phase
    void stepped(const std::vector<alignoscope::StepReport>& steps);
    void validated(const alignoscope::ValidationReport& report);
    void sentencesScored(const alignoscope::SentencesScored& scored);
    void textsClassified(const alignoscope::TextsClassified& scored);
    void checkpointSaved(const alignoscope::CheckpointSaved& checkpoint);
    void sentenceWatched(const alignoscope::WatchedSentence& sentence);
    void sentenceUnwatched(alignoscope::SentenceId sentence);
    void troubled(const QString& message);
    void recorded(alignoscope::SentenceId sentence, qint64 step);
    void pictureReady(const alignoscope::AttentionSnapshotPtr& snapshot);
    void finished(const alignoscope::RunFinished& result); ///< exactly once a start, last

private:
    struct Active;
    [[nodiscard]] static std::shared_ptr<Trainer> trainerOf(Active& active);
    static void train(const std::stop_token& stop, const std::shared_ptr<Active>& active, TrainerSetup setup);
    void tell(const std::function<void(Trainer&)>& command);
    void tick();
    void drainEvents();
    void deliver(const TrainingEvent& event, std::vector<StepReport>& steps);
    void drainPictures();
    void end();

    std::shared_ptr<Active> m_active;
    std::optional<RunFinished> m_result;
    Phase m_phase = Phase::Finished;
    QTimer m_displayClock;
    int m_ticks = 0;
    std::jthread m_thread;
};

} // namespace alignoscope::ui

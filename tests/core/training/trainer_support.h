// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "alignoscope/trainer.h"
#include "support/shared_data.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace alignoscope::testing {

/// 300 pairs of the built-in task that reverses letters, 15 of them kept for validation.
inline std::shared_ptr<const Dataset> reverseDataset()
{
    static const auto dataset = [] {
        DatasetInputs inputs;
        inputs.corpus =
            std::make_shared<const RawCorpus>(readCorpus(CorpusSource::parse({"builtin:reverse"}), {.limit = 300}));
        DatasetOptions options;
        options.text = inputs.corpus->suggested;
        return std::make_shared<const Dataset>(buildDataset(inputs, options));
    }();
    return dataset;
}

/// A model of a few thousand numbers; 32 pairs an update, two threads.
inline TrainerSetup smallSetup()
{
    TrainerSetup setup;
    setup.dataset = reverseDataset();
    setup.experiment.corpus = CorpusSource::parse({"builtin:reverse"});
    setup.experiment.model = {6, 8, 6, 4, Initialization::Glorot};
    setup.experiment.training.batch = 32;
    setup.experiment.training.epochs = 0;
    setup.experiment.training.steps = 12;
    setup.experiment.training.dropout = 0.1;
    setup.experiment.training.threads = 2;
    return setup;
}

/// Keeps what a trainer tells, and lets a test wait for it.
class Recorder : public TrainingObserver {
public:
    void onEvent(const TrainingEvent& event) override
    {
        if (during)
            during(event);
        const std::scoped_lock lock(m_mutex);
        m_events.push_back(event);
        m_changed.notify_all();
    }
    void onAttention(const AttentionSnapshotPtr& snapshot) override
    {
        const std::scoped_lock lock(m_mutex);
        m_snapshots.push_back(snapshot);
        m_changed.notify_all();
    }
    /// Called on the training thread, before the event is kept. Set it before training starts.
    std::function<void(const TrainingEvent&)> during;

    [[nodiscard]] std::vector<TrainingEvent> events() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_events;
    }
    [[nodiscard]] std::vector<AttentionSnapshotPtr> snapshots() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_snapshots;
    }
    template <class What>
    [[nodiscard]] std::vector<What> all() const
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<What> found;
        for (const auto& event : m_events)
            if (const auto* what = std::get_if<What>(&event.what))
                found.push_back(*what);
        return found;
    }
    /// Waits for an event of that kind that `accept` likes; at most a minute, then nothing.
    template <class What, class Accept>
    std::optional<What> waitFor(Accept&& accept)
    {
        std::optional<What> found;
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::minutes(1), [&] {
            for (const auto& event : m_events)
                if (const auto* what = std::get_if<What>(&event.what); what && accept(*what)) {
                    found = *what;
                    return true;
                }
            return false;
        });
        return found;
    }
    bool waitForPhase(Phase phase, std::size_t times = 1)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::minutes(1), [&] { return count(phase) >= times; });
    }
    /// Waits for a picture of that sentence after `seen` pictures.
    bool waitForPicture(SentenceId sentence, std::size_t seen)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::minutes(1), [&] {
            for (std::size_t i = seen; i < m_snapshots.size(); ++i)
                if (m_snapshots[i]->sentence == sentence)
                    return true;
            return false;
        });
    }

private:
    [[nodiscard]] std::size_t count(Phase phase) const
    {
        std::size_t found = 0;
        for (const auto& event : m_events)
            if (const auto* changed = std::get_if<PhaseChanged>(&event.what))
                found += changed->phase == phase;
        return found;
    }
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<TrainingEvent> m_events;
    std::vector<AttentionSnapshotPtr> m_snapshots;
};

/// A trainer on a thread of its own, stopped and joined at the end.
class RunningTrainer {
public:
    explicit RunningTrainer(TrainerSetup setup) : trainer(std::move(setup), recorder) { }
    ~RunningTrainer() { join(true); }
    RunningTrainer(const RunningTrainer&) = delete;
    RunningTrainer& operator=(const RunningTrainer&) = delete;

    void start()
    {
        m_thread = std::jthread([this](std::stop_token stop) { trainer.run(std::move(stop), gate); });
    }
    void requestStop() { m_thread.request_stop(); }
    RunFinished join(bool stop = false)
    {
        if (stop)
            m_thread.request_stop();
        if (m_thread.joinable())
            m_thread.join();
        const auto finished = recorder.all<RunFinished>();
        return finished.empty() ? RunFinished{} : finished.back();
    }
    /// From beginning to end.
    static std::vector<StepReport> steps(TrainerSetup setup)
    {
        RunningTrainer run(std::move(setup));
        run.start();
        run.join();
        return run.recorder.all<StepReport>();
    }

    Recorder recorder;
    PauseGate gate;
    Trainer trainer;

private:
    std::jthread m_thread;
};

} // namespace alignoscope::testing

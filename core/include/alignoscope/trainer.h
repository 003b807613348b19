// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/attention_snapshot.h"
#include "alignoscope/dataset.h"
#include "alignoscope/options.h"
#include "alignoscope/pause_gate.h"
#include "alignoscope/training_event.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace alignoscope {

class Translator;

/// Called on the training thread. Must not block and must not throw.
class ALIGNOSCOPE_API TrainingObserver {
public:
    virtual ~TrainingObserver();
    /// In order, none lost. RunFinished comes exactly once, last.
    virtual void onEvent(const TrainingEvent& event) = 0;
    /// Only the newest of a sentence matters to a display.
    virtual void onAttention(const AttentionSnapshotPtr& snapshot) = 0;
};

struct TrainerSetup {
    std::shared_ptr<const Dataset> dataset;
    Experiment experiment;
    std::filesystem::path folder; ///< where the run is kept; made if missing; empty: nothing is kept
    bool resume = false;          ///< go on from the folder's last checkpoint
    bool live = false;            ///< publish the focused sentence about 30 times a second, for a display
};

/// Trains one model. Construct it anywhere, call `run` once on a thread of its own; the other calls are for any thread.
class ALIGNOSCOPE_API Trainer {
public:
    /// Checks the options and makes or opens the folder. Throws Error.
    Trainer(TrainerSetup setup, TrainingObserver& observer);
    ~Trainer();
    Trainer(const Trainer&) = delete;
    Trainer& operator=(const Trainer&) = delete;

    [[nodiscard]] RunId id() const;

    /// Blocks until a limit is reached or stop is requested; stop and pause take effect within one update. Whatever
    /// happens ends in RunFinished; it does not throw. A checkpoint is saved at every validation and at the end.
    void run(std::stop_token stop, PauseGate& gate);

    /// Watches a sentence from the next update on, also while paused. `target` may be empty. Does not block.
    void watch(std::string source, std::string target);
    void unwatch(SentenceId sentence);
    /// The sentence drawn live. Does not block.
    void focus(SentenceId sentence);

    /// A copy of the model as it is after the last update. Blocks until the update under way is done.
    /// Throws Error(Usage) where the model labels texts.
    [[nodiscard]] std::shared_ptr<const Translator> translator();
    /// The same of a text classifier. Throws Error(Usage) where the model translates.
    [[nodiscard]] std::shared_ptr<const Classifier> classifier();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace alignoscope

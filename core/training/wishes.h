// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/trainer.h"
#include "alignoscope/training_event.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace alignoscope::training {

/// What other threads ask of the training thread, fulfilled between two updates.
class Wishes {
public:
    /// Of the model of the run: a Translator, or a Classifier.
    using Copy = std::shared_ptr<const void>;

    // Any thread:
    void watch(WatchedSentence sentence);
    void unwatch(SentenceId sentence);
    void focus(SentenceId sentence);
    /// Waits until the training thread answers; when none is running, `make` is called here.
    Copy copy(const std::function<Copy()>& make);

    // The training thread:
    /// From now on copies are answered by `serveCopies`; the gate is woken when something is wished.
    void open(PauseGate& gate);
    void close(const std::function<Copy()>& make);
    void serveCopies(const std::function<Copy()>& make);
    struct Taken {
        std::vector<WatchedSentence> watch;
        std::vector<SentenceId> unwatch;
        std::optional<SentenceId> focus;
    };
    Taken take();

private:
    void wake(); ///< with the lock held

    std::mutex m_mutex;
    std::condition_variable m_answered;
    PauseGate* m_gate = nullptr;
    Taken m_taken;
    std::uint64_t m_asked = 0, m_served = 0;
    Copy m_copy;
};

} // namespace alignoscope::training

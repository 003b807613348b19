// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/trainer.h"
#include "storage/run_writer.h"

#include <chrono>
#include <optional>

namespace alignoscope::training {

/// Tells the observer what happens and writes it into the run's history, which therefore exists without a window too.
class Journal {
public:
    Journal(RunId run, TrainingObserver& observer, std::optional<storage::RunWriter>& writer);

    void tell(decltype(TrainingEvent::what) what);
    void tell(const AttentionSnapshotPtr& snapshot);
    /// Seconds since the run was first started.
    [[nodiscard]] double now() const;
    /// Commits what was written if a second has passed, or always where `whatever`. Throws Error(Storage).
    void flush(bool whatever);

private:
    using Clock = std::chrono::steady_clock;
    RunId m_run;
    TrainingObserver& m_observer;
    std::optional<storage::RunWriter>& m_writer;
    Clock::time_point m_start = Clock::now(), m_flushed = Clock::now();
    double m_before = 0;
};

} // namespace alignoscope::training

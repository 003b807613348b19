// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/progress_line.h"

#include "alignoscope/trainer.h"

namespace alignoscope::commands {

/// Tells on standard error how training goes, and keeps how it ended. All calls come from the training thread.
class TrainingPrinter : public TrainingObserver {
public:
    explicit TrainingPrinter(Task task = Task::Translation) : m_task(task) { }
    void onEvent(const TrainingEvent& event) override;
    void onAttention(const AttentionSnapshotPtr& snapshot) override;

    [[nodiscard]] const RunFinished& finished() const { return m_finished; }
    /// Share of right target tokens (or labels) at the last validation; negative: none was.
    [[nodiscard]] double accuracy() const { return m_accuracy; }

private:
    void print(const StepReport& report);
    void print(const ValidationReport& report);

    ProgressLine m_line;
    RunFinished m_finished;
    Task m_task;
    double m_accuracy = -1;
};

} // namespace alignoscope::commands

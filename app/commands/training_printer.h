// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/progress_line.h"

#include "alignoscope/trainer.h"

namespace alignoscope::commands {

/// Tells on standard error how training goes, and keeps how it ended. All calls come from the training thread.
class TrainingPrinter : public TrainingObserver {
public:
    void onEvent(const TrainingEvent& event) override;
    void onAttention(const AttentionSnapshotPtr& snapshot) override;

    [[nodiscard]] const RunFinished& finished() const { return m_finished; }

private:
    void print(const StepReport& report);
    void print(const ValidationReport& report);

    ProgressLine m_line;
    RunFinished m_finished;
};

} // namespace alignoscope::commands

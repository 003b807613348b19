// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/training_event.h"

namespace alignoscope {

std::string_view name(Phase phase)
{
    switch (phase) {
    case Phase::Preparing:
        return "preparing";
    case Phase::Training:
        return "training";
    case Phase::Paused:
        return "paused";
    case Phase::Validating:
        return "validating";
    case Phase::Saving:
        return "saving";
    case Phase::Finished:
        return "finished";
    }
    return {};
}

std::string_view name(StopReason reason)
{
    switch (reason) {
    case StopReason::EpochsDone:
        return "epochs";
    case StopReason::StepsDone:
        return "steps";
    case StopReason::TimeUp:
        return "minutes";
    case StopReason::Patience:
        return "patience";
    case StopReason::Requested:
        return "stopped";
    case StopReason::NotANumber:
        return "not-a-number";
    case StopReason::Failed:
        return "failed";
    }
    return {};
}

} // namespace alignoscope

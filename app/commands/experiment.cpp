// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/experiment.h"

#include "app/commands/command.h"

namespace alignoscope::commands {

void addExperiment(CLI::App& program, Action& chosen)
{
    CLI::App* command =
        program.add_subcommand("experiment", "Trains or evaluates several times, and draws what that shows together");
    command->require_subcommand(1);
    addLengthExperiment(*command, chosen);
    addStateExperiment(*command, chosen);
}

} // namespace alignoscope::commands

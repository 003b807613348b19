// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace alignoscope::commands {

// One file an experiment, as with commands.
void addLengthExperiment(CLI::App& experiment, Action& chosen);
void addStateExperiment(CLI::App& experiment, Action& chosen);

} // namespace alignoscope::commands

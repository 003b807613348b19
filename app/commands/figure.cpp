// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

namespace alignoscope::commands {

void addFigure(CLI::App& program, Action& chosen)
{
    auto* command = program.add_subcommand("figure", "Draw the attention of a sentence");
    command->callback([&chosen] { chosen = [] { return 0; }; });
}

} // namespace alignoscope::commands

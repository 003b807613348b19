// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/corpus.h"
#include "app/commands/command.h"

#include <cstdio>

namespace alignoscope::commands {

void addCorpora(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("corpora", "list the built-in corpora: name, pairs, task");
    command->callback([&chosen] {
        chosen = [] {
            for (const BuiltinCorpus& corpus : builtinCorpora())
                std::printf("%s\t%zu\t%s\n", corpus.name.c_str(), corpus.pairs, corpus.task.c_str());
            return 0;
        };
    });
}

} // namespace alignoscope::commands

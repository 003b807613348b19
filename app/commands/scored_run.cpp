// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/scored_run.h"

#include "app/commands/choices.h"

namespace alignoscope::commands {

void ScoredRun::addTo(CLI::App& command)
{
    command.add_option("run", run, "The run folder")->required()->type_name("RUN");
    corpus.addTo(command);
    command.add_option("--beam", beam, "Width of the beam; 1: greedy")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command.add_option("--checkpoint", checkpoint, "Which parameters of the run")
        ->check(CLI::IsMember({"best", "last"}))
        ->capture_default_str();
    command.add_option("--limit", limit, "Only so many pairs, from the beginning; 0: all")
        ->check(notNegative())
        ->capture_default_str();
}

ReadOptions ScoredRun::read() const
{
    ReadOptions options = corpus.read();
    options.limit = limit;
    return options;
}

} // namespace alignoscope::commands

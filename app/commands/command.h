// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace alignoscope::commands {

/// What main runs once the command line is read; returns the exit status and may throw alignoscope::Error.
using Action = std::function<int()>;

// One file a subcommand: each adds itself to the program and, when it is the one asked for, sets `chosen`.
void addCorpora(CLI::App& program, Action& chosen);
void addInspect(CLI::App& program, Action& chosen);
void addTrain(CLI::App& program, Action& chosen);
void addTranslate(CLI::App& program, Action& chosen);
void addEvaluate(CLI::App& program, Action& chosen);
void addExperiment(CLI::App& program, Action& chosen);
void addFigure(CLI::App& program, Action& chosen);
void addAlignScore(CLI::App& program, Action& chosen);
void addConvert(CLI::App& program, Action& chosen);
void addExport(CLI::App& program, Action& chosen);
void addImport(CLI::App& program, Action& chosen);
void addBench(CLI::App& program, Action& chosen);

} // namespace alignoscope::commands

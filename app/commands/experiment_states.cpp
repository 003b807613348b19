// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/chart_file.h"
#include "app/commands/choices.h"
#include "app/commands/experiment.h"
#include "app/commands/interruption.h"
#include "app/commands/progress_line.h"
#include "app/commands/scored_run.h"
#include "app/exit_status.h"

#include "alignoscope/state_curves.h"
#include "alignoscope/translator.h"
#include "ui/figure/curve_charts.h"

#include <filesystem>
#include <iostream>
#include <memory>

namespace alignoscope::commands {
namespace {

struct StateArguments {
    ScoredRun scored;
    std::vector<int> states;
    ChartFile file;
};

std::vector<StateLimitOptions> limitsOf(const std::vector<int>& states)
{
    if (states.empty())
        return usualStateLimits();
    std::vector<StateLimitOptions> limits;
    for (const StateLimit kind : {StateLimit::Best, StateLimit::Window})
        for (const int number : states)
            limits.push_back({kind, number});
    limits.emplace_back();
    return limits;
}

int measure(const StateArguments& arguments)
{
    Interruption interruption; // before the first thread
    ProgressLine line;
    arguments.file.check();
    const ScoredRun& scored = arguments.scored;
    const auto translator = Translator::open(scored.run, scored.best());
    const RawCorpus corpus =
        readCorpus(scored.corpus.source(), scored.read(), line.progress("reading", interruption.token()));
    TranslationOptions options;
    options.beam = scored.beam;
    StateCurve curve = measureStateLimits(*translator, corpus, limitsOf(arguments.states), options,
                                          line.progress("evaluating", interruption.token()));
    const std::filesystem::path folder = std::filesystem::path(scored.run).lexically_normal();
    curve.label = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
    line.clear();
    arguments.file.write(
        ui::stateChart(curve), [&] { return stateCurveToCsv(curve); }, [&] { return stateCurveToJson(curve); });
    std::cout << stateCurveToJson(curve);
    return exit_status::done;
}

} // namespace

void addStateExperiment(CLI::App& experiment, Action& chosen)
{
    auto arguments = std::make_shared<StateArguments>();
    CLI::App* command = experiment.add_subcommand(
        "states", "BLEU and alignment error rate of a run whose attention may look at 1, 2, 3 … states");
    arguments->scored.limit = 500;
    arguments->scored.addTo(*command);
    command->add_option("--states", arguments->states, "Numbers of states to try, with commas between (1,2,3,4,6,8)")
        ->delimiter(',')
        ->check(positive())
        ->type_name("K,…");
    arguments->file.addTo(*command);
    command->callback([arguments, &chosen] { chosen = [arguments] { return measure(*arguments); }; });
}

} // namespace alignoscope::commands

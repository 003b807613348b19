// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/chart_file.h"
#include "app/commands/choices.h"
#include "app/commands/experiment.h"
#include "app/commands/interruption.h"
#include "app/commands/train_options.h"
#include "app/commands/training_printer.h"
#include "app/exit_status.h"

#include "alignoscope/error.h"
#include "alignoscope/length_experiment.h"
#include "ui/figure/curve_charts.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>

namespace alignoscope::commands {
namespace {

struct LengthArguments {
    TrainArguments train;
    std::vector<std::string> test, reports;
    std::vector<int> lengths;
    int testSentences = LengthPlan().testSentences, beam = 1;
    ChartFile file;
};

/// Tells on standard error how the experiment goes.
class LengthPrinter final : public LengthExperimentObserver {
public:
    explicit LengthPrinter(std::size_t models) : m_models(models) { }

    void onReading(double fraction) override { m_line.show("reading", fraction); }
    void onStage(std::size_t number, const LengthModel& model, Stage stage) override
    {
        m_name = model.name;
        const std::string which = fmt::format("{} ({} of {})", model.name, number + 1, m_models);
        if (stage == Stage::Training)
            m_line.say(which + ": training");
        else if (stage == Stage::AlreadyTrained)
            m_line.say(which + ": is trained already");
    }
    void onTraining(const TrainingEvent& event) override
    {
        m_line.clear();
        m_training.onEvent(event);
    }
    void onTranslating(double fraction) override { m_line.show(m_name + ": translating", fraction); }
    void onCurve(const LengthCurve& curve) override
    {
        std::string text = fmt::format("{}: BLEU {:.1f}; by length", curve.label, curve.bleu);
        for (const LengthBucket& bucket : curve.buckets)
            text += fmt::format(" {}–{}: {:.1f}", bucket.min, bucket.max, bucket.bleu);
        m_line.say(text);
    }

private:
    std::size_t m_models;
    std::string m_name;
    ProgressLine m_line;
    TrainingPrinter m_training;
};

LengthPlan planOf(LengthArguments& arguments)
{
    LengthPlan plan = usualLengthPlan();
    TrainArguments& train = arguments.train;
    if (!train.corpus.given())
        train.corpus.words = {"builtin:" + plan.base.corpus.builtin};
    TextOptions suggested;
    for (const BuiltinCorpus& corpus : builtinCorpora())
        if (corpus.name == train.corpus.source().builtin)
            suggested = corpus.text;
    const Preset usual{plan.base.preset, {}, {}, plan.base.model, plan.base.training};
    plan.base = train.experiment(suggested, Task::Translation, &usual);
    if (!arguments.test.empty()) {
        plan.test = CorpusSource::parse(arguments.test);
        for (auto* file : {&plan.test.file, &plan.test.targetFile})
            if (!file->empty())
                *file = std::filesystem::absolute(*file);
    }
    if (!arguments.lengths.empty())
        plan.trainedTo = arguments.lengths;
    plan.testSentences = arguments.testSentences;
    plan.beam = arguments.beam;
    return plan;
}

std::vector<LengthCurve> trained(LengthArguments& arguments)
{
    Interruption interruption; // before the first thread
    if (arguments.train.run.empty())
        throw Error(ErrorKind::Usage,
                    {"experiment lengths", "there is no folder for the runs", "--run DIR", "",
                     "Name one, or draw what evaluate wrote with --from."});
    const LengthPlan plan = planOf(arguments);
    LengthPrinter printer(modelsOf(plan).size());
    return runLengthExperiment(plan, arguments.train.run, printer, interruption.token());
}

int draw(LengthArguments& arguments)
{
    arguments.file.check();
    std::vector<LengthCurve> curves;
    for (const std::string& report : arguments.reports)
        for (LengthCurve& curve : readLengthCurves(report))
            curves.push_back(std::move(curve));
    if (arguments.reports.empty())
        curves = trained(arguments);
    arguments.file.write(
        ui::lengthChart(curves), [&] { return lengthCurvesToCsv(curves); }, [&] { return lengthCurvesToJson(curves); });
    std::cout << lengthCurvesToJson(curves);
    return exit_status::done;
}

void addOwnOptions(CLI::App& command, LengthArguments& arguments)
{
    const std::string group = "Experiment";
    command
        .add_option("--lengths", arguments.lengths,
                    "Words of the longest training sentences, with commas between (30,50)")
        ->delimiter(',')
        ->check(positive())
        ->type_name("N,…")
        ->group(group);
    command
        .add_option("--test", arguments.test,
                    "Sentences to test on: one file or two, or builtin:NAME; without it builtin:NAME-test where the "
                    "corpus has one, else held out of the corpus")
        ->expected(1, 2)
        ->type_name("CORPUS")
        ->group(group);
    command
        .add_option("--test-sentences", arguments.testSentences, "Test sentences of every ten words of length, at most")
        ->check(positive())
        ->capture_default_str()
        ->group(group);
    command.add_option("--beam", arguments.beam, "Width of the beam; 1: greedy")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str()
        ->group(group);
    command
        .add_option("--from", arguments.reports,
                    "Train nothing: draw what evaluate or this command wrote, a curve a report")
        ->check(CLI::ExistingFile)
        ->type_name("REPORT…")
        ->group(group);
}

} // namespace

void addLengthExperiment(CLI::App& experiment, Action& chosen)
{
    auto arguments = std::make_shared<LengthArguments>();
    CLI::App* command = experiment.add_subcommand(
        "lengths",
        "Trains models with and without attention on sentences of up to 30 and up to 50 words, and draws "
        "BLEU by sentence length (Bahdanau et al. 2015, figure 2). Takes the options of train; a run that "
        "is finished is not trained again.");
    arguments->train.addTo(*command);
    command->get_option("--run")->required(false)->description(
        "The folder the runs are kept in, and lengths.json with the curves");
    for (const char* name : {"--resume", "--max-length", "--validation", "--gold", "--gold-base", "--gold-reverse"})
        command->remove_option(command->get_option(name)); // the experiment decides these
    addOwnOptions(*command, *arguments);
    arguments->file.addTo(*command);
    command->callback([arguments, &chosen] { chosen = [arguments] { return draw(*arguments); }; });
}

} // namespace alignoscope::commands

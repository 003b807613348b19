// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/interruption.h"
#include "app/commands/train_options.h"
#include "app/commands/training_printer.h"
#include "app/exit_status.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "alignoscope/word_vectors.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace alignoscope::commands {
namespace {

using Json = nlohmann::ordered_json;

std::shared_ptr<RawCorpus> read(const CorpusSource& source, const ReadOptions& options, ProgressLine& line,
                                const std::stop_token& stop)
{
    return std::make_shared<RawCorpus>(readCorpus(source, options, line.progress("reading " + source.label(), stop)));
}

bool isEmpty(const CorpusSource& source)
{
    return source == CorpusSource{};
}

/// How the corpus is read may have been recognised from the file; its validation corpus may be another kind of file.
ReadOptions validationRead(ReadOptions options)
{
    options.format = CorpusFormat::Automatic;
    options.member.clear();
    options.targetMember.clear();
    return options;
}

struct Preparation {
    Experiment experiment;
    std::shared_ptr<const Dataset> dataset;
};

Preparation prepareNew(const TrainArguments& arguments, ProgressLine& line, const std::stop_token& stop)
{
    if (Run::isRun(arguments.run))
        throw Error(ErrorKind::Usage,
                    {arguments.run, "the folder already holds a run", "", "",
                     "Go on with it with --resume, or choose another folder."});
    if (!arguments.corpus.given())
        throw Error(ErrorKind::Usage,
                    {"train", "no corpus is given", "", "",
                     "Name one: builtin:NAME, a file, two line-aligned files, or --classes FILE FILE."});
    const auto corpus = read(arguments.corpus.source(), arguments.corpus.read(), line, stop);
    std::shared_ptr<RawCorpus> validation;
    if (arguments.hasValidation())
        validation = read(arguments.validationSource(), validationRead(arguments.corpus.read()), line, stop);
    TextOptions suggested = corpus->suggested;
    if (const GoldSource gold = arguments.goldSource(); !gold.file.empty())
        suggested = (loadGold(gold, *corpus, validation.get()) == GoldPlace::Corpus ? corpus : validation)->suggested;
    Preparation result;
    result.experiment = arguments.experiment(suggested, corpus->task);
    const Experiment& experiment = result.experiment;
    const DatasetInputs inputs{corpus, validation};
    result.dataset =
        std::make_shared<Dataset>(buildDataset(inputs, experiment.dataset, line.progress("counting tokens", stop)));
    return result;
}

Preparation prepareResumed(const TrainArguments& arguments, ProgressLine& line, const std::stop_token& stop)
{
    const Run run = Run::open(arguments.run);
    Preparation result;
    result.experiment = arguments.continued(run.experiment());
    const Experiment& experiment = result.experiment;
    if (isEmpty(experiment.corpus))
        throw Error(ErrorKind::Usage,
                    {arguments.run, "the run was imported and has no corpus to go on with", "", "",
                     "Name one: train CORPUS --run RUN --resume."});
    const auto corpus = read(experiment.corpus, experiment.read, line, stop);
    std::shared_ptr<RawCorpus> validation;
    if (!isEmpty(experiment.validationCorpus))
        validation = read(experiment.validationCorpus, validationRead(experiment.read), line, stop);
    if (!experiment.gold.file.empty())
        loadGold(experiment.gold, *corpus, validation.get());
    DatasetInputs inputs{corpus, validation};
    inputs.sourceVocabulary = &run.sourceVocabulary();
    inputs.targetVocabulary = &run.targetVocabulary();
    result.dataset =
        std::make_shared<Dataset>(buildDataset(inputs, experiment.dataset, line.progress("numbering tokens", stop)));
    return result;
}

/// How many words of the vocabulary have a vector, and which lines of the file were not used.
void sayWhatVectors(const Preparation& preparation, ProgressLine& line, const std::stop_token& stop)
{
    const auto& file = preparation.experiment.model.classifier.vectors;
    if (file.empty())
        return;
    const Vocabulary& words = preparation.dataset->sourceVocabulary;
    const WordVectors vectors = readWordVectors(file, words, line.progress("reading word vectors", stop));
    line.say(fmt::format("{}: {} words of {} numbers; {} of the {} words of the vocabulary have a vector, the others "
                         "start at random and are learnt",
                         file.filename().string(), vectors.inFile, vectors.dimensions, vectors.words.size(),
                         words.size() - Vocabulary::marks));
    if (vectors.skippedTotal > 0)
        line.say(fmt::format("{}: {} unusable line{}, the first: line {}: {}", file.filename().string(),
                             vectors.skippedTotal, vectors.skippedTotal == 1 ? "" : "s", vectors.skipped.front().line,
                             vectors.skipped.front().reason));
}

void sayWhatIsTrained(const Preparation& preparation, ProgressLine& line)
{
    const Dataset& data = *preparation.dataset;
    if (data.task == Task::Classification) {
        line.say(fmt::format("{}: {} texts for training, {} for validation, {} skipped; {} words, {} labels",
                             preparation.experiment.corpus.label(), data.training.size(), data.validation.size(),
                             data.corpus->skippedTotal, data.sourceVocabulary.size() - Vocabulary::marks,
                             data.targetVocabulary.size() - Vocabulary::marks));
        if (data.unknownLabels > 0)
            line.say(fmt::format("{} texts were left out of validation: no text for training has their label",
                                 data.unknownLabels));
        return;
    }
    line.say(fmt::format(
        "{}: {} pairs for training, {} for validation, {} skipped, {} too long; vocabularies of {} and {}",
        preparation.experiment.corpus.label(), data.training.size(), data.validation.size(), data.corpus->skippedTotal,
        data.tooLong, data.sourceVocabulary.size(), data.targetVocabulary.size()));
}

Json measured(double value)
{
    return value < 0 ? Json(nullptr) : Json(value);
}

Json report(const std::string& folder, const RunFinished& finished)
{
    return {
        {"run", folder},
        {"steps", finished.steps},
        {"epochs", finished.epochs},
        {"train_loss", finished.trainLoss},
        {"validation_loss", measured(finished.validationLoss)},
        {"validation_bleu", measured(finished.validationBleu)},
        {"target_tokens", finished.targetTokens},
        {"seconds", finished.seconds},
        {"target_tokens_per_second", finished.targetTokensPerSecond},
        {"peak_rss_bytes", finished.peakRssBytes},
        {"parameters", finished.parameters},
        {"stop_reason", name(finished.reason)},
    };
}

int statusOf(StopReason reason)
{
    switch (reason) {
    case StopReason::Requested:
        return exit_status::interrupted;
    case StopReason::NotANumber:
    case StopReason::Failed:
        return exit_status::failed;
    default:
        return exit_status::done;
    }
}

int train(const TrainArguments& arguments)
{
    Interruption interruption; // before the first thread
    Preparation preparation;
    {
        ProgressLine line;
        preparation = arguments.resume ? prepareResumed(arguments, line, interruption.token())
                                       : prepareNew(arguments, line, interruption.token());
        sayWhatIsTrained(preparation, line);
        if (!arguments.resume)
            sayWhatVectors(preparation, line, interruption.token());
    }
    TrainingPrinter printer(preparation.dataset->task);
    Trainer trainer({preparation.dataset, preparation.experiment, arguments.run, arguments.resume, false}, printer);
    PauseGate gate;
    trainer.run(interruption.token(), gate);
    const RunFinished& finished = printer.finished();
    if (!finished.message.empty())
        std::cerr << "alignoscope: " << finished.message << '\n';
    Json result = report(arguments.run, finished);
    if (preparation.dataset->task == Task::Classification)
        result["validation_accuracy"] = measured(printer.accuracy());
    std::cout << result.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    return statusOf(finished.reason);
}

} // namespace

void addTrain(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<TrainArguments>();
    CLI::App* command =
        program.add_subcommand("train", "Trains a model on a corpus and keeps it, with its history, in a run folder");
    arguments->addTo(*command);
    command->callback([arguments, &chosen] { chosen = [arguments] { return train(*arguments); }; });
}

} // namespace alignoscope::commands

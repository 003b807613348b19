// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/train_options.h"

#include "app/commands/choices.h"
#include "app/commands/option_values.h"

#include "alignoscope/error.h"

namespace alignoscope::commands {
namespace {

/// A run is opened again from anywhere.
CorpusSource absolute(CorpusSource source)
{
    if (!source.file.empty())
        source.file = std::filesystem::absolute(source.file);
    if (!source.targetFile.empty())
        source.targetFile = std::filesystem::absolute(source.targetFile);
    for (std::filesystem::path& file : source.classFiles)
        file = std::filesystem::absolute(file);
    return source;
}

} // namespace

void TrainArguments::addTo(CLI::App& command)
{
    corpus.addTo(command);
    command.add_option("--run", run, "The folder the run is kept in: checkpoints, history, vocabularies")
        ->required()
        ->type_name("DIR");
    command.add_flag("--resume", resume, "Goes on with the run in that folder from its last checkpoint");
    addDataOptions(command);
    addGoldOptions(command);
    model.addTo(command);
    classifier.addTo(command);
    addTrainingOptions(command);
    addLimits(command);
}

void TrainArguments::addDataOptions(CLI::App& command)
{
    const std::string group = "Data";
    auto* given = command.add_option("--validation", validation, "A corpus of its own for validation: one file or two")
                      ->expected(1, 2)
                      ->type_name("CORPUS")
                      ->group(group);
    command.add_option("--validation-classes", validationClasses, "Texts with labels for validation: a file a class")
        ->expected(2, 200)
        ->type_name("FILE")
        ->excludes(given)
        ->group(group);
    command.add_option("--validation-split", validationSplit, "Share of the pairs kept out of training for validation")
        ->check(CLI::Range(0.0, 0.9))
        ->type_name("P")
        ->excludes(given)
        ->group(group);
    text.addTo(command, group);
    command.add_option("--vocabulary", vocabulary, "Most frequent tokens kept a side; 0: all")
        ->check(notNegative())
        ->type_name("N")
        ->group(group);
    command.add_option("--min-count", minCount, "Rarer tokens become <unk>")
        ->check(positive())
        ->type_name("N")
        ->group(group);
    command
        .add_option("--max-length", maxLength,
                    "Pairs with more tokens on a side are left out; texts with labels are cut")
        ->check(positive())
        ->type_name("N")
        ->group(group);
    command
        .add_option("--watch", watch,
                    "A sentence whose attention is recorded (\"source\" or \"source ||| target\"); may be repeated")
        ->allow_extra_args(false)
        ->type_name("TEXT")
        ->group(group);
    command
        .add_option("--snapshot-every", snapshotEvery,
                    "Updates between recorded pictures of attention; 0: often at "
                    "first, then ever more rarely")
        ->check(notNegative())
        ->type_name("N")
        ->group(group);
}

void TrainArguments::addGoldOptions(CLI::App& command)
{
    const std::string group = "Alignments made by hand";
    command
        .add_option("--gold", gold,
                    "For the corpus or for --validation: a line a pair, \"0-0 1-2\" with 3p4 possible, or .wa")
        ->type_name("FILE")
        ->group(group);
    command.add_option("--gold-base", goldBase, "Number of its first tokens; else 1 if no index in it is 0")
        ->check(CLI::IsMember({0, 1}))
        ->group(group);
    command.add_flag("--gold-reverse", goldReverse, "It says the target token first")->group(group);
}

void TrainArguments::addTrainingOptions(CLI::App& command)
{
    const std::string group = "Training";
    addChoice(command, "--optimizer", optimizer, optimizerNames(), "How parameters follow the gradient")->group(group);
    command.add_option("--learning-rate", learningRate, "Size of a step (Adam 0.001, Adadelta 1, SGD 1 are usual)")
        ->check(positive())
        ->type_name("X")
        ->group(group);
    command.add_option("--dropout", dropout, "Share of units left out at random while training")
        ->check(CLI::Range(0.0, 0.95))
        ->type_name("P")
        ->option_text("P")
        ->group(group);
    command.add_option("--clip", clip, "Largest norm of the gradient; 0: never clipped")
        ->check(notNegative())
        ->type_name("X")
        ->group(group);
    command.add_option("--label-smoothing", labelSmoothing, "Share of the target distribution spread over all words")
        ->check(CLI::Range(0.0, 0.9))
        ->type_name("P")
        ->group(group);
    command.add_option("--annealing", annealing, "Last share of the run in which the learning rate falls to zero")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("P")
        ->group(group);
    command.add_option("--batch", batch, "Sentence pairs an update")->check(positive())->type_name("N")->group(group);
    command.add_option("--validate-every", validateEvery, "Updates between validations; 0: once an epoch")
        ->check(notNegative())
        ->type_name("N")
        ->group(group);
    command.add_option("--seed", seed, "First parameters, order of batches, dropout, validation split")
        ->type_name("N")
        ->group(group);
    command.add_option("--threads", threads, "0: as many as the processor has")
        ->check(notNegative())
        ->type_name("N")
        ->group(group);
}

void TrainArguments::addLimits(CLI::App& command)
{
    const std::string group = "When to stop (the first reached)";
    command.add_option("--epochs", epochs, "Times through the corpus")->check(positive())->type_name("N")->group(group);
    command.add_option("--steps", steps, "Updates")->check(positive())->type_name("N")->group(group);
    command.add_option("--minutes", minutes, "Minutes of training")->check(positive())->type_name("X")->group(group);
    command.add_option("--patience", patience, "Validations without a better loss; 0: never")
        ->check(notNegative())
        ->type_name("N")
        ->group(group);
}

void TrainArguments::applyDataset(DatasetOptions& dataset, Task task) const
{
    text.apply(dataset.text, task);
    setIfGiven(dataset.vocabularyLimit, vocabulary);
    setIfGiven(dataset.minCount, minCount);
    setIfGiven(dataset.maxLength, maxLength);
    setIfGiven(dataset.validationSplit, validationSplit);
    setIfGiven(dataset.seed, seed);
}

void TrainArguments::applyTraining(TrainingOptions& training) const
{
    setIfGiven(training.optimizer, optimizer);
    setIfGiven(training.learningRate, learningRate);
    setIfGiven(training.clip, clip);
    setIfGiven(training.dropout, dropout);
    setIfGiven(training.labelSmoothing, labelSmoothing);
    setIfGiven(training.annealing, annealing);
    setIfGiven(training.batch, batch);
    setIfGiven(training.patience, patience);
    setIfGiven(training.threads, threads);
    setIfGiven(training.snapshotEvery, snapshotEvery);
    setIfGiven(training.validateEvery, validateEvery);
    // Somebody who asks for 20 minutes wants 20 minutes, whatever number of epochs the preset has.
    if (epochs || steps || minutes) {
        training.epochs = epochs.value_or(0);
        training.steps = steps.value_or(0);
        training.minutes = minutes.value_or(0);
    }
}

GoldSource TrainArguments::goldSource() const
{
    if (gold.empty())
        return {};
    return {std::filesystem::absolute(gold), goldBase.value_or(-1), goldReverse};
}

CorpusSource TrainArguments::validationSource() const
{
    return validationClasses.empty() ? CorpusSource::parse(validation) : classSource(validationClasses);
}

const Preset& TrainArguments::chosenPreset(Task task) const
{
    const bool isMade = corpus.words.size() == 1 && corpus.words.front().starts_with("builtin:");
    const std::string usual =
        task == Task::Classification ? "classifier" : (isMade ? presets().front().name : "balanced");
    const Preset& chosen = preset(model.preset.empty() ? usual : model.preset);
    if (chosen.model.task == task)
        return chosen;
    const bool labels = task == Task::Classification;
    throw Error(ErrorKind::Usage,
                {"--model",
                 labels ? "the corpus has labels, and this model translates"
                        : "the corpus is one of translations, and this model labels texts",
                 labels ? "classifier" : "another model", chosen.name,
                 labels ? "Leave --model out; --format tsv reads the columns as a translation."
                        : "Choose another model; --format labelled reads a table as texts and labels."});
}

/// Options that the other kind of model has would promise what does not happen.
void TrainArguments::applyModel(ModelOptions& options) const
{
    const bool labels = options.task == Task::Classification;
    if (!labels && classifier.given())
        throw Error(
            ErrorKind::Usage,
            {"train", "an option of the text classifier is given, and this model translates", "", "",
             "Leave out --vectors, --frozen, --spatial-dropout, --units, --filters, --kernel, --dense, --positions "
             "and --pad-attention."});
    ModelOptions plain = options;
    model.apply(plain);
    if (!labels) {
        options = plain;
        return;
    }
    plain.embedding = options.embedding; // that one is of both
    plain.initialization = options.initialization;
    if (plain != options)
        throw Error(
            ErrorKind::Usage,
            {"train", "an option of the translation models is given, and this model labels texts", "", "",
             "Leave out the options of encoder, decoder and their attention; --units sets the recurrent layer."});
    setIfGiven(options.classifier.embedding, model.embedding);
    classifier.apply(options.classifier);
    if (maxLength && !classifier.positions)
        options.classifier.positions = *maxLength;
}

Experiment TrainArguments::experiment(const TextOptions& suggested, Task task, const Preset* usual) const
{
    Experiment result;
    result.corpus = absolute(corpus.source());
    result.read = corpus.read();
    if (hasValidation())
        result.validationCorpus = absolute(validationSource());
    const Preset& start = usual && model.preset.empty() ? *usual : chosenPreset(task);
    result.preset = start.name;
    result.model = start.model;
    result.training = start.training;
    setIfGiven(result.training.seed, seed);
    result.dataset.text = suggested;
    if (hasValidation())
        result.dataset.validationSplit = 0;
    applyDataset(result.dataset, task);
    applyModel(result.model);
    if (task == Task::Classification)
        result.dataset.maxLength = result.model.classifier.positions;
    applyTraining(result.training);
    result.watch = watch;
    result.gold = goldSource();
    validate(result);
    return result;
}

Experiment TrainArguments::continued(const Experiment& stored) const
{
    Experiment result = stored;
    applyDataset(result.dataset, stored.model.task);
    result.dataset.seed = stored.dataset.seed; // or validation pairs would move into training
    applyModel(result.model);
    if (result.dataset != stored.dataset || result.model != stored.model || !model.preset.empty() || hasValidation()
        || !watch.empty())
        throw Error(
            ErrorKind::Usage,
            {"--resume",
             "a run goes on with the tokeniser, vocabulary, validation, watched sentences and model it began with", "",
             "", "Leave these options out, or start a new run in another folder."});
    if (corpus.given()) { // the files may have moved since
        result.corpus = absolute(corpus.source());
        result.read = corpus.read();
    }
    if (!gold.empty())
        result.gold = goldSource();
    applyTraining(result.training);
    setIfGiven(result.training.seed, seed);
    validate(result);
    return result;
}

} // namespace alignoscope::commands

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/classifier_arguments.h"
#include "app/commands/corpus_arguments.h"
#include "app/commands/model_arguments.h"
#include "app/commands/text_arguments.h"

#include "alignoscope/options.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace alignoscope::commands {

/// The options of `train`. What is not given keeps the preset's value, or with --resume the run's own.
struct TrainArguments {
    CorpusArguments corpus;
    std::vector<std::string> validation;        ///< one or two words, as CorpusSource::parse takes them
    std::vector<std::string> validationClasses; ///< or a file a class
    std::string run;
    ModelArguments model;
    ClassifierArguments classifier;
    bool resume = false;

    TextArguments text;
    std::optional<int> vocabulary, minCount, maxLength;
    std::optional<double> validationSplit;

    std::optional<OptimizerKind> optimizer;
    std::optional<double> learningRate, clip, dropout, labelSmoothing, annealing, minutes;
    std::optional<int> batch, epochs, patience, threads, snapshotEvery, validateEvery;
    std::optional<std::int64_t> steps;
    std::optional<std::uint64_t> seed;
    std::vector<std::string> watch;
    std::string gold;
    std::optional<int> goldBase;
    bool goldReverse = false;

    void addTo(CLI::App& command);
    /// A new run's experiment. `suggested` is how its corpus wants to be tokenised, `task` what it is for; it starts
    /// from `usual`, where that is given and --model is not. Throws Error(Usage).
    [[nodiscard]] Experiment experiment(const TextOptions& suggested, Task task, const Preset* usual = nullptr) const;
    /// A continued run's: what was trained on and the model stay, how to go on may change. Throws Error(Usage).
    [[nodiscard]] Experiment continued(const Experiment& stored) const;

    [[nodiscard]] bool hasValidation() const { return !validation.empty() || !validationClasses.empty(); }
    /// The corpus for validation, where one is given.
    [[nodiscard]] CorpusSource validationSource() const;

    /// The file of alignments that was named, its path made absolute; or none.
    [[nodiscard]] GoldSource goldSource() const;

private:
    void addDataOptions(CLI::App& command);
    void addGoldOptions(CLI::App& command);
    void addTrainingOptions(CLI::App& command);
    void addLimits(CLI::App& command);
    void applyDataset(DatasetOptions& dataset, Task task) const;
    [[nodiscard]] const Preset& chosenPreset(Task task) const;
    void applyModel(ModelOptions& options) const;
    void applyTraining(TrainingOptions& training) const;
};

} // namespace alignoscope::commands

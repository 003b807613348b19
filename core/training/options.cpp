// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/options.h"

#include "alignoscope/error.h"
#include "training/option_checks.h"

namespace alignoscope {

using training::require;

namespace {

void validateTraining(const TrainingOptions& training)
{
    require("learning rate", training.learningRate, 1e-9, 1000.0);
    require("clip", training.clip, 0.0, 1e9);
    require("dropout", training.dropout, 0.0, 0.95);
    require("label smoothing", training.labelSmoothing, 0.0, 0.95);
    require("annealing", training.annealing, 0.0, 1.0);
    require("batch", training.batch, 1, 65536);
    require("epochs", training.epochs, 0, 1000000);
    require("steps", training.steps, std::int64_t(0), std::int64_t(1) << 50);
    require("minutes", training.minutes, 0.0, 1e6);
    require("patience", training.patience, 0, 1000000);
    require("threads", training.threads, 0, 1024);
    require("snapshot interval", training.snapshotEvery, 0, 1000000000);
    require("validation interval", training.validateEvery, 0, 1000000000);
    if (training.epochs == 0 && training.steps == 0 && training.minutes == 0)
        throw Error(ErrorKind::Usage,
                    {"training", "nothing says when to stop", "epochs, steps or minutes", "none of them",
                     "Give at least one of the three."});
}

} // namespace

void validate(const Experiment& experiment)
{
    if (experiment.model.task == Task::Translation)
        training::validateModel(experiment.model);
    else
        training::validateClassifier(experiment.model.classifier);
    const DatasetOptions& dataset = experiment.dataset;
    require("maximum length", dataset.maxLength, 1, 10000);
    require("minimum count", dataset.minCount, 1, 1000000000);
    require("vocabulary limit", dataset.vocabularyLimit, 0, 10000000);
    require("validation split", dataset.validationSplit, 0.0, 0.9);
    validateTraining(experiment.training);
}

} // namespace alignoscope

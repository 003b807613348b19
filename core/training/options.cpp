// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/options.h"

#include "alignoscope/error.h"

#include <fmt/format.h>

namespace alignoscope {

const std::vector<Preset>& presets()
{
    static const std::vector<Preset> all = [] {
        std::vector<Preset> list;
        Preset quick{
            "quick", "Quick", "Small and fast: the alignments of a simple corpus appear within half a minute.", {}, {}};
        quick.model.embedding = quick.model.hidden = 64;
        quick.model.initialization = Initialization::Glorot;
        quick.training.learningRate = 0.003;
        quick.training.batch = 32;
        quick.training.dropout = 0.3; // keeps a word's annotation about that word
        quick.training.epochs = 8;
        list.push_back(quick);

        Preset balanced{
            "balanced", "Balanced", "For real sentences on a laptop: good translations in about ten minutes.", {}, {}};
        balanced.model.initialization = Initialization::Glorot;
        balanced.training.dropout = 0.4; // with 0.3 and without smoothing it over-fits Multi30k after nine epochs
        balanced.training.labelSmoothing = 0.1;
        balanced.training.epochs = 12;
        list.push_back(balanced);

        Preset paper{"rnnsearch",
                     "RNNsearch, as published",
                     "Sizes, initialisation and Adadelta of Bahdanau, Cho and Bengio (2015); takes days on a laptop.",
                     {},
                     {}};
        paper.model = {620, 1000, 1000, 500, Initialization::Paper};
        paper.training.optimizer = OptimizerKind::Adadelta;
        paper.training.learningRate = 1;
        paper.training.batch = 80;
        paper.training.annealing = 0;
        paper.training.epochs = 5;
        list.push_back(paper);
        return list;
    }();
    return all;
}

const Preset& preset(std::string_view name)
{
    std::string names;
    for (const Preset& one : presets()) {
        if (one.name == name)
            return one;
        names += (names.empty() ? "" : ", ") + one.name;
    }
    throw Error(ErrorKind::Usage, {"preset", "there is none of that name", names, std::string(name), {}});
}

namespace {

template <class Number>
void require(const char* option, Number value, Number low, Number high)
{
    if (!(value >= low && value <= high))
        throw Error(
            ErrorKind::Usage,
            {option, "this value is not possible", fmt::format("{} to {}", low, high), fmt::format("{}", value), {}});
}

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
    const ModelOptions& model = experiment.model;
    require("embedding", model.embedding, 1, 8192);
    require("hidden", model.hidden, 1, 8192);
    require("alignment", model.alignment, 0, 8192);
    require("maxout", model.maxout, 0, 8192);
    require("layers", model.layers, 1, 16);
    attentionKind(model.attention.kind);
    require("attention window", model.attention.window, 1, 10000);
    require("coverage loss", model.attention.coverageLoss, 0.0, 1000.0);
    require("attention dropout", model.attention.dropout, 0.0, 0.95);
    require("attended states", model.attention.limit.states, 1, 10000);
    const DatasetOptions& dataset = experiment.dataset;
    require("maximum length", dataset.maxLength, 1, 10000);
    require("minimum count", dataset.minCount, 1, 1000000000);
    require("vocabulary limit", dataset.vocabularyLimit, 0, 10000000);
    require("validation split", dataset.validationSplit, 0.0, 0.9);
    validateTraining(experiment.training);
}

} // namespace alignoscope

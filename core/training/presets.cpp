// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/options.h"

#include <algorithm>

namespace alignoscope {
namespace {

Preset quick()
{
    Preset preset{
        "quick", "Quick", "Small and fast: the alignments of a simple corpus appear within half a minute.", {}, {}};
    preset.model.embedding = preset.model.hidden = 64;
    preset.model.initialization = Initialization::Glorot;
    preset.training.learningRate = 0.003;
    preset.training.batch = 32;
    preset.training.dropout = 0.3; // keeps a word's annotation about that word
    preset.training.epochs = 8;
    return preset;
}

Preset balanced()
{
    Preset preset{
        "balanced", "Balanced", "For real sentences on a laptop: good translations in about ten minutes.", {}, {}};
    preset.model.initialization = Initialization::Glorot;
    preset.training.dropout = 0.4; // with 0.3 and without smoothing it over-fits Multi30k after nine epochs
    preset.training.labelSmoothing = 0.1;
    preset.training.epochs = 12;
    return preset;
}

Preset rnnsearch()
{
    Preset preset{"rnnsearch",
                  "RNNsearch, as published",
                  "Sizes, initialisation and Adadelta of Bahdanau, Cho and Bengio (2015); takes days on a laptop.",
                  {},
                  {}};
    preset.model.embedding = 620;
    preset.model.hidden = preset.model.alignment = 1000;
    preset.model.maxout = 500;
    preset.training.optimizer = OptimizerKind::Adadelta;
    preset.training.learningRate = 1;
    preset.training.batch = 80;
    preset.training.annealing = 0;
    preset.training.epochs = 5;
    return preset;
}

/// `quick` with another kind of attention, as the kind is when it is chosen.
Preset quickWith(const char* kind, const char* name, const char* title, const char* summary)
{
    Preset preset = quick();
    preset.name = name;
    preset.title = title;
    preset.summary = summary;
    preset.model.attention = attentionKind(kind).defaults;
    return preset;
}

Preset luong()
{
    Preset preset = quickWith("general", "luong", "Luong, small",
                              "LSTM cells, attention after each step and input feeding, after Luong, Pham and Manning "
                              "(2015); as quick as “Quick”.");
    preset.model.encoderCell = preset.model.decoderCell = RecurrentCell::Lstm;
    preset.model.decoder = DecoderKind::Luong;
    preset.model.inputFeeding = true;
    return preset;
}

Preset classifier()
{
    Preset preset{
        "classifier",
        "Text classifier",
        "Attention over a text's own words, beside a convolution, tells its label; a few minutes for thousands of "
        "texts.",
        {},
        {}};
    preset.model.task = Task::Classification;
    preset.model.initialization = Initialization::Glorot;
    preset.training.learningRate = 0.003; // with 0.001 negation is not learnt within the epochs
    preset.training.batch = 32;
    preset.training.dropout = 0.4;
    preset.training.epochs = 4; // then it learns the texts by heart
    preset.training.annealing = 0.5;
    return preset;
}

std::vector<Preset> allPresets()
{
    std::vector<Preset> all{quick(), balanced(), rnnsearch()};
    const auto registered = [](const char* kind) {
        return std::ranges::any_of(attentionKinds(), [kind](const AttentionKind& one) { return one.name == kind; });
    };
    if (registered("none")) // a kind is a file: without it, the rest goes on
        all.push_back(quickWith("none", "rnnencdec", "Without attention",
                                "One vector for the whole sentence, after Cho et al. and Sutskever et al. (2014): "
                                "what attention was made to replace."));
    if (registered("general"))
        all.push_back(luong());
    if (registered("keras-attention"))
        all.push_back(quickWith("keras-attention", "keras-attention", "Keras attention",
                                "The numbers of the Keras layer Attention: products of states, not divided by √d."));
    all.push_back(classifier());
    return all;
}

} // namespace

const std::vector<Preset>& presets()
{
    static const std::vector<Preset> all = allPresets();
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

} // namespace alignoscope

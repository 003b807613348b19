// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/attention_kinds.h"
#include "alignoscope/classification.h"
#include "alignoscope/corpus.h"
#include "alignoscope/dataset.h"
#include "alignoscope/gold.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alignoscope {

enum class Initialization {
    Paper,  ///< Bahdanau et al. 2015, B.1: recurrent orthogonal, W_a and U_a N(0, 0.001²), v_a and biases 0, rest N(0,
            ///< 0.01²)
    Glorot, ///< uniform ±sqrt(6 / (in + out)); recurrent orthogonal; biases 0
};

enum class RecurrentCell { Gru, Lstm };

/// When the decoder attends, and what it makes of the context.
enum class DecoderKind {
    Bahdanau, ///< asks with the state before the step; the context enters the cell and a deep output with maxout
              ///< (Bahdanau, Cho & Bengio 2015, A.2.2)
    Luong,    ///< asks with the state after the step; the context enters h̃ = tanh(W_c [c; h]) alone (Luong, Pham &
              ///< Manning 2015, section 3)
};

/// The recurrent encoder-decoder. As it stands here: RNNsearch (Bahdanau, Cho & Bengio 2015, arXiv 1409.0473,
/// appendix A).
struct ModelOptions {
    int embedding = 256; ///< m, words as vectors
    int hidden = 256;    ///< n, units of the decoder's layers and of each direction of the encoder's (but see
                         ///< AttentionKind::comparesStates)
    int alignment = 0;   ///< n', hidden units of the alignment model; 0: as many as `hidden`
    int maxout = 0;      ///< l, maxout units of the deep output, each the larger of two; of the Luong decoder units of
                         ///< h̃; 0: half of `hidden`, all of it with the Luong decoder
    Initialization initialization = Initialization::Paper;
    Task task = Task::Translation; ///< of Classification only `classifier` counts
    RecurrentCell encoderCell = RecurrentCell::Gru, decoderCell = RecurrentCell::Gru;
    int layers = 1;            ///< of the encoder and of the decoder
    bool bidirectional = true; ///< the encoder reads in both directions
    DecoderKind decoder = DecoderKind::Bahdanau;
    bool inputFeeding = false;  ///< Luong decoder: h̃ of the step before enters the cell beside the word
    bool tieEmbeddings = false; ///< the output layer's words are the target's embeddings; then l = m
    AttentionOptions attention = {};
    ClassifierOptions classifier = {};
    bool operator==(const ModelOptions&) const = default;
};

enum class OptimizerKind { Adam, Adadelta, Sgd };

/// How a model is trained. Of `epochs`, `steps` and `minutes` the first reached stops; 0 means no such limit.
struct TrainingOptions {
    OptimizerKind optimizer = OptimizerKind::Adam;
    double learningRate = 0.001; ///< Adam 0.001, Adadelta 1, SGD 1 are usual
    double clip = 1.0;           ///< largest L2 norm of the whole gradient; 0: never clipped
    double dropout = 0.0;        ///< on embeddings and on the deep output's maxout, while training
    double labelSmoothing = 0.0; ///< share of the target distribution spread over all words
    double annealing = 0.25;     ///< last share of the run in which the learning rate falls to zero
    int batch = 64;              ///< sentence pairs an update
    int epochs = 10;
    std::int64_t steps = 0;
    double minutes = 0;
    int patience = 0;       ///< validations without a better loss before training stops; 0: never
    std::uint64_t seed = 1; ///< initial parameters, order of batches, dropout
    int threads = 0;        ///< 0: as many as the processor has
    int snapshotEvery = 0;  ///< steps between recorded attention; 0: often at first, then ever more rarely
    int validateEvery = 0;  ///< steps between validations; 0: once an epoch
    bool operator==(const TrainingOptions&) const = default;
};

/// Everything that decides what a run is: stored with it as config.json.
struct Experiment {
    CorpusSource corpus;
    ReadOptions read;
    CorpusSource validationCorpus; ///< all empty: split off the corpus
    DatasetOptions dataset;
    ModelOptions model;
    TrainingOptions training;
    std::vector<std::string>
        watch;          ///< sentences typed by the user whose attention is recorded ("source" or "source ||| target")
    std::string preset; ///< what the options were filled from, for the record
    GoldSource gold;    ///< alignments made by hand, for the corpus or the validation corpus
    bool operator==(const Experiment&) const = default;
};

struct Preset {
    std::string name;    ///< "quick", "balanced", "rnnsearch", …
    std::string title;   ///< for the Model menu
    std::string summary; ///< one sentence
    ModelOptions model;
    TrainingOptions training;
};
/// The presets of the Model dialog and of `train --model`, the default for built-in corpora first.
ALIGNOSCOPE_API const std::vector<Preset>& presets();
/// Throws Error(Usage) that lists the names.
ALIGNOSCOPE_API const Preset& preset(std::string_view name);

/// Throws Error(Usage) naming the first option with an impossible value.
ALIGNOSCOPE_API void validate(const Experiment& experiment);

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/indices.h"
#include "alignoscope/progress.h"
#include "alignoscope/text.h"
#include "alignoscope/vocabulary.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace alignoscope {

/// What a model does with a text. A corpus of Classification is one of pairs all the same: the text is the source, its
/// label the target (one token, whatever it is made of), so that it is read, counted, split and kept like any other.
enum class Task { Translation, Classification };

/// The attention text classifier: embeddings, spatial dropout, a bidirectional GRU whose annotations h_j are weighed by
///
///     e_j = tanh(h_j W + b_j)      W: features × 1, b: positions × 1
///     α = softmax(e) over time,  a = Σ_j α_j h_j
///
/// beside it a convolution over the same annotations with global average and global maximum; [a; average; maximum] →
/// dense ReLU → dense softmax over the labels.
struct ClassifierOptions {
    int embedding = 128;           ///< numbers a word; those of `vectors` where there are some
    std::filesystem::path vectors; ///< word vectors as text (GloVe, word2vec), any compression; empty: learnt
    bool frozen = true;            ///< `vectors` are not changed by training
    double spatialDropout = 0.4;   ///< share of the embedding's dimensions left out of a whole text, training only
    int units = 64;                ///< of the GRU, each direction
    int filters = 64;              ///< of the convolution (valid, He uniform)
    int kernel = 3;                ///< words a filter sees
    int dense = 128;               ///< units of the hidden layer
    int positions = 100;           ///< of b; longer texts are cut
    bool maskPadding = true;       ///< false: as the well-known layer does, texts are padded to `positions` and
                                   ///< padding is attended to like words
    bool operator==(const ClassifierOptions&) const = default;
};

/// What a classifier thinks of one text.
struct Classification {
    std::vector<std::string> tokens;   ///< as read (no end of sentence)
    std::vector<bool> unknown;         ///< those the model does not know
    std::vector<float> attention;      ///< a number a token; sums to 1 (less where padding took a share)
    double padding = 0;                ///< the share of the weight that padding took
    std::vector<double> probabilities; ///< a number a label, in the order of `Classifier::labels`
    int label = 0;                     ///< the likeliest
    [[nodiscard]] double confidence() const { return probabilities[static_cast<std::size_t>(label)]; }
};

/// A trained classifier that no longer changes. Every call is const and thread-safe, and blocks while it computes.
class ALIGNOSCOPE_API Classifier {
public:
    virtual ~Classifier();

    /// The last whole checkpoint of a run folder (the best one where `best` and there is one). Throws Error.
    static std::shared_ptr<const Classifier> open(const std::filesystem::path& folder, bool best = true);

    /// In order, on all cores. Throws Error(Cancelled).
    [[nodiscard]] virtual std::vector<Classification> classify(const std::vector<std::string>& texts,
                                                               const Progress& progress = {}) const = 0;
    [[nodiscard]] virtual const std::vector<std::string>& labels() const = 0;
    [[nodiscard]] virtual std::int64_t step() const = 0; ///< updates the model had seen
    [[nodiscard]] virtual std::int64_t parameters() const = 0;
};

/// One watched text, measured at a validation (TextsClassified in training_event.h).
struct TextScore {
    SentenceId id{};
    std::string label;     ///< that it has
    std::string predicted; ///< the likeliest
    double confidence = 0; ///< p(predicted)
    double loss = 0;       ///< −ln p(label), nats
};

} // namespace alignoscope

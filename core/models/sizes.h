// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"
#include "nn/attention.h"

namespace alignoscope::models {

using nn::Index;

/// What a recurrent encoder-decoder is made of, nothing left to be derived.
struct Sizes {
    Index sourceWords = 0, targetWords = 0;
    Index embedding = 0; ///< m
    Index hidden = 0;    ///< n, units of the decoder's layers
    Index alignment = 0; ///< n'
    Index maxout = 0;    ///< l, what the output layer reads
    RecurrentCell encoderCell = RecurrentCell::Gru, decoderCell = RecurrentCell::Gru;
    int layers = 1;
    bool bidirectional = true;
    DecoderKind decoder = DecoderKind::Bahdanau;
    bool inputFeeding = false, tieEmbeddings = false;
    AttentionOptions attention = {};
    Index longest = 51; ///< source tokens of the longest sentence trained on, with EOS

    [[nodiscard]] Index directions() const { return bidirectional ? 2 : 1; }
    /// Units of each direction of the encoder: n, but where states are compared number by number the annotation has n.
    [[nodiscard]] Index encoderUnits() const;
    [[nodiscard]] Index annotation() const { return directions() * encoderUnits(); }
    [[nodiscard]] nn::AttentionSizes attentionSizes() const;
};

/// Fills in what the options leave to be derived. `longest`: source tokens of the longest sentence, without EOS.
Sizes sizesOf(const ModelOptions& options, Index sourceWords, Index targetWords, Index longest);

} // namespace alignoscope::models

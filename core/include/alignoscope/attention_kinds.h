// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

/// How many encoder states the decoder may look at for one target word.
enum class StateLimit {
    All,
    Best,   ///< those with the k highest scores
    Window, ///< k neighbours, those that hold most of the unlimited weight
};
struct StateLimitOptions {
    StateLimit limit = StateLimit::All;
    int states = 3; ///< k, not of All
    bool operator==(const StateLimitOptions&) const = default;
};

enum class ScoreMode { Dot, Concat }; ///< of Keras' Attention

/// How target words find source words. Which of the options below a kind reads, its AttentionKind says.
struct AttentionOptions {
    std::string kind = "additive"; ///< a name of attentionKinds()
    int window = 4;          ///< D: a local kind sees positions p_t − D … p_t + D (Luong, Pham & Manning 2015, 3.2)
    bool coverage = false;   ///< scores also read how much of each state was used so far (See, Liu & Manning 2017)
    double coverageLoss = 0; ///< λ of their loss Σ_t Σ_j min(α_tj, coverage_tj), a share of the words' loss
    bool scale = false;      ///< Keras' use_scale: a learned factor, 1 at first
    ScoreMode scoreMode = ScoreMode::Dot;
    bool causal = false;     ///< target position t sees source positions 0 … t
    double dropout = 0;      ///< on the weights, while training
    StateLimitOptions limit; ///< every kind but "none"
    bool operator==(const AttentionOptions&) const = default;
};

enum class AttentionOption { Window, Coverage, Scale, ScoreMode, Causal, Dropout };

/// One way to attend. Kinds register themselves: a file in core/nn/attention/ is a kind.
struct AttentionKind {
    std::string name;            ///< "additive", for `train --attention`
    std::string title;           ///< "Additive (Bahdanau)", for the Model dialog
    std::string summary;         ///< one sentence for a student
    std::string equation;        ///< of the score, one line of Unicode: "e = vᵀ tanh(W s + U h)"
    std::string source;          ///< "Bahdanau, Cho & Bengio 2015, A.1.2"
    int place = 0;               ///< in the Model dialog: smaller is earlier
    bool aligns = true;          ///< false: there are no weights to draw
    bool comparesStates = false; ///< multiplies or adds decoder state and annotation without a matrix in between, so
                                 ///< both have `hidden` units: a direction of the encoder has half of them
    std::vector<AttentionOption> options; ///< which of AttentionOptions it reads, besides `limit`
    AttentionOptions defaults;            ///< what they are when the kind is chosen
    [[nodiscard]] ALIGNOSCOPE_API bool reads(AttentionOption option) const;
};

/// In the order of the Model dialog; the default first.
ALIGNOSCOPE_API const std::vector<AttentionKind>& attentionKinds();
/// Throws Error(Usage) that lists the names.
ALIGNOSCOPE_API const AttentionKind& attentionKind(std::string_view name);

} // namespace alignoscope

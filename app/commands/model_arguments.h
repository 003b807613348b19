// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace alignoscope::commands {

/// The options of `train` that say what the model is. What is not given keeps the preset's value.
struct ModelArguments {
    std::string preset;
    std::optional<int> embedding, hidden, alignment, maxout, layers;
    std::optional<Initialization> initialization;
    std::optional<RecurrentCell> encoderCell, decoderCell;
    std::optional<bool> bidirectional, inputFeeding;
    std::optional<DecoderKind> decoder;
    bool tieEmbeddings = false;

    std::string attention; ///< name of a kind
    std::optional<int> window;
    std::optional<bool> coverage, scale, causal;
    std::optional<double> coverageLoss, attentionDropout;
    std::optional<ScoreMode> scoreMode;
    std::optional<StateLimitOptions> limit;

    void addTo(CLI::App& command);
    /// Throws Error(Usage) where an option is given that the kind of attention does not read.
    void apply(ModelOptions& model) const;

private:
    void addSizes(CLI::App& command);
    void addLayers(CLI::App& command);
    void addAttention(CLI::App& command);
    void applyAttention(AttentionOptions& options) const;
    void refuseUnread(const AttentionKind& kind) const;
};

} // namespace alignoscope::commands

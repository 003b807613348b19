// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/option_checks.h"

namespace alignoscope::training {
namespace {

[[noreturn]] void refuse(const char* option, const std::string& what, const std::string& advice)
{
    throw Error(ErrorKind::Usage, {option, what, {}, {}, advice});
}

/// What a kind does not read stays as it was when the kind was chosen, or it would promise what does not happen.
void requireReadOptions(const AttentionKind& kind, const AttentionOptions& attention)
{
    const auto check = [&](AttentionOption option, const char* name, bool untouched) {
        if (!kind.reads(option) && !untouched)
            refuse(name, fmt::format("the attention \"{}\" has no such option", kind.name),
                   "Leave it as it is, or choose another attention.");
    };
    const AttentionOptions& usual = kind.defaults;
    check(AttentionOption::Window, "attention window", attention.window == usual.window);
    check(AttentionOption::Coverage, "coverage", attention.coverage == usual.coverage);
    check(AttentionOption::Coverage, "coverage loss", attention.coverageLoss == usual.coverageLoss);
    check(AttentionOption::Scale, "attention scale", attention.scale == usual.scale);
    check(AttentionOption::ScoreMode, "score mode", attention.scoreMode == usual.scoreMode);
    check(AttentionOption::Causal, "causal attention", attention.causal == usual.causal);
    check(AttentionOption::Dropout, "attention dropout", attention.dropout == usual.dropout);
}

void validateAttention(const AttentionOptions& attention)
{
    require("attention window", attention.window, 1, 10000);
    require("coverage loss", attention.coverageLoss, 0.0, 1000.0);
    require("attention dropout", attention.dropout, 0.0, 0.95);
    require("attended states", attention.limit.states, 1, 10000);
    const AttentionKind& kind = attentionKind(attention.kind);
    requireReadOptions(kind, attention);
    if (attention.coverageLoss > 0 && !attention.coverage)
        refuse("coverage loss", "it needs coverage, which is off", "Switch coverage on, or make its loss 0.");
    if (!kind.aligns && attention.limit.limit != StateLimit::All)
        refuse("attention limit",
               fmt::format("the attention \"{}\" looks at no states that could be limited", kind.name),
               "Choose all states, or another attention.");
}

} // namespace

void validateModel(const ModelOptions& model)
{
    require("embedding", model.embedding, 1, 8192);
    require("hidden", model.hidden, 1, 8192);
    require("alignment", model.alignment, 0, 8192);
    require("maxout", model.maxout, 0, 8192);
    require("layers", model.layers, 1, 16);
    validateAttention(model.attention);
    if (attentionKind(model.attention.kind).comparesStates && model.bidirectional && model.hidden % 2 != 0)
        refuse("hidden",
               fmt::format("the attention \"{}\" compares the decoder's state with both directions of the encoder side "
                           "by side, so each of them has half of the units, and {} is odd",
                           model.attention.kind, model.hidden),
               fmt::format("Choose {} units, or an encoder of one direction.", model.hidden + 1));
    if (model.inputFeeding && model.decoder != DecoderKind::Luong)
        refuse("input feeding", "only the Luong decoder feeds its attentional state back",
               "Choose the Luong decoder, or switch input feeding off.");
    if (model.tieEmbeddings && model.maxout != 0 && model.maxout != model.embedding)
        refuse("tied embeddings",
               fmt::format("the last layer is as wide as a word's vector, {} units, not {}", model.embedding,
                           model.maxout),
               "Leave the size of the output layer open (0), or do not tie embeddings.");
}

} // namespace alignoscope::training

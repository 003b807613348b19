// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "ui/figure/value_scale.h"

#include <QString>

#include <vector>

namespace alignoscope::ui {

enum class TokenKind {
    Word,
    Unknown, ///< the model reads it as its unknown word
    End,     ///< the end of the sentence
};

/// A token as it is written on an axis.
struct TokenLabel {
    QString text;
    TokenKind kind = TokenKind::Word;
    bool operator==(const TokenLabel&) const = default;
};

std::vector<TokenLabel> sourceLabels(const AttentionSnapshot& snapshot);
std::vector<TokenLabel> targetLabels(const AttentionSnapshot& snapshot);
/// A word that a model wrote; the mark of an end counts as one.
TokenLabel wordLabel(const std::string& token);

/// "zone ← Area  0.83"; the point is a point in every language, as in exported numbers.
QString cellInWords(const AttentionSnapshot& snapshot, int target, int source, const MatrixLook& look = {});

/// Whether there is a weight for every pair of tokens and at least one of each.
bool isDrawable(const AttentionSnapshot& snapshot);

} // namespace alignoscope::ui

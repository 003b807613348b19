// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "ui/figure/value_scale.h"

#include <QString>

#include <optional>
#include <vector>

namespace alignoscope::ui {

/// A text, the attention a classifier gave to its words, and what it decided. The attention is a picture of one row.
struct TextPicture {
    struct Label {
        QString name;
        double probability = 0;
    };
    AttentionSnapshotPtr attention;
    QString trueLabel;                ///< empty: nobody said
    std::optional<double> confidence; ///< p(the label decided for)
    std::vector<Label> labels;        ///< all of them, the likeliest first; empty: not known
    bool paddingShown = false;        ///< what padding took is drawn behind the last word
    bool stretched = true;            ///< the strongest colour is the heaviest word's, not that of weight 1

    [[nodiscard]] QString predicted() const; ///< empty without attention
    [[nodiscard]] bool right() const { return !trueLabel.isEmpty() && trueLabel == predicted(); }
};

/// "model: positive 0.93 · label: negative", as far as it is known.
QString decisionText(const TextPicture& picture);
/// Whether a picture is one of a classifier's: one row that sums to at most 1.
bool isTextPicture(const AttentionSnapshot& snapshot);
/// The share of the weight that no word has, because padding took it; 0 where it is less than a rounding error.
double paddingShare(const AttentionSnapshot& snapshot);
/// Weights become colours by it: from 0 to the heaviest word's (stretched) or to 1.
ValueScale textScale(const AttentionSnapshot& snapshot, bool stretched);
/// 1 for the heaviest word.
int rankOf(const AttentionSnapshot& snapshot, int word);
/// "0.031": two figures that matter, so that small weights are told apart as well.
QString weightText(double weight);

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_difference.h"
#include "alignoscope/translator.h"
#include "ui/figure/value_scale.h"
#include "ui/models/what_if_changes.h"

#include <memory>

namespace alignoscope::ui {

/// One model's translation of a sentence, as it makes it by itself and as it does under somebody's changes.
struct WhatIfAnswer {
    QString sentence;
    std::vector<WhatIfChanges::Change> changes; ///< those it was asked with
    InterventionResult original, changed;
    AttentionDifference difference; ///< changed − original, over the same source tokens

    /// The row of `difference` that holds a target token of the original or of the changed translation.
    [[nodiscard]] bool isGone(std::size_t originalTarget) const;
    [[nodiscard]] bool isNew(std::size_t changedTarget) const;
};
using WhatIfAnswerPtr = std::shared_ptr<const WhatIfAnswer>;

/// Asks the model both; blocks. Any thread. Throws Error.
WhatIfAnswerPtr askWhatIf(const Translator& model, const QString& sentence,
                          const std::vector<WhatIfChanges::Change>& changes);

enum class WhatIfView { Original, Changed, Difference };

/// The matrix of a view. Of the difference, words that are new or gone have a sign before them and not-a-number for
/// weights. For a figure, which has no other marks, source words that are not read stand in brackets.
AttentionSnapshotPtr pictureOf(const WhatIfAnswer& answer, WhatIfView view, bool forFigure = false);
MatrixLook lookOf(const WhatIfAnswer& answer, WhatIfView view);

/// The target position of the changed translation in a row of a view's matrix; −1: none.
int changedTargetOf(const WhatIfAnswer& answer, WhatIfView view, int row);
/// The row of a view's matrix that holds that target position of the changed translation; −1: none.
int rowIn(const WhatIfAnswer& answer, WhatIfView view, int changedTarget);

} // namespace alignoscope::ui

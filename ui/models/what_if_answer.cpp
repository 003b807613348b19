// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/what_if_answer.h"

#include <QCoreApplication>

#include <algorithm>

namespace alignoscope::ui {

namespace {

void bracketDropped(AttentionSnapshot& snapshot, const InterventionResult& changed)
{
    for (std::size_t s = 0; s < snapshot.sourceTokens.size() && s < changed.sourceDropped.size(); ++s)
        if (changed.sourceDropped[s])
            snapshot.sourceTokens[s] = "(" + snapshot.sourceTokens[s] + ")";
}

AttentionSnapshot differencePicture(const WhatIfAnswer& answer)
{
    const AttentionDifference& difference = answer.difference;
    AttentionSnapshot snapshot = attentionOf(answer.changed);
    snapshot.targetTokens.clear();
    for (std::size_t row = 0; row < difference.targets.size(); ++row) {
        const TokenPair& pair = difference.targets[row];
        const char* sign = pair.left < 0 ? "+ " : pair.right < 0 ? "− " : "";
        snapshot.targetTokens.push_back(sign + difference.targetTokens[row]);
    }
    snapshot.weights = difference.values;
    return snapshot;
}

bool stands(const std::vector<TokenPair>& pairs, std::int32_t left, std::int32_t right)
{
    return std::ranges::find(pairs, TokenPair{left, right}) != pairs.end();
}

} // namespace

bool WhatIfAnswer::isGone(std::size_t originalTarget) const
{
    return stands(difference.targets, static_cast<std::int32_t>(originalTarget), -1);
}

bool WhatIfAnswer::isNew(std::size_t changedTarget) const
{
    return stands(difference.targets, -1, static_cast<std::int32_t>(changedTarget));
}

WhatIfAnswerPtr askWhatIf(const Translator& model, const QString& sentence,
                          const std::vector<WhatIfChanges::Change>& changes)
{
    auto answer = std::make_shared<WhatIfAnswer>();
    answer->sentence = sentence;
    answer->changes = changes;
    const std::string text = sentence.toStdString();
    constexpr int offered = 8; // next words: what a small list shows at once
    Intervention nothing;
    nothing.likeliest = offered;
    answer->original = model.intervene(text, nothing);
    if (changes.empty()) {
        answer->changed = answer->original;
    } else {
        Intervention intervention = interventionOf(changes, model.text(), answer->original.source.size());
        intervention.likeliest = offered;
        answer->changed = model.intervene(text, intervention);
    }
    answer->difference = compareAttention(attentionOf(answer->original), attentionOf(answer->changed));
    return answer;
}

AttentionSnapshotPtr pictureOf(const WhatIfAnswer& answer, WhatIfView view, bool forFigure)
{
    AttentionSnapshot snapshot = view == WhatIfView::Original ? attentionOf(answer.original)
        : view == WhatIfView::Changed                         ? attentionOf(answer.changed)
                                                              : differencePicture(answer);
    if (forFigure && view != WhatIfView::Original)
        bracketDropped(snapshot, answer.changed);
    return std::make_shared<const AttentionSnapshot>(std::move(snapshot));
}

MatrixLook lookOf(const WhatIfAnswer& answer, WhatIfView view)
{
    MatrixLook look;
    if (view == WhatIfView::Difference)
        look.scale = ValueScale::around0(static_cast<double>(answer.difference.largest));
    return look;
}

int changedTargetOf(const WhatIfAnswer& answer, WhatIfView view, int row)
{
    const auto targets = static_cast<int>(answer.changed.tokens.size());
    if (view != WhatIfView::Difference)
        return row >= 0 && row < targets ? row : -1;
    const auto& pairs = answer.difference.targets;
    return row >= 0 && row < static_cast<int>(pairs.size()) ? pairs[static_cast<std::size_t>(row)].right : -1;
}

int rowIn(const WhatIfAnswer& answer, WhatIfView view, int changedTarget)
{
    if (view != WhatIfView::Difference || changedTarget < 0)
        return changedTarget;
    const auto found = std::ranges::find(answer.difference.targets, changedTarget, &TokenPair::right);
    return found == answer.difference.targets.end() ? -1 : static_cast<int>(found - answer.difference.targets.begin());
}

} // namespace alignoscope::ui

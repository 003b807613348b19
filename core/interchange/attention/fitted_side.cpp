// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/fitted_side.h"

#include "alignoscope/attention_shape.h"

#include <algorithm>

namespace alignoscope::interchange {

namespace {

constexpr const char* endOfSentence = "</s>";

FittedSide numbered(const Side& side)
{
    FittedSide fitted;
    fitted.numbered = true;
    const std::int32_t kept = side.used > 0 ? side.used : side.size;
    fitted.cut = side.size - kept;
    for (std::int32_t i = 1; i <= kept; ++i)
        fitted.tokens.push_back(std::to_string(i));
    if (side.endKnown && kept > 0) {
        fitted.tokens.back() = endOfSentence;
        fitted.endAdded = true;
    }
    return fitted;
}

} // namespace

std::optional<FittedSide> fit(const Side& side)
{
    if (!side.words)
        return numbered(side);
    const auto count = static_cast<std::int32_t>(side.words->size());
    const bool hasEnd = count > 0 && isEndToken(side.words->back());
    FittedSide fitted{*side.words};
    if (side.size == count)
        return fitted;
    if (side.size < count)
        return std::nullopt;
    if (side.used <= count || side.weightedPadding) {
        fitted.cut = side.size - count;
        return fitted;
    }
    if (side.used > count + 1 || hasEnd)
        return std::nullopt;
    fitted.tokens.emplace_back(endOfSentence);
    fitted.endAdded = true;
    fitted.cut = side.size - count - 1;
    return fitted;
}

} // namespace alignoscope::interchange

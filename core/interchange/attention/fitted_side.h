// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

/// One side of a matrix against its words.
struct Side {
    std::int32_t size = 0; ///< rows or columns of the file
    std::int32_t used = 0; ///< up to the last one that has a weight
    std::optional<Words> words;
    bool endKnown = false;        ///< the last is the end of the sentence even where the words are not known
    bool weightedPadding = false; ///< what lies behind the words is padding, weights or not
};

/// What of that side is kept.
struct FittedSide {
    Words tokens;          ///< "1", "2" … where there are no words
    std::int32_t cut = 0;  ///< rows or columns of padding
    bool endAdded = false; ///< the last token is the end of the sentence, which the words lack
    bool numbered = false;
};

/// Nothing where the numbers do not agree.
std::optional<FittedSide> fit(const Side& side);

} // namespace alignoscope::interchange

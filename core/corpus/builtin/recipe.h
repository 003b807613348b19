// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/draw.h"

#include "alignoscope/corpus.h"

#include <functional>
#include <string>

namespace alignoscope::corpus {

struct MadePair {
    std::string source, target;
    GoldAlignment gold;
};

/// Makes one pair after another; may draw the same source twice, the caller then asks again. A target must be a
/// function of its source.
using PairMaker = std::function<MadePair(Draw&)>;

// One a corpus. Each makes a fresh maker, which may keep a cache and belongs to one thread.
PairMaker phrasesEnglishFrench();
PairMaker longPhrasesEnglishFrench(); ///< clauses joined to sentences of up to 70 words
PairMaker phrasesEnglishChinese();
PairMaker datesToIso();
PairMaker numbersToWords();
PairMaker reversedLetters();
PairMaker reviewsWithLabels();

} // namespace alignoscope::corpus

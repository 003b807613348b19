// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/recipe.h"

namespace alignoscope::corpus {

PairMaker reversedLetters()
{
    return [](Draw& draw) {
        const int length = draw.between(1, 12);
        MadePair pair;
        for (int i = 0; i < length; ++i) {
            const char letter = static_cast<char>('a' + draw.below(26));
            const bool first = i == 0;
            pair.source += first ? std::string{letter} : std::string{' ', letter};
            pair.target.insert(0, first ? std::string{letter} : std::string{letter, ' '});
            pair.gold.sure.push_back({i, length - 1 - i});
        }
        return pair;
    };
}

} // namespace alignoscope::corpus

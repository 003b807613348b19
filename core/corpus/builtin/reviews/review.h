// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/recipe.h"
#include "corpus/builtin/reviews/lexicon.h"

#include <vector>

namespace alignoscope::corpus {

/// A review while it is written: its words, and which of them decide how the whole is meant.
class Review {
public:
    void say(Word words);                 ///< one or more, spaces between them
    void decide(Word word);               ///< one that carries the judgement
    void sayMarked(Word sentence);        ///< words between asterisks decide
    void punctuate(char mark);            ///< behind the last word: ',' or '.'
    void forget() { m_deciding.clear(); } ///< what was said so far decides nothing after all
    [[nodiscard]] std::size_t tokens() const { return m_tokens.size(); }

    /// Its text, first letters of sentences large; the deciding words are linked to the label: the last one surely, the
    /// others possibly.
    [[nodiscard]] MadePair labelled(Word label) const;

private:
    std::vector<std::string> m_tokens;
    std::vector<std::int32_t> m_deciding;
};

/// Says one clause that judges the thing (without a full stop), in one of many ways: plainly, negated, at a distance.
void judge(Review& review, const ReviewedThing& thing, bool good, Draw& draw);

} // namespace alignoscope::corpus

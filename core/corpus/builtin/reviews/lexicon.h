// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace alignoscope::corpus {

using Word = std::string_view;

/// What can be judged of a thing, and in which words.
struct Aspect {
    Word noun;
    bool plural = false;
    std::span<const Word> good, bad;
};

/// A kind of thing that people review.
struct ReviewedThing {
    Word noun; ///< "film"
    std::span<const Aspect> aspects;
    std::span<const Word> neutral; ///< whole sentences that judge nothing, some with words that would mislead
};
std::span<const ReviewedThing> reviewedThings();

/// What can be said of any thing.
struct JudgingWords {
    std::span<const Word> adjectives; ///< "wonderful"
    std::span<const Word> verbs;      ///< past tense of I: "loved"
    std::span<const Word> verdicts;   ///< whole sentences; the deciding word stands between asterisks
};
const JudgingWords& judgingWords(bool good);

} // namespace alignoscope::corpus

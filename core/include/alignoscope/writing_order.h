// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace alignoscope {

/// In which order the words of a sentence are written side by side, as the Unicode Bidirectional Algorithm (UAX #9) has
/// it, with a word in a letter's place.
struct WritingOrder {
    bool fromRight = false;           ///< the sentence: by its first letter that has a direction (rules P2 and P3)
    std::vector<std::uint8_t> levels; ///< of each word: odd where it is written from the right
};

/// An empty word is neither a letter nor a mark: it goes with the words around it, at an end with the sentence.
/// Thread-safe.
ALIGNOSCOPE_API WritingOrder writingOrder(const std::vector<std::string>& words);

/// Words of one line by their levels: which of them is seen first from the left, second, … (rule L2). Thread-safe.
ALIGNOSCOPE_API std::vector<std::int32_t> visualOrder(std::span<const std::uint8_t> levels);

} // namespace alignoscope

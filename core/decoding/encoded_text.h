// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/text.h"
#include "alignoscope/vocabulary.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::decoding {

/// Text as a model reads it. Every vector has EOS as its last entry.
struct EncodedText {
    std::vector<std::string> tokens; ///< the surface, also of unknown tokens
    std::vector<TokenId> ids;
    std::vector<bool> unknown;
};

EncodedText encode(std::string_view text, const SideText& side, const Vocabulary& vocabulary);

/// Places of the texts, those of most tokens first: the order in which texts of like length come together.
std::vector<std::size_t> longestFirst(const std::vector<EncodedText>& texts);

/// The text that token numbers stand for, as a person would write it, without end of sentence.
std::string decode(const std::vector<TokenId>& ids, const SideText& side, const Vocabulary& vocabulary);

/// What the end of a sentence is called in results.
inline constexpr std::string_view endOfSentence = "</s>";

} // namespace alignoscope::decoding

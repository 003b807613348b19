// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

enum class TokenizerKind {
    Words,      ///< words and punctuation apart, elisions (l', qu') cut off, CJK character by character
    Whitespace, ///< exactly what white space separates (for text that is already tokenised)
    Characters, ///< one token a grapheme cluster; the space is the token "␣"
    Whole,      ///< the whole text is one token, spaces and case included: the label of a text
};

/// How text becomes tokens. Kept with a run, because translation must read exactly as training did.
struct TextOptions {
    TokenizerKind sourceTokenizer = TokenizerKind::Words;
    TokenizerKind targetTokenizer = TokenizerKind::Words;
    bool lowercase = false; ///< Unicode lower case, both sides (but never of a Whole text)
    bool operator==(const TextOptions&) const = default;
};

/// Splits UTF-8 text (invalid bytes become U+FFFD; NFC; control, zero-width and soft-hyphen characters dropped; every
/// Unicode space separates). Thread-safe. Never returns an empty token.
ALIGNOSCOPE_API std::vector<std::string> tokenize(std::string_view text, TokenizerKind kind, bool lowercase);

/// Joins tokens into text as a person would write it: no space before closing punctuation, after an elision or between
/// CJK characters; the inverse of `tokenize` on ordinary text. Thread-safe.
ALIGNOSCOPE_API std::string detokenize(const std::vector<std::string>& tokens, TokenizerKind kind);

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/api.h"
#include "alignoscope/attention_snapshot.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

/// How the tokens of one side mark the pieces that words were cut into.
enum class SubwordMark {
    None,
    WordStart,    ///< SentencePiece: "▁lo", "wer" – a piece that begins a word starts with U+2581
    Joiner,       ///< subword-nmt: "lo@@", "wer" – a piece that goes on ends in "@@"
    Continuation, ///< WordPiece: "lo", "##wer" – a piece that goes on starts with "##"
};

/// The mark that these tokens use, in the order above where there are several.
ALIGNOSCOPE_API SubwordMark subwordMark(const std::vector<std::string>& tokens);
/// Whether joining would change anything on either side.
ALIGNOSCOPE_API bool hasSubwords(const AttentionSnapshot& snapshot);

/// Whether a token is one of the names that toolkits give the end of a sentence: "</s>", "<eos>", "[SEP]", ….
ALIGNOSCOPE_API bool isEndToken(std::string_view token);
/// Whether a token is punctuation alone (Unicode categories P and Sk, or what Moses writes for it: "&quot;"), without
/// its subword mark. Digits, letters, "€" and "+" are not.
ALIGNOSCOPE_API bool isPunctuationToken(std::string_view token);

/// What is to be shown of a picture of attention. The pieces of words are joined first, then tokens are left out.
struct AttentionShape {
    bool joinSubwords = false;
    bool hideEnd = false; ///< the last token of each side, where isEndToken holds
    bool hidePunctuation = false;
    bool operator==(const AttentionShape&) const = default;
};

/// Tokens first … first + count − 1 of the sentence as the model reads it.
struct TokenSpan {
    std::int32_t first = 0;
    std::int32_t count = 1;
    bool operator==(const TokenSpan&) const = default;
};

/// Which tokens of the model the shown tokens of one side are.
struct TokenMap {
    std::vector<TokenSpan> spans; ///< one a shown token, ascending

    /// The shown token that a token of the model is or is part of; -1 when it is left out or there is none.
    [[nodiscard]] ALIGNOSCOPE_API std::int32_t shown(std::int32_t original) const;
    /// The first token of the model in a shown token; -1 when there is none.
    [[nodiscard]] ALIGNOSCOPE_API std::int32_t original(std::int32_t shown) const;
};

/// A picture as it is shown, and where its tokens come from.
struct ShapedAttention {
    AttentionSnapshotPtr snapshot; ///< the very one given where nothing changes; perhaps without any token
    TokenMap sources, targets;
};

/// Joins and leaves out as `shape` says. A joined word's weight is the sum over its source pieces and the mean over its
/// target pieces, so that a row still sums to 1; its surface is that of its pieces without their marks. Rows and
/// columns left out are taken away and the other weights stay as they are: a row may then sum to less than 1. A
/// SentencePiece word ends at punctuation on its either side, and pieces in scripts without spaces (Chinese, Japanese,
/// Thai) stay apart. A null snapshot gives a null snapshot. Throws Error(Usage) when the weights do not fit the tokens.
/// Thread-safe.
ALIGNOSCOPE_API ShapedAttention shapeAttention(const AttentionSnapshotPtr& snapshot, const AttentionShape& shape);

/// A known alignment of the model's tokens, told in shown tokens: links of what is left out are dropped, and a link
/// between words is sure when one between their pieces is.
ALIGNOSCOPE_API GoldAlignment shapeGold(const GoldAlignment& gold, const TokenMap& sources, const TokenMap& targets);

/// A link with its weight.
struct WeightedLink {
    std::int32_t source = 0;
    std::int32_t target = 0;
    float weight = 0;
    bool operator==(const WeightedLink&) const = default;
};

/// Every link that weighs at least `threshold` and more than 0, the lightest first (of equals the first in the matrix).
ALIGNOSCOPE_API std::vector<WeightedLink> linksAbove(const AttentionSnapshot& snapshot, float threshold);

/// argmaxLinks of a picture that may have lost its ends: the last row and column are left out of the choice only where
/// they are the end of the sentence (isEndToken).
ALIGNOSCOPE_API std::vector<Link> likeliestLinks(const AttentionSnapshot& snapshot);

} // namespace alignoscope

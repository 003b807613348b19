// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::text {

/// What text that is tokenised already writes where words were cut: "▁lo wer" (SentencePiece), "lo@@ wer"
/// (subword-nmt).
inline constexpr std::string_view wordStartMark = "\xE2\x96\x81"; // ▁, U+2581
inline constexpr std::string_view joinerMark = "@@";

/// Whether a piece goes on in the next token.
bool endsInJoiner(std::string_view token);

/// Tokens without empty ones as text: spaces between words, none between pieces.
std::string joinPieces(const std::vector<std::string>& tokens);

/// A sentence of a corpus as a translation of it is written: where the corpus holds pieces (Whitespace tokens with
/// marks) they are joined, all else stays as it is.
std::string withoutPieceMarks(std::string_view text, const SideText& side);

} // namespace alignoscope::text

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace alignoscope::text {

inline constexpr std::size_t mostModelBytes = std::size_t{64} << 20;
inline constexpr std::size_t mostPieces = 1'000'000;

/// Refuses what SentencePiece would believe and then read beyond its memory or end the program over: pieces that are
/// no text, scores that are no numbers, a table of character replacements that points outside itself. Throws
/// Error(Input).
void requireHarmlessModel(std::string_view bytes, const std::string& where);

} // namespace alignoscope::text

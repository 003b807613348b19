// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace alignoscope::text {

/// Whether SentencePiece's table of character replacements (`precompiled_charsmap`: the length of a double-array trie,
/// the trie, the replacements, each ended by NUL) stays inside itself wherever a text may lead, and replaces by short
/// UTF-8 alone.
bool isSoundCharacterMap(std::string_view blob);

} // namespace alignoscope::text

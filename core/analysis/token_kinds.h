// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_shape.h"

#include <string>
#include <string_view>

namespace alignoscope::analysis {

/// The token without its mark: what a reader sees of it. Empty for a lone "▁".
std::string_view withoutMark(std::string_view token, SubwordMark mark);
/// Whether a piece belongs to the same word as the piece before it, by their marks alone.
bool continues(std::string_view previous, std::string_view piece, SubwordMark mark);
/// Whether all of a surface is punctuation; an empty one is not.
bool isPunctuation(std::string_view surface);

} // namespace alignoscope::analysis

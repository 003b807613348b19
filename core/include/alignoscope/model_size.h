// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

#include <cstdint>

namespace alignoscope {

/// Numbers a model of these options learns, for vocabularies of so many words: the sizes of its parameters as it would
/// be made, but nothing is allocated. `longestSource`: tokens of the longest source sentence (the kind "location" has a
/// row for each). Takes microseconds, on any thread.
ALIGNOSCOPE_API std::int64_t countParameters(const ModelOptions& options, int sourceWords, int targetWords,
                                             int longestSource = 50);

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/intervention.h"
#include "decoding/steering.h"

#include <vector>

namespace alignoscope::decoding {

/// Source positions the model reads, of `sources` (EOS is the last). Throws Error(Usage).
std::vector<std::size_t> readPositions(const Intervention& intervention, std::size_t sources);

/// What is said and looked at by order: words as the vocabulary has them, and rows over the `read` source positions
/// alone, summing to 1. Throws Error(Usage) on what contradicts itself or cannot be.
Steering steeringOf(const Intervention& intervention, const Vocabulary& target, std::size_t sources,
                    const std::vector<std::size_t>& read);

/// The token given at each position, empty where none is.
std::vector<std::string> givenTokens(const Intervention& intervention);

} // namespace alignoscope::decoding

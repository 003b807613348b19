// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alignoscope {

/// How sharply an attention matrix looks and how evenly it covers the source, after Rikters, Fishel & Bojar 2017
/// ("Visualizing Neural Machine Translation Attention and Confidence"). I target rows i, J source columns j, weights
/// α_ij. All logarithms are natural, and 0 · ln 0 is 0.
struct AttentionMeasures {
    /// CDP = −(1/J) Σ_j ln(1 + (1 − Σ_i α_ij)²). 0: every source token got one target token's worth of attention.
    double coverageDeviation = 0;
    /// AP_out = −(1/I) Σ_i H(α_i), H(p) = −Σ p ln p. 0: every target token looks at one source token; never above 0.
    double absentmindednessOut = 0;
    /// AP_in = −(1/J) Σ_j H(α_·j / Σ_i α_ij). 0: every source token is looked at by one target token.
    double absentmindednessIn = 0;
    /// exp(−0.05 (CDP + AP_out + AP_in)²), from 0 to 1.
    double confidence = 0;
};

/// Whether there is any weight: a model without attention has none, its pictures hold nothing but zeros.
ALIGNOSCOPE_API bool hasAlignment(std::span<const float> weights);

/// H(p) = −Σ p ln p of weights made to sum to 1, in nats; 0 where they are all 0.
ALIGNOSCOPE_API double entropy(std::span<const float> weights);

/// The entropy of each row of a matrix of targets × sources, row-major. Throws Error(Usage) on another size.
ALIGNOSCOPE_API std::vector<double> rowEntropies(const std::vector<float>& weights, std::int32_t targets,
                                                 std::int32_t sources);

/// All measures of a matrix of targets × sources, row-major, EOS taken in as it stands. An empty matrix gives zeros and
/// confidence 1. Throws Error(Usage) on another size. Thread-safe.
ALIGNOSCOPE_API AttentionMeasures measureAttention(const std::vector<float>& weights, std::int32_t targets,
                                                   std::int32_t sources);

} // namespace alignoscope

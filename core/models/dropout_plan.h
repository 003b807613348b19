// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/dropout.h"

namespace alignoscope::models {

/// The masks of one update: which units are dropped depends on the seed and the update alone.
struct DropoutPlan {
    nn::Dropout source, target, output;
    nn::Dropout attention; ///< on the weights

    static DropoutPlan none() { return {}; }
    static DropoutPlan of(double probability, std::uint64_t seed, std::int64_t step, double ofAttention = 0)
    {
        const std::uint64_t update = seed * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(step) * 8;
        return {
            {probability, update + 1}, {probability, update + 2}, {probability, update + 3}, {ofAttention, update + 4}};
    }
};

} // namespace alignoscope::models

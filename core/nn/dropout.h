// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/matrix.h"
#include "nn/random.h"

#include <cstdint>

namespace alignoscope::nn {

/// Inverted dropout (Srivastava et al. 2014): a unit is kept with probability 1 − p and divided by it. Whether a unit
/// is kept depends on the update, the column's key and the row only, so the number of threads does not matter and the
/// backward pass applies the same mask again instead of storing it.
struct Dropout {
    double probability = 0;
    std::uint64_t seed = 0; ///< of this update and this place in the model

    [[nodiscard]] bool active() const { return probability > 0; }

    /// column ← mask ∘ column. Its own inverse direction too: the gradient goes through the same mask.
    template <class Column>
    void apply(Column&& column, std::uint64_t key) const
    {
        using Scalar = typename std::decay_t<Column>::Scalar;
        const auto limit = static_cast<std::uint32_t>(probability * 4294967295.0);
        const auto scale = static_cast<Scalar>(1 / (1 - probability));
        const std::uint64_t base = (seed ^ (key * 0xd1342543de82ef95U)) << 1;
        for (Index row = 0; row < column.size(); ++row)
            column[row] = scatter(base + static_cast<std::uint64_t>(row) * 0x2545f4914f6cdd1dU) < limit
                ? Scalar(0)
                : column[row] * scale;
    }
};

} // namespace alignoscope::nn

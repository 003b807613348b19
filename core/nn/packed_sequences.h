// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/matrix.h"

#include <span>
#include <vector>

namespace alignoscope::nn {

/// Sentences of unequal length as columns without padding: the columns of step t are the sentences longer than t, the
/// longest first, so those of step t + 1 are the first columns of step t.
struct PackedSequences {
    std::vector<Index> lengths; ///< of each sentence
    std::vector<Index> rank;    ///< sentence → its column within a step
    std::vector<Index> start;   ///< step → its first column; one more entry holds the total

    void assign(std::span<const Index> sentenceLengths);
    [[nodiscard]] Index sentences() const { return static_cast<Index>(lengths.size()); }
    [[nodiscard]] Index steps() const { return static_cast<Index>(start.size()) - 1; }
    [[nodiscard]] Index active(Index step) const
    {
        return start[static_cast<std::size_t>(step) + 1] - start[static_cast<std::size_t>(step)];
    }
    [[nodiscard]] Index first(Index step) const { return start[static_cast<std::size_t>(step)]; }
    [[nodiscard]] Index total() const { return start.back(); }
    [[nodiscard]] Index length(Index sentence) const { return lengths[static_cast<std::size_t>(sentence)]; }
    [[nodiscard]] Index column(Index sentence, Index step) const
    {
        return start[static_cast<std::size_t>(step)] + rank[static_cast<std::size_t>(sentence)];
    }
};

} // namespace alignoscope::nn

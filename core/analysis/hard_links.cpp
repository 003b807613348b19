// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"

#include "analysis/matrix_size.h"

#include <cstddef>

namespace alignoscope {

std::vector<Link> argmaxLinks(const std::vector<float>& weights, std::int32_t targets, std::int32_t sources)
{
    analysis::requireMatrixSize(weights.size(), targets, sources);
    std::vector<Link> links;
    for (std::int32_t target = 0; target + 1 < targets; ++target) {
        const float* row = weights.data() + static_cast<std::size_t>(target) * static_cast<std::size_t>(sources);
        std::int32_t best = -1;
        for (std::int32_t source = 0; source + 1 < sources; ++source) {
            // the first of equals; nothing where the row has no weight at all
            if (row[source] > (best < 0 ? 0.0F : row[best]))
                best = source;
        }
        if (best >= 0)
            links.push_back({best, target});
    }
    return links;
}

} // namespace alignoscope

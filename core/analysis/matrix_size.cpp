// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/matrix_size.h"

#include "alignoscope/error.h"

#include <string>

namespace alignoscope::analysis {

void requireMatrixSize(std::size_t weights, std::int32_t targets, std::int32_t sources)
{
    if (targets >= 0 && sources >= 0
        && weights == static_cast<std::size_t>(targets) * static_cast<std::size_t>(sources))
        return;
    throw Error(ErrorKind::Usage,
                {"attention matrix", "the number of weights does not fit its rows and columns",
                 std::to_string(targets) + " × " + std::to_string(sources), std::to_string(weights), ""});
}

} // namespace alignoscope::analysis

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/line_counts.h"

#include "alignoscope/error.h"

#include <string>

namespace alignoscope::analysis {

void requireEqualCounts(std::string_view measure, std::size_t hypotheses, std::size_t references)
{
    if (hypotheses == references)
        return;
    throw Error(ErrorKind::Usage,
                {std::string(measure), "the number of lines to score differs from the number of references",
                 std::to_string(references) + " lines", std::to_string(hypotheses) + " lines",
                 "Give one reference for every line, in the same order."});
}

} // namespace alignoscope::analysis

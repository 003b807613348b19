// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

/// A hard link between source token `source` and target token `target`, both counted from 0.
struct Link {
    std::int32_t source = 0;
    std::int32_t target = 0;
    auto operator<=>(const Link&) const = default;
};

/// Links of one sentence pair made by hand or by a grammar (Och & Ney 2003): `sure` ones must be found, `possible`
/// ones may be. `possible` never repeats a sure link; scoring counts sure links as possible too.
struct GoldAlignment {
    std::vector<Link> sure;
    std::vector<Link> possible;
    bool operator==(const GoldAlignment&) const = default;
};

/// Hard links of an attention matrix: for every target token but the last row (EOS), the source token with the largest
/// weight (the first of equals); the last column (EOS) is left out of the choice, and a row without weight has no link.
/// `weights` is targets × sources, row-major. Throws Error(Usage) when it has another size.
ALIGNOSCOPE_API std::vector<Link> argmaxLinks(const std::vector<float>& weights, std::int32_t targets,
                                              std::int32_t sources);

/// One line of Pharaoh format, "0-0 1-2", source first, sorted by source then target.
ALIGNOSCOPE_API std::string toPharaoh(std::vector<Link> links);

/// Reads "0-0 1-2" or "0-0S" (sure) with "3p4", "3?4" or "3-4P" (possible); `base` is the index of the first token
/// (0 or 1). A line number and a tab, or a sentence and "|||", may stand before the links.
/// Throws Error(Input) that names `where`.
ALIGNOSCOPE_API GoldAlignment parseAlignmentLine(std::string_view line, int base, std::string_view where);

/// The index a file gives its first tokens, judged from all its links read as if it were 0: 1 when there are links and
/// none of them has a 0, else 0.
ALIGNOSCOPE_API int alignmentBase(const std::vector<GoldAlignment>& countedFromZero);

/// Reads one line a pair; an empty line is a pair without links. `base` is 0 or 1, or -1 for what alignmentBase says.
/// Throws Error(Input) that names file and line.
ALIGNOSCOPE_API std::vector<GoldAlignment> readAlignmentFile(const std::string& path, int base = -1);

} // namespace alignoscope

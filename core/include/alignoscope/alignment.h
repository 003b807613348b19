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
/// weight; the last column (EOS) is left out of the choice. `weights` is targets × sources, row-major.
ALIGNOSCOPE_API std::vector<Link> argmaxLinks(const std::vector<float>& weights, std::int32_t targets,
                                              std::int32_t sources);

/// One line of Pharaoh format, "0-0 1-2", source first, sorted by source then target.
ALIGNOSCOPE_API std::string toPharaoh(std::vector<Link> links);

/// Reads "0-0 1-2" (sure) with "3p4" or "3?4" (possible); `base` is the index of the first token (0 or 1).
/// Throws Error(Input) that names `where`.
ALIGNOSCOPE_API GoldAlignment parseAlignmentLine(std::string_view line, int base, std::string_view where);

/// Reads one line a pair; the base is 1 when no index is 0 in the whole file and at least one sentence pair is longer
/// than its indices allow otherwise, unless `base` is 0 or 1. Throws Error(Input).
ALIGNOSCOPE_API std::vector<GoldAlignment> readAlignmentFile(const std::string& path, int base = -1);

} // namespace alignoscope

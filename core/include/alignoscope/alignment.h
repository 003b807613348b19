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

enum class AlignmentSyntax {
    Pharaoh, ///< one line a pair: "0-0 1-2", "3p4", "3?4", "10-19S 11-20P"
    Naacl ///< one line a link: sentence, source, target, then S or P and a confidence where known (NAACL 2003, ".wa")
};
ALIGNOSCOPE_API std::string_view name(AlignmentSyntax syntax); ///< "pharaoh", "naacl"

/// A file of links as it was read, and how it was understood.
struct GoldFile {
    AlignmentSyntax syntax = AlignmentSyntax::Pharaoh;
    int base = 0;                     ///< the number the file gives to first tokens
    std::vector<GoldAlignment> pairs; ///< counted from 0; Naacl: up to the last sentence that has a link
};

/// Understands the bytes of such a file; which syntax, its first line that is not empty tells. `base` is 0 or 1, or -1
/// for what alignmentBase says; Naacl files count from 1 unless 0 is given, and there a 0 joins a word to nothing.
/// Throws Error(Input) that names `where` and the line, Error(Usage) on another base. Thread-safe.
ALIGNOSCOPE_API GoldFile parseGold(std::string_view bytes, int base, const std::string& where);
/// The same of a file. Blocks. Thread-safe.
ALIGNOSCOPE_API GoldFile readGoldFile(const std::string& path, int base = -1);
/// One alignment for each of `pairs` pairs: a Naacl file need not speak of the last ones. Throws Error(Input), naming
/// `where` and both numbers, when there are more or fewer.
ALIGNOSCOPE_API std::vector<GoldAlignment> goldFor(GoldFile file, std::size_t pairs, const std::string& where);

/// The links of such a file. Throws as readGoldFile does. Blocks.
ALIGNOSCOPE_API std::vector<GoldAlignment> readAlignmentFile(const std::string& path, int base = -1);

} // namespace alignoscope

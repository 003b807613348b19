// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/api.h"
#include "alignoscope/corpus.h"

namespace alignoscope {

/// A file of alignments made by hand, and how it is read.
struct GoldSource {
    std::filesystem::path file; ///< empty: none
    int base = -1;              ///< the number of first tokens; -1: recognised
    bool reversed = false;      ///< the file says the target token first
    bool operator==(const GoldSource&) const = default;
};

/// Which corpus a file of alignments belongs to.
enum class GoldPlace { Corpus, Validation };

/// The corpus (of two the first) that has as many pairs as `file` has lines, or as many lines in its own file where
/// some were skipped. A Naacl file may end early. Throws Error(Input) that says the numbers where none has.
ALIGNOSCOPE_API GoldPlace goldPlace(const GoldFile& file, const RawCorpus& corpus, const RawCorpus* validation,
                                    const std::string& where);

/// Gives the pairs of `corpus` these alignments. They count what white space separates, so that is what the corpus
/// suggests from then on. Throws Error(Input) where the numbers differ or a link lies beyond its sentence. Thread-safe.
ALIGNOSCOPE_API void attachGold(RawCorpus& corpus, GoldFile file, const std::string& where);

/// Reads the file and attaches it where it belongs; returns where that is. Throws Error(Input). Blocks.
ALIGNOSCOPE_API GoldPlace loadGold(const GoldSource& source, RawCorpus& corpus, RawCorpus* validation);
/// Reads the file alone. Throws Error(Input). Blocks.
ALIGNOSCOPE_API GoldFile readGold(const GoldSource& source);

/// The gold alignment of a pair where it counts the very tokens that `text` makes of it; otherwise null. Thread-safe.
ALIGNOSCOPE_API const GoldAlignment* fittingGold(const RawCorpus& corpus, std::size_t pair, const TextOptions& text);

/// Of the pairs with gold (an even choice of `atMost`), how many would have a fitting one.
struct GoldFit {
    std::size_t looked = 0, fitting = 0;
};
ALIGNOSCOPE_API GoldFit goldFit(const RawCorpus& corpus, const TextOptions& text, std::size_t atMost = 2000);

} // namespace alignoscope

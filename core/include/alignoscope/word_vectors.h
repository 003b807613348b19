// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/corpus.h"
#include "alignoscope/progress.h"
#include "alignoscope/vocabulary.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace alignoscope {

/// Vectors of the words of a vocabulary, from a text file as GloVe and word2vec write it: a word and its numbers a
/// line, with or without a first line "words dimensions"; plain, gz, bz2, xz, zst, or the first file of a zip.
struct WordVectors {
    int dimensions = 0;
    std::vector<TokenId> words;       ///< those of the vocabulary that the file has
    std::vector<float> values;        ///< of each of them, one after the other
    std::int64_t inFile = 0;          ///< words of the file
    std::vector<SkippedLine> skipped; ///< the first 10,000 lines that are not used: given twice, malformed
    std::int64_t skippedTotal = 0;
};

/// Keeps the vectors of the vocabulary alone, so that the memory does not depend on the file; the marks have none.
/// Throws Error(Input) where there is no vector in the file or it cannot be read. Blocks. Thread-safe.
ALIGNOSCOPE_API WordVectors readWordVectors(const std::filesystem::path& file, const Vocabulary& vocabulary,
                                            const Progress& progress = {});

/// Numbers a word has in that file, from its beginning alone. Throws as readWordVectors does.
ALIGNOSCOPE_API int vectorDimensions(const std::filesystem::path& file);

} // namespace alignoscope

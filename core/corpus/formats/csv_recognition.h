// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/formats/csv_records.h"
#include "corpus/formats/pair_reader.h"

#include <string>
#include <vector>

namespace alignoscope::corpus {

/// What the first rows of a table with commas show.
struct CsvSample {
    CsvDialect dialect;
    std::vector<std::vector<std::string>> rows; ///< without empty ones
    int columns = 0;                            ///< of most rows with more than one
    std::size_t regular = 0;                    ///< rows with so many
    int quoted = 0, misplaced = 0;              ///< cells in quotes; quotes where none should be
    std::size_t separators = 0, spaced = 0;     ///< separators, and how many of them a space follows, as in a sentence
};
/// Taken apart in the likeliest of the ways there are.
CsvSample sampleCsv(const Beginning& beginning);

} // namespace alignoscope::corpus

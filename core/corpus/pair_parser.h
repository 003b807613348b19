// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::corpus {

/// The two sides of a line without white space at their ends, or why it has none.
struct ParsedPair {
    std::string_view source, target;
    std::string fault; ///< empty where the pair is good
};

/// What the first lines of a single file say about all of them.
struct Layout {
    CorpusFormat format = CorpusFormat::Automatic; ///< Automatic: neither tabs nor bars separate two sides
    int columns = 0;                               ///< of most lines; TabSeparated and Labelled
    int labelColumn = -1;                          ///< Labelled with two columns: which one is the label
    bool header = false;                           ///< Labelled: the first line names the columns
};
Layout recognizeLayout(const std::vector<std::string>& firstLines, CorpusFormat wanted);

/// Takes lines of one file apart.
class PairParser {
public:
    /// Throws Error(Input) with `where` when a column was asked for that the file does not have, Error(Usage) when both
    /// sides are the same one.
    PairParser(const Layout& layout, const ReadOptions& options, const std::string& where);

    [[nodiscard]] ParsedPair parse(std::string_view line) const;
    [[nodiscard]] int targetColumn() const { return m_target; }

private:
    [[nodiscard]] ParsedPair parseColumns(std::string_view line) const;
    [[nodiscard]] ParsedPair parseBars(std::string_view line) const;

    Layout m_layout;
    int m_source = 0, m_target = 1;
};

/// A pair of two given sides: trimmed, with a fault where a side is empty.
ParsedPair pairOf(std::string_view source, std::string_view target);

} // namespace alignoscope::corpus

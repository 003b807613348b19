// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "corpus/formats/table_columns.h"

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
    bool header = false;                           ///< the first line names the columns
    std::vector<std::string> headings{};           ///< TabSeparated: what it names them
};
/// `named`: columns are asked for by their names, so the first line must hold these.
Layout recognizeLayout(const std::vector<std::string>& firstLines, CorpusFormat wanted, bool named = false);
/// The columns of a line, without white space around them.
std::vector<std::string> cellsOf(std::string_view line);

/// Takes lines of one file apart.
class PairParser {
public:
    /// Throws as `chooseColumns` does.
    PairParser(const Layout& layout, const ReadOptions& options, const std::string& where);

    [[nodiscard]] ParsedPair parse(std::string_view line) const;
    [[nodiscard]] SideColumns columns() const { return m_columns; }

private:
    [[nodiscard]] ParsedPair parseColumns(std::string_view line) const;
    [[nodiscard]] ParsedPair parseBars(std::string_view line) const;

    Layout m_layout;
    SideColumns m_columns;
};

/// A pair of two given sides: trimmed, with a fault where a side is empty.
ParsedPair pairOf(std::string_view source, std::string_view target);

} // namespace alignoscope::corpus

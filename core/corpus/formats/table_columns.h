// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <string>
#include <vector>

namespace alignoscope::corpus {

/// Whether the first of these rows names the columns of the others: its cells are names people use for them, or stand
/// above numbers without being one.
bool isHeading(const std::vector<std::vector<std::string>>& rows);

/// What is wanted of a table, as far as it is known.
struct TableShape {
    int columns = 0;                     ///< of most rows
    std::vector<std::string> headings{}; ///< empty: the first row is a row like the others
};

/// Which columns of a table the two sides are, counted from 0.
struct SideColumns {
    int source = 0, target = 1;
};

/// By name, then by number, then by what the headings say. Throws Error(Usage) where both are one, Error(Input) with
/// `where` when a column or a name is not there.
SideColumns chooseColumns(const TableShape& shape, const ReadOptions& options, const std::string& where);

/// "1 column", "3 columns".
std::string columnsText(int count);

/// Tells the table's columns and, where it has headings, its fields and what was assumed about them.
void describeTable(RawCorpus& corpus, const TableShape& shape, const SideColumns& columns, const ReadOptions& options);

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace alignoscope::corpus {

/// Which column of a two-column table holds labels.
struct LabelColumn {
    int column = -1;     ///< counted from 0; -1: neither
    bool header = false; ///< the first line names the columns ("label", "text")
};

/// Whether the first lines of a table are texts with their labels, not translations: one column holds few different
/// short values, none of them a sentence, over many lines (2 to 50, each four times or more on average, over 8 lines or
/// more; one only where there are many lines sorted by label), the other many longer ones.
LabelColumn recognizeLabels(const std::vector<std::string>& lines);

/// Of a table that is said to hold labels: the column of fewer and shorter values.
LabelColumn chooseLabels(const std::vector<std::string>& lines);

/// Whether this cell is what people write above a column of labels.
bool namesLabels(std::string_view cell);

} // namespace alignoscope::corpus

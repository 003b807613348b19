// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/label_column.h"

#include "corpus/pair_parser.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace alignoscope::corpus {
namespace {

constexpr std::size_t mostLabels = 50, longestLabel = 50, fewestLines = 8, fewestLinesOfOneLabel = 100;
constexpr std::size_t textsALabel = 4;

/// What one column holds.
struct Column {
    std::unordered_map<std::string_view, std::size_t> values;
    std::size_t cells = 0, bytes = 0, longest = 0;

    void add(std::string_view cell)
    {
        ++values[cell];
        ++cells;
        bytes += cell.size();
        longest = std::max(longest, cell.size());
    }
};
using Columns = std::array<Column, 2>;

/// The two cells of every line that has two, without white space around them.
std::vector<std::array<std::string_view, 2>> twoCellsOf(const std::vector<std::string>& lines)
{
    std::vector<std::array<std::string_view, 2>> rows;
    for (const std::string_view line : lines) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos || line.find('\t', tab + 1) != std::string_view::npos)
            continue;
        const ParsedPair pair = pairOf(line.substr(0, tab), line.substr(tab + 1));
        if (pair.fault.empty())
            rows.push_back({pair.source, pair.target});
    }
    return rows;
}

struct Table {
    Columns columns;
    int named = -1; ///< the column that the first line says holds labels
};

Table tableOf(const std::vector<std::string>& lines)
{
    Table table;
    const auto rows = twoCellsOf(lines);
    for (const int column : {0, 1}) {
        const auto at = static_cast<std::size_t>(column);
        const auto isAgain = [&](const auto& row) { return row[at] == rows.front()[at]; };
        if (!rows.empty() && namesLabels(rows.front()[at]) && std::none_of(rows.begin() + 1, rows.end(), isAgain))
            table.named = column;
    }
    for (std::size_t i = table.named >= 0 ? 1 : 0; i < rows.size(); ++i)
        for (const std::size_t column : {0U, 1U})
            table.columns[column].add(rows[i][column]);
    return table;
}

/// "Hi." is a sentence, not a label.
bool isSentence(std::string_view cell)
{
    constexpr std::array<std::string_view, 7> ends{".", "!", "?", "…", "。", "！", "？"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return cell.ends_with(end); });
}

bool areLabels(const Column& labels, const Column& texts)
{
    const std::size_t kinds = labels.values.size();
    if (kinds == 0 || kinds > mostLabels || labels.longest > longestLabel || labels.cells < fewestLines)
        return false;
    if (kinds == 1 && labels.cells < fewestLinesOfOneLabel)
        return false;
    if (std::any_of(labels.values.begin(), labels.values.end(), [](const auto& one) { return isSentence(one.first); }))
        return false;
    return labels.cells >= textsALabel * kinds && texts.values.size() >= 2 * kinds && texts.bytes >= 2 * labels.bytes;
}

} // namespace

bool namesLabels(std::string_view cell)
{
    std::string lower(cell);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    constexpr std::array<std::string_view, 8> names{"label",  "labels",    "class",    "category",
                                                    "target", "sentiment", "polarity", "topic"};
    return std::find(names.begin(), names.end(), lower) != names.end();
}

LabelColumn recognizeLabels(const std::vector<std::string>& lines)
{
    const auto [columns, named] = tableOf(lines);
    for (const int column : {0, 1}) {
        const auto at = static_cast<std::size_t>(column);
        if ((named < 0 || named == column) && areLabels(columns[at], columns[1 - at]))
            return {column, named >= 0};
    }
    return {};
}

LabelColumn chooseLabels(const std::vector<std::string>& lines)
{
    const auto [columns, named] = tableOf(lines);
    if (named >= 0)
        return {named, true};
    const std::size_t left = columns[0].values.size(), right = columns[1].values.size();
    if (left != right)
        return {left < right ? 0 : 1, false};
    return {columns[0].bytes <= columns[1].bytes ? 0 : 1, false};
}

} // namespace alignoscope::corpus

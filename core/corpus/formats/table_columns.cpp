// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/table_columns.h"

#include "alignoscope/error.h"
#include "corpus/formats/languages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace alignoscope::corpus {
namespace {

bool isNumber(const std::string& cell)
{
    return !cell.empty() && cell.find_first_not_of("0123456789.,+-") == std::string::npos
        && cell.find_first_of("0123456789") != std::string::npos;
}

bool standsAboveNumbers(const std::vector<std::vector<std::string>>& rows, std::size_t column)
{
    if (isNumber(rows[0][column]) || rows.size() < 2)
        return false;
    return std::all_of(rows.begin() + 1, rows.end(),
                       [&](const auto& row) { return column < row.size() && isNumber(row[column]); });
}

int columnNamed(const TableShape& shape, const std::string& name, const std::string& where)
{
    const auto found = std::find(shape.headings.begin(), shape.headings.end(), name);
    if (found != shape.headings.end())
        return static_cast<int>(found - shape.headings.begin());
    throw Error(ErrorKind::Input,
                {where, "there is no column called '" + name + "'",
                 shape.headings.empty() ? "a heading, which this table has not"
                                        : fmt::format("one of '{}'", fmt::join(shape.headings, "', '")),
                 "", "Choose another one, or the column's number."});
}

} // namespace

std::string columnsText(int count)
{
    return count == 1 ? "1 column" : fmt::format("{} columns", count);
}

bool isHeading(const std::vector<std::vector<std::string>>& rows)
{
    if (rows.empty() || rows[0].size() < 2)
        return false;
    const std::vector<std::string>& first = rows[0];
    const std::set<std::string> different(first.begin(), first.end());
    if (different.size() < first.size() || different.contains(""))
        return false;
    for (std::size_t column = 0; column < first.size(); ++column)
        if (standsAboveNumbers(rows, column))
            return true;
    return namesOfSides(first).has_value() || std::all_of(first.begin(), first.end(), isUsualName);
}

SideColumns chooseColumns(const TableShape& shape, const ReadOptions& options, const std::string& where)
{
    SideColumns columns{options.sourceColumn, options.targetColumn};
    const bool isDefault = options.sourceColumn == ReadOptions().sourceColumn
        && options.targetColumn == ReadOptions().targetColumn && options.sourceField.empty()
        && options.targetField.empty();
    if (const auto named = namesOfSides(shape.headings); isDefault && named)
        columns = {static_cast<int>(named->first), static_cast<int>(named->second)};
    if (!options.sourceField.empty())
        columns.source = columnNamed(shape, options.sourceField, where);
    if (!options.targetField.empty())
        columns.target = columnNamed(shape, options.targetField, where);
    if (columns.source < 0 || columns.target < 0 || columns.source == columns.target)
        throw Error(ErrorKind::Usage,
                    {where, "source and target must be two different columns", "for example 1 and 2",
                     fmt::format("{} and {}", columns.source + 1, columns.target + 1), ""});
    if (const int last = std::max(columns.source, columns.target) + 1; last > shape.columns)
        throw Error(ErrorKind::Input,
                    {where, fmt::format("there is no column {}", last), "a column that is there",
                     columnsText(shape.columns), "Choose other columns."});
    return columns;
}

void describeTable(RawCorpus& corpus, const TableShape& shape, const SideColumns& columns, const ReadOptions& options)
{
    corpus.columns = shape.columns;
    corpus.fields = shape.headings;
    if (shape.headings.empty())
        return;
    const auto heading = [&](int column) {
        const auto at = static_cast<std::size_t>(column);
        return at < shape.headings.size() ? shape.headings[at] : fmt::format("column {}", column + 1);
    };
    corpus.sourceField = heading(columns.source);
    corpus.targetField = heading(columns.target);
    if (options.sourceField.empty() && options.targetField.empty())
        corpus.notes.push_back(
            fmt::format("The first line names the columns; '{}' and '{}' are taken as the two sides.",
                        corpus.sourceField, corpus.targetField));
}

} // namespace alignoscope::corpus

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pair_parser.h"

#include "corpus/label_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace alignoscope::corpus {
namespace {

constexpr std::string_view bars = "|||";

/// Without the white space at both ends: ASCII's, no-break and ideographic spaces, a byte-order mark gone astray.
std::string_view trimmed(std::string_view text)
{
    using namespace std::string_view_literals;
    constexpr std::string_view ascii = " \t\v\f\r\n";
    const auto wide = {"\u00A0"sv, "\u202F"sv, "\u3000"sv, "\uFEFF"sv, "\u200B"sv};
    for (bool again = true; again && !text.empty();) {
        again = false;
        if (const auto begin = text.find_first_not_of(ascii); begin != 0)
            text.remove_prefix(std::min(begin, text.size()));
        while (!text.empty() && ascii.find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        for (const std::string_view space : wide) {
            if (text.starts_with(space))
                text.remove_prefix(space.size()), again = true;
            if (text.ends_with(space))
                text.remove_suffix(space.size()), again = true;
        }
    }
    return text;
}

int countColumns(std::string_view line)
{
    return 1 + static_cast<int>(std::count(line.begin(), line.end(), '\t'));
}

int mostFrequentColumns(const std::vector<std::string>& lines)
{
    std::map<int, int> votes;
    for (const std::string& line : lines)
        if (const int columns = countColumns(line); columns > 1)
            ++votes[columns];
    const auto most =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == votes.end() ? 1 : most->first;
}

/// The first line that is not empty may name the columns.
Layout withHeadings(Layout layout, const std::vector<std::string>& lines, bool named)
{
    constexpr std::size_t looked = 50;
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < lines.size() && rows.size() < looked; ++i)
        if (!lines[i].empty())
            rows.push_back(cellsOf(lines[i]));
        else if (rows.empty())
            return layout; // headings stand in the very first line
    layout.header = !rows.empty() && (named || isHeading(rows));
    if (layout.header)
        layout.headings = std::move(rows[0]);
    return layout;
}

} // namespace

ParsedPair pairOf(std::string_view source, std::string_view target)
{
    ParsedPair pair{trimmed(source), trimmed(target), {}};
    if (pair.source.empty() && pair.target.empty())
        pair.fault = "both sides are empty";
    else if (pair.source.empty())
        pair.fault = "the source side is empty";
    else if (pair.target.empty())
        pair.fault = "the target side is empty";
    return pair;
}

Layout recognizeLayout(const std::vector<std::string>& firstLines, CorpusFormat wanted, bool named)
{
    const bool isAutomatic = wanted == CorpusFormat::Automatic;
    std::size_t withTab = 0, withBars = 0, filled = 0;
    for (const std::string& line : firstLines) {
        withTab += line.find('\t') != std::string::npos ? 1 : 0;
        withBars += line.find(bars) != std::string::npos ? 1 : 0;
        filled += trimmed(line).empty() ? 0 : 1;
    }
    if (isAutomatic && filled > 0) {
        if (withBars * 2 >= filled && withBars >= withTab)
            wanted = CorpusFormat::TripleBar;
        else if (withTab * 2 >= filled)
            wanted = CorpusFormat::TabSeparated;
    }
    if (wanted != CorpusFormat::TabSeparated && wanted != CorpusFormat::Labelled)
        return {wanted};
    Layout layout{wanted, mostFrequentColumns(firstLines)};
    if (layout.columns == 2) {
        const bool isCertain = wanted == CorpusFormat::Labelled;
        const LabelColumn label = isCertain ? chooseLabels(firstLines)
            : isAutomatic                   ? recognizeLabels(firstLines)
                                            : LabelColumn{};
        if (label.column >= 0)
            return {CorpusFormat::Labelled, 2, label.column, label.header};
    }
    return withHeadings(std::move(layout), firstLines, named);
}

std::vector<std::string> cellsOf(std::string_view line)
{
    std::vector<std::string> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find('\t', begin), line.size());
        cells.emplace_back(trimmed(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    return cells;
}

PairParser::PairParser(const Layout& layout, const ReadOptions& options, const std::string& where) : m_layout(layout)
{
    if (layout.format == CorpusFormat::TripleBar)
        return;
    if (layout.labelColumn >= 0)
        m_columns = {1 - layout.labelColumn, layout.labelColumn};
    else
        m_columns = chooseColumns({layout.columns, layout.headings}, options, where);
}

ParsedPair PairParser::parse(std::string_view line) const
{
    if (trimmed(line).empty())
        return {{}, {}, "the line is empty"};
    return m_layout.format == CorpusFormat::TripleBar ? parseBars(line) : parseColumns(line);
}

// More columns than usual: a tab inside the text, and no way to tell which column moved. Fewer are fine as long as both
// sides are there: Tatoeba's third column names authors and may be absent.
ParsedPair PairParser::parseColumns(std::string_view line) const
{
    const int columns = countColumns(line);
    if (columns > m_layout.columns || columns <= std::max(m_columns.source, m_columns.target))
        return {{}, {}, fmt::format("{} where most lines have {}", columnsText(columns), m_layout.columns)};
    std::string_view source, target;
    std::size_t begin = 0;
    for (int column = 0; column < columns; ++column) {
        const std::size_t end = std::min(line.find('\t', begin), line.size());
        if (column == m_columns.source)
            source = line.substr(begin, end - begin);
        if (column == m_columns.target)
            target = line.substr(begin, end - begin);
        begin = end + 1;
    }
    return pairOf(source, target);
}

ParsedPair PairParser::parseBars(std::string_view line) const
{
    const std::size_t first = line.find(bars);
    if (first == std::string_view::npos)
        return {{}, {}, "there is no ||| between two sides"};
    const std::size_t second = first + bars.size();
    if (line.find(bars, second) != std::string_view::npos)
        return {{}, {}, "there is more than one |||"};
    const std::string_view left = line.substr(0, first), right = line.substr(second);
    return pairOf(left, right);
}

} // namespace alignoscope::corpus

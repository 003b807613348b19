// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vector_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace alignoscope::corpus {
namespace {

constexpr std::string_view spaces = " \t";
constexpr int mostDimensions = 8192;

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (std::size_t begin = line.find_first_not_of(spaces); begin != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(spaces, begin), line.size());
        fields.push_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(spaces, end);
    }
    return fields;
}

template <class Number>
bool isNumber(std::string_view text, Number& value)
{
    const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && stop == text.data() + text.size();
}

bool isHeader(std::string_view line)
{
    const auto fields = fieldsOf(line);
    long words = 0, dimensions = 0;
    return fields.size() == 2 && isNumber(fields[0], words) && isNumber(fields[1], dimensions);
}

int numbersAtEnd(const std::vector<std::string_view>& fields)
{
    int count = 0;
    float value = 0;
    while (count + 1 < static_cast<int>(fields.size())
           && isNumber(fields[fields.size() - 1 - static_cast<std::size_t>(count)], value))
        ++count;
    return count;
}

} // namespace

VectorLayout recognizeVectors(const std::vector<std::string>& firstLines)
{
    VectorLayout layout;
    // "2 4" may also be the one-dimensional vector of the word "2"; then other lines have as few numbers
    const auto wide = [](const std::string& line) { return numbersAtEnd(fieldsOf(line)) > 1; };
    layout.header = firstLines.size() > 1 && isHeader(firstLines.front())
        && std::any_of(firstLines.begin() + 1, firstLines.end(), wide);
    std::vector<int> counts;
    for (std::size_t i = layout.header ? 1 : 0; i < firstLines.size(); ++i)
        if (const int count = numbersAtEnd(fieldsOf(firstLines[i])); count > 0)
            counts.push_back(count);
    if (counts.empty())
        return layout;
    // the usual number: a line may be cut short, and a word may itself look like a number
    std::sort(counts.begin(), counts.end());
    int longest = 0;
    for (auto from = counts.begin(); from != counts.end();) {
        const auto to = std::upper_bound(from, counts.end(), *from);
        if (static_cast<int>(to - from) > longest) {
            longest = static_cast<int>(to - from);
            layout.dimensions = *from;
        }
        from = to;
    }
    if (layout.dimensions > mostDimensions)
        layout.dimensions = 0;
    return layout;
}

VectorLine parseVector(std::string_view line, int dimensions, std::vector<float>& numbers)
{
    const auto fields = fieldsOf(line);
    if (fields.empty())
        return {{}, "the line is empty"};
    const auto wanted = static_cast<std::size_t>(dimensions);
    if (fields.size() <= wanted)
        return {{}, fmt::format("{} numbers where most lines have {}", fields.size() - 1, dimensions)};
    numbers.resize(wanted);
    const std::size_t first = fields.size() - wanted;
    for (std::size_t i = 0; i < wanted; ++i)
        if (!isNumber(fields[first + i], numbers[i]) || !std::isfinite(numbers[i]))
            return {{}, fmt::format("number {} of {} is none", i + 1, dimensions)};
    const char* end = fields[first - 1].data() + fields[first - 1].size();
    return {std::string_view(fields[0].data(), static_cast<std::size_t>(end - fields[0].data())), {}};
}

} // namespace alignoscope::corpus

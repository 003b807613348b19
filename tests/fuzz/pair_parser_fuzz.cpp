// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pair_parser.h"

#include "alignoscope/error.h"

#include <cstdlib>
#include <string>
#include <vector>

/// Lines of any making: a pair has two sides that lie inside its line, or a reason; no tab is left in a side of a
/// table.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    if (size < 2)
        return 0;
    ReadOptions options;
    options.sourceColumn = data[0] % 4;
    options.targetColumn = data[0] / 4 % 4;
    const bool named = data[1] % 2 != 0;
    std::vector<std::string> lines(1);
    for (std::size_t i = 2; i < size; ++i)
        if (data[i] == '\n')
            lines.emplace_back();
        else
            lines.back() += static_cast<char>(data[i]);

    const corpus::Layout layout = corpus::recognizeLayout(lines, CorpusFormat::Automatic, named);
    if (layout.format == CorpusFormat::Automatic)
        return 0;
    try {
        const corpus::PairParser parser(layout, options, "fuzz");
        for (const std::string& line : lines) {
            const corpus::ParsedPair pair = parser.parse(line);
            if (!pair.fault.empty())
                continue;
            for (const std::string_view side : {pair.source, pair.target}) {
                const bool inside =
                    side.data() >= line.data() && side.data() + side.size() <= line.data() + line.size();
                const bool hasTab =
                    layout.format == CorpusFormat::TabSeparated && side.find('\t') != std::string_view::npos;
                if (side.empty() || !inside || hasTab)
                    std::abort();
            }
        }
    } catch (const Error&) {
        return 0;
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "corpus/formats/csv_pairs.h"
#include "corpus/formats/json_pairs.h"
#include "corpus/formats/line_pairs.h"
#include "corpus/formats/po_pairs.h"
#include "corpus/formats/tmx_pairs.h"
#include "corpus/formats/xliff_pairs.h"
#include "corpus/formats/xml_root.h"
#include "corpus/text_file.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace alignoscope::corpus {
namespace {

/// In the order in which they are tried: what can be told for certain first.
constexpr std::array<PairFormat, 8> formats{{
    {CorpusFormat::Tmx, TmxPairs::isTmx, TmxPairs::open},
    {CorpusFormat::Xliff, XliffPairs::isXliff, XliffPairs::open},
    {CorpusFormat::JsonLines, JsonPairs::areObjects, JsonPairs::open},
    {CorpusFormat::Po, PoPairs::areMessages, PoPairs::open},
    {CorpusFormat::TripleBar, LinePairs::areBars, LinePairs::open},
    {CorpusFormat::TabSeparated, LinePairs::areColumns, LinePairs::open},
    {CorpusFormat::CommaSeparated, CsvPairs::areCommas, CsvPairs::open},
    {CorpusFormat::Labelled, LinePairs::areColumns, LinePairs::open},
}};

const PairFormat& entry(CorpusFormat format)
{
    return *std::find_if(formats.begin(), formats.end() - 1,
                         [&](const PairFormat& one) { return one.format == format; });
}

std::string firstFilled(const Beginning& beginning)
{
    constexpr std::size_t shown = 60;
    for (const std::string& line : firstLines(beginning))
        if (line.find_first_not_of(" \t") != std::string::npos)
            return line.size() <= shown ? line : text::wholeCharacters(line, shown) + "…";
    return {};
}

[[noreturn]] void isNoCorpus(const TextFile& file, const Beginning& beginning, const std::string& firstLine)
{
    if (const std::string root = xmlRoot(beginning.text); !root.empty())
        throw Error(ErrorKind::Input,
                    {file.where(), "this XML holds no sentence pairs that are known here", "<tmx> or <xliff>",
                     "<" + root + ">", "Export the translations as TMX or XLIFF."});
    throw Error(ErrorKind::Input,
                {file.where(), "the lines have one side only",
                 "a tab, ' ||| ' or commas between source and target, or JSON, TMX, XLIFF or PO", "'" + firstLine + "'",
                 "If this is one side of a translation, choose the file of the other language too: two files are read "
                 "line by line."});
}

} // namespace

const PairFormat& pairFormat(const TextFile& file, const ReadOptions& options)
{
    const Beginning beginning{file.head(), file.headIsWhole(), file.name()};
    // a table without tabs that is said to be one has commas
    const bool isTable = options.format == CorpusFormat::Labelled || options.format == CorpusFormat::TabSeparated;
    if (isTable && !LinePairs::areColumns(beginning) && CsvPairs::areCommas(beginning))
        return entry(CorpusFormat::CommaSeparated);
    if (options.format != CorpusFormat::Automatic)
        return entry(options.format);
    for (const PairFormat& format : formats)
        if (format.recognizes(beginning))
            return format;
    if (const std::string line = firstFilled(beginning); !line.empty())
        isNoCorpus(file, beginning, line);
    return entry(CorpusFormat::TripleBar); // nothing to recognise
}

} // namespace alignoscope::corpus

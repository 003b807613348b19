// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/corpus_reader.h"

#include "alignoscope/error.h"
#include "fuzz/memory_file.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace alignoscope;

/// FORMAT is what name() says, with underscores.
CorpusFormat wanted()
{
    constexpr std::array formats{CorpusFormat::TabSeparated, CorpusFormat::CommaSeparated, CorpusFormat::TripleBar,
                                 CorpusFormat::Labelled,     CorpusFormat::JsonLines,      CorpusFormat::Tmx,
                                 CorpusFormat::Xliff,        CorpusFormat::Po};
    for (const CorpusFormat format : formats) {
        std::string word(name(format));
        std::replace(word.begin(), word.end(), '-', '_');
        if (word == FORMAT)
            return format;
    }
    std::abort();
}

bool isSide(std::string_view text)
{
    return !text.empty() && text::isValidUtf8(text);
}

} // namespace

/// A file said to be of one format: pairs with two sides of valid UTF-8, or an Error; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const test::MemoryFile file(data, size);
    ReadOptions options;
    options.format = wanted();
    options.limits = {.textBytes = 1 << 20, .lineBytes = 1 << 12, .expansion = 100, .depth = 16};
    try {
        const RawCorpus read = corpus::readPairs(CorpusSource::parse({file.path()}), options, {});
        if (read.pairs.size() == 0 || read.skipped.size() > static_cast<std::size_t>(read.skippedTotal))
            std::abort();
        for (std::size_t i = 0; i < read.pairs.size(); ++i)
            if (!isSide(read.pairs.source(i)) || !isSide(read.pairs.target(i)))
                std::abort();
    } catch (const Error&) {
        return 0;
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/corpus.h"
#include "alignoscope/error.h"
#include "corpus/builtin/builtin.h"

#include <fstream>

namespace alignoscope {

RawCorpus readCorpus(const CorpusSource& source, const ReadOptions& options, const Progress&)
{
    if (!source.builtin.empty())
        return corpus::makeBuiltinCorpus(source.builtin);
    RawCorpus read;
    read.source = source;
    read.encoding = "UTF-8";
    std::ifstream file(source.file), other(source.targetFile);
    if (!file)
        throw Error(ErrorKind::Input, {source.file.string(), "the file cannot be opened", "", "", ""});
    std::string line, second;
    std::int64_t number = 0;
    while (std::getline(file, line)) {
        ++number;
        if (!source.targetFile.empty()) {
            read.format = CorpusFormat::LineAligned;
            std::getline(other, second);
            read.pairs.add(line, second, number);
        } else if (const auto tab = line.find('\t'); tab != std::string::npos) {
            read.format = CorpusFormat::TabSeparated;
            read.columns = 2;
            read.pairs.add(line.substr(0, tab), line.substr(tab + 1), number);
        } else if (const auto bar = line.find(" ||| "); bar != std::string::npos) {
            read.format = CorpusFormat::TripleBar;
            read.pairs.add(line.substr(0, bar), line.substr(bar + 5), number);
        }
        if (options.limit > 0 && static_cast<std::int64_t>(read.pairs.size()) == options.limit)
            break;
    }
    if (read.pairs.size() == 0)
        throw Error(ErrorKind::Input, {source.label(), "there is no sentence pair in it", "", "", ""});
    return read;
}

} // namespace alignoscope

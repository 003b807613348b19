// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/corpus.h"
#include "alignoscope/error.h"

namespace alignoscope {
namespace {

std::string joinedNames(const std::vector<std::filesystem::path>& files)
{
    constexpr std::size_t shown = 3;
    std::string names;
    for (std::size_t i = 0; i < files.size() && i < shown; ++i)
        names += (i > 0 ? " + " : "") + files[i].filename().string();
    return files.size() > shown ? names + " + …" : names;
}

} // namespace

std::string_view name(CorpusFormat format)
{
    switch (format) {
    case CorpusFormat::Automatic:
        return "automatic";
    case CorpusFormat::Builtin:
        return "builtin";
    case CorpusFormat::TabSeparated:
        return "tsv";
    case CorpusFormat::CommaSeparated:
        return "csv";
    case CorpusFormat::JsonLines:
        return "jsonl";
    case CorpusFormat::Tmx:
        return "tmx";
    case CorpusFormat::Xliff:
        return "xliff";
    case CorpusFormat::Po:
        return "po";
    case CorpusFormat::TripleBar:
        return "triple-bar";
    case CorpusFormat::LineAligned:
        return "line-aligned";
    case CorpusFormat::Labelled:
        return "labelled";
    case CorpusFormat::ClassFiles:
        return "class-files";
    }
    return "automatic";
}

CorpusSource CorpusSource::parse(const std::vector<std::string>& words)
{
    constexpr std::string_view prefix = "builtin:";
    const auto isBuiltin = [&](const std::string& word) { return word.compare(0, prefix.size(), prefix) == 0; };
    if (words.empty() || words.size() > 2)
        throw Error(ErrorKind::Usage,
                    {"corpus", "a corpus is one file, two line-aligned files or builtin:NAME", "1 or 2 names",
                     std::to_string(words.size()), ""});
    for (const std::string& word : words) {
        if (word.empty())
            throw Error(ErrorKind::Usage, {"corpus", "a file name is empty", "", "", "Give the name of a file."});
        if (words.size() == 2 && isBuiltin(word))
            throw Error(
                ErrorKind::Usage,
                {"corpus", "a built-in corpus has both sides already", word + " alone", words[0] + " " + words[1], ""});
    }
    if (isBuiltin(words[0])) {
        if (words[0].size() == prefix.size())
            throw Error(
                ErrorKind::Usage,
                {"corpus", "the name after 'builtin:' is missing", "", "", "The command 'corpora' lists the names."});
        return {words[0].substr(prefix.size()), {}, {}, {}};
    }
    return {{}, words[0], words.size() == 2 ? std::filesystem::path(words[1]) : std::filesystem::path(), {}};
}

std::string CorpusSource::label() const
{
    if (!builtin.empty())
        return builtin;
    if (!classFiles.empty())
        return joinedNames(classFiles);
    if (targetFile.empty())
        return file.filename().string();
    return file.filename().string() + " + " + targetFile.filename().string();
}

} // namespace alignoscope

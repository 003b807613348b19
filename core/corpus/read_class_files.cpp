// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/corpus_reader.h"
#include "corpus/pair_parser.h"
#include "corpus/text_file.h"

#include "alignoscope/error.h"

#include <memory>
#include <utility>

namespace alignoscope::corpus {
namespace {

/// The texts of one class.
struct ClassFile {
    ClassFile(const std::filesystem::path& path, std::string meaning, const ReadOptions& options, std::stop_token stop)
        : label(std::move(meaning)), name(path.filename().string()),
          file(path, options.limits, std::move(stop), Archives::Refuse, {{}, options.encoding})
    {
    }
    std::string label, name;
    TextFile file;
    Line line{};
    std::int64_t texts = 0;
    bool ended = false;
};
using ClassFilePtrs = std::vector<std::unique_ptr<ClassFile>>;

ClassFilePtrs openAll(const CorpusSource& source, const ReadOptions& options, const std::stop_token& stop)
{
    constexpr std::size_t most = 200; // all are open at once
    if (source.classFiles.size() > most)
        throw Error(ErrorKind::Usage,
                    {"classes", "there are too many files", "at most " + std::to_string(most) + " classes",
                     std::to_string(source.classFiles.size()), "Write the texts into one table with their labels."});
    const auto labels = classLabels(source.classFiles);
    ClassFilePtrs files;
    for (std::size_t i = 0; i < labels.size(); ++i)
        files.push_back(std::make_unique<ClassFile>(source.classFiles[i], labels[i], options, stop));
    return files;
}

/// Takes one line of a class.
void take(RawCorpus& corpus, ClassFile& from)
{
    std::string fault = lineFault(from.line);
    if (fault.empty()) {
        const ParsedPair pair = pairOf(from.line.text, from.label);
        if (pair.fault.empty()) {
            corpus.pairs.add(pair.source, pair.target, from.line.number);
            ++from.texts;
            return;
        }
        fault = "the line is empty";
    }
    addSkipped(corpus, from.line.number, from.name + ": " + fault);
}

void requireTexts(const ClassFilePtrs& files, const CorpusSource& source)
{
    for (std::size_t i = 0; i < files.size(); ++i)
        if (files[i]->texts == 0)
            throw Error(ErrorKind::Input,
                        {source.classFiles[i].string(), "there is no text in it", "a text a line", "",
                         "Choose another file for the class '" + files[i]->label + "', or leave it out."});
}

/// What is the same of all files, or "different ones".
template <class Property>
std::string common(const ClassFilePtrs& files, Property property)
{
    for (const auto& one : files)
        if (property(*one) != property(*files.front()))
            return "different ones";
    return property(*files.front());
}

} // namespace

// A line of each file in turn, so that a preview shows every class.
RawCorpus readClassFiles(const CorpusSource& source, const ReadOptions& options, const Progress& progress)
{
    const ClassFilePtrs files = openAll(source, options, progress.stop);
    RawCorpus corpus;
    corpus.source = source;
    corpus.format = CorpusFormat::ClassFiles;
    markLabelled(corpus);
    for (const auto& one : files)
        if (one->file.encodingIsGuessed())
            noteEncoding(corpus, one->file);
    corpus.encodingGuessed = !corpus.notes.empty();
    corpus.encoding = common(files, [](const ClassFile& one) { return one.file.encoding(); });
    corpus.compression = common(files, [](const ClassFile& one) { return one.file.compression(); });
    const LineProgress lineProgress(progress);
    const auto isFull = [&] {
        return options.limit > 0 && static_cast<std::int64_t>(corpus.pairs.size()) >= options.limit;
    };
    std::int64_t lines = 0;
    for (bool any = true; any && !isFull();) {
        any = false;
        double fraction = 0;
        for (const auto& one : files) {
            one->ended = one->ended || !one->file.next(one->line);
            fraction += one->file.fraction() / static_cast<double>(files.size());
            if (one->ended || isFull())
                continue;
            any = true;
            take(corpus, *one);
            lineProgress.at(++lines, fraction, corpus.pairs.size());
        }
    }
    if (!isFull())
        requireTexts(files, source);
    progress(1);
    return corpus;
}

} // namespace alignoscope::corpus

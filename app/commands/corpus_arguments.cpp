// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/corpus_arguments.h"

#include "app/commands/choices.h"

#include "alignoscope/error.h"

namespace alignoscope::commands {

void CorpusArguments::addTo(CLI::App& command)
{
    command.add_option("corpus", words, "builtin:NAME, one file, or two line-aligned files")->expected(0, 2);
    command.add_option("--source", sourceFile, "The source side of two line-aligned files");
    command.add_option("--target", targetFile, "The target side of two line-aligned files");
    command.add_option("--source-column", sourceColumn, "Which column of a table is the source")
        ->check(positive())->capture_default_str();
    command.add_option("--target-column", targetColumn, "Which column of a table is the target")
        ->check(positive())->capture_default_str();
    command.add_flag("--swap", swap, "Source becomes target and the other way round");
}

bool CorpusArguments::given() const { return !words.empty() || !sourceFile.empty() || !targetFile.empty(); }

CorpusSource CorpusArguments::source() const
{
    if (sourceFile.empty() && targetFile.empty())
        return CorpusSource::parse(words);
    if (sourceFile.empty() || targetFile.empty() || !words.empty())
        throw Error(ErrorKind::Usage, {"corpus", "two line-aligned files need both --source and --target, and no other file",
                                       "", "", "Give both, or name the files without these options."});
    return CorpusSource::parse({sourceFile, targetFile});
}

ReadOptions CorpusArguments::read() const
{
    ReadOptions options;
    options.sourceColumn = sourceColumn - 1;
    options.targetColumn = targetColumn - 1;
    options.swap = swap;
    return options;
}

} // namespace alignoscope::commands

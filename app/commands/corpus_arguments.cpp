// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/corpus_arguments.h"

#include "app/commands/choices.h"
#include "app/commands/option_values.h"

#include "alignoscope/error.h"

namespace alignoscope::commands {

void CorpusArguments::addTo(CLI::App& command)
{
    command.add_option("corpus", words, "builtin:NAME, one file, or two line-aligned files")->expected(0, 2);
    command.add_option("--source", sourceFile, "The source side of two line-aligned files");
    command.add_option("--target", targetFile, "The target side of two line-aligned files");
    command.add_option("--classes", classes, "Texts with labels: a file a class, a text a line")
        ->expected(2, 200)
        ->type_name("FILE");
    addChoice(command, "--format", format, formatNames(),
              "How the files are made, where it is not recognised; labelled: a text and its label a line");
    command.add_option("--source-column", sourceColumn, "Which column of a table is the source (or the text)")
        ->check(positive())
        ->capture_default_str();
    command.add_option("--target-column", targetColumn, "Which column of a table is the target (or the label)")
        ->check(positive())
        ->capture_default_str();
    addFields(command);
    command.add_flag("--swap", swap, "Source becomes target and the other way round");
    addLimits(command);
}

void CorpusArguments::addFields(CLI::App& command)
{
    command
        .add_option("--source-field", sourceField,
                    "What the source is called: a heading of a table, a field of JSON (outer.inner), a language of TMX "
                    "or XLIFF")
        ->type_name("NAME");
    command.add_option("--target-field", targetField, "The same for the target")->type_name("NAME");
    command.add_option("--member", member, "Which file of a zip or tar archive is read")->type_name("NAME");
    command
        .add_option("--target-member", targetMember,
                    "Which file of the archive holds the target side; --member is the source side, line by line")
        ->type_name("NAME");
    command
        .add_option("--encoding", encoding,
                    "Encoding of the files, for example windows-1252; without it, it is recognised")
        ->type_name("NAME");
}

void CorpusArguments::addLimits(CLI::App& command)
{
    const auto between = [](std::int64_t most) { return CLI::Range(std::int64_t{1}, most); };
    command.add_option("--limit-text", limitText, "Text read of one file at most, decompressed")
        ->check(between(std::int64_t{1} << 30))
        ->type_name("MIB")
        ->capture_default_str();
    command.add_option("--limit-line", limitLine, "Longer lines, objects and units are skipped")
        ->check(between(std::int64_t{1} << 20))
        ->type_name("KIB")
        ->capture_default_str();
    command.add_option("--limit-expansion", limitExpansion, "Bytes of text for a byte of a compressed file, at most")
        ->check(between(std::int64_t{1} << 30))
        ->type_name("N")
        ->capture_default_str();
    command.add_option("--limit-depth", limitDepth, "More deeply nested objects and units are skipped")
        ->check(between(1000))
        ->type_name("N")
        ->capture_default_str();
}

bool CorpusArguments::given() const
{
    return !words.empty() || !sourceFile.empty() || !targetFile.empty() || !classes.empty();
}

CorpusSource CorpusArguments::source() const
{
    if (!classes.empty()) {
        if (!words.empty() || !sourceFile.empty() || !targetFile.empty())
            throw Error(ErrorKind::Usage,
                        {"--classes", "the files of the classes are the whole corpus", "no other file", "",
                         "Leave the other files out."});
        return classSource(classes);
    }
    if (sourceFile.empty() && targetFile.empty())
        return CorpusSource::parse(words);
    if (sourceFile.empty() || targetFile.empty() || !words.empty())
        throw Error(ErrorKind::Usage,
                    {"corpus", "two line-aligned files need both --source and --target, and no other file", "", "",
                     "Give both, or name the files without these options."});
    return CorpusSource::parse({sourceFile, targetFile});
}

CorpusSource classSource(const std::vector<std::string>& files)
{
    CorpusSource source;
    source.classFiles.assign(files.begin(), files.end());
    return source;
}

ReadOptions CorpusArguments::read() const
{
    ReadOptions options;
    options.sourceColumn = sourceColumn - 1;
    options.targetColumn = targetColumn - 1;
    options.swap = swap;
    options.format = format.value_or(CorpusFormat::Automatic);
    if (!targetMember.empty() && member.empty())
        throw Error(ErrorKind::Usage, {"--target-member", "the other side is not named", "--member NAME too", "", ""});
    options.sourceField = sourceField;
    options.targetField = targetField;
    options.member = member;
    options.targetMember = targetMember;
    options.encoding = encoding;
    options.limits = {.textBytes = limitText << 20,
                      .lineBytes = static_cast<std::size_t>(limitLine) << 10,
                      .expansion = limitExpansion,
                      .depth = limitDepth};
    return options;
}

} // namespace alignoscope::commands

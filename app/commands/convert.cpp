// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/attention_file.h"
#include "app/commands/command.h"
#include "app/exit_status.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "alignoscope/training_curves.h"

#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <optional>

namespace alignoscope::commands {
namespace {

struct ConvertArguments {
    std::string source, sourceText, out, format;
    AttentionFile file;
    std::optional<std::size_t> index;
    std::optional<std::int64_t> step;
    std::optional<double> threshold;
};

/// What is converted: sentences, and whether links instead of weights.
struct Attention {
    std::vector<AttentionSnapshotPtr> sentences;
    bool hard = false;
};

[[noreturn]] void refuse(std::string where, std::string what, std::string expected, std::string got, std::string advice)
{
    throw Error(ErrorKind::Usage,
                {std::move(where), std::move(what), std::move(expected), std::move(got), std::move(advice)});
}

Attention ofRun(const ConvertArguments& arguments)
{
    if (arguments.file.given() || !arguments.sourceText.empty())
        refuse(arguments.source, "a run has its own words and its own form", "a file of attention", "a run folder",
               "Leave out what tells how a file is read.");
    const Run run = Run::open(arguments.source);
    Attention result;
    for (const auto& sentence : run.watched()) {
        if (auto snapshot =
                run.snapshot(sentence.id, arguments.step.value_or(std::numeric_limits<std::int64_t>::max())))
            result.sentences.push_back(std::move(snapshot));
    }
    return result;
}

Attention ofFile(const ConvertArguments& arguments)
{
    if (arguments.step)
        refuse("--step", "it needs a run", "a run folder", "a file", "Leave it out.");
    ImportedAttention read = arguments.file.read(arguments.source, arguments.sourceText);
    return {std::move(read.sentences), read.hard};
}

Attention chosenOf(const ConvertArguments& arguments)
{
    Attention all = std::filesystem::is_directory(arguments.source) ? ofRun(arguments) : ofFile(arguments);
    if (all.sentences.empty())
        throw Error(ErrorKind::Input,
                    {arguments.source, "there is no attention in it", "", "",
                     "Train with --watch, or choose another run or file."});
    if (!arguments.index)
        return all;
    if (*arguments.index >= all.sentences.size())
        refuse("--index", "there is no such sentence", fmt::format("0 to {}", all.sentences.size() - 1),
               std::to_string(*arguments.index), "");
    return {{all.sentences[*arguments.index]}, all.hard};
}

std::string csvOf(const Attention& attention)
{
    if (attention.sentences.size() > 1)
        refuse("--format csv", "a table holds one sentence", "",
               fmt::format("{} sentences", attention.sentences.size()), "Choose one with --index.");
    return attentionToCsv(*attention.sentences.front());
}

/// Of links all are written, of weights the likeliest or those from a threshold.
template <class Likeliest, class From>
std::string linksOf(const Attention& attention, const std::optional<double>& threshold, Likeliest&& likeliest,
                    From&& from)
{
    if (threshold || attention.hard)
        return from(attention.sentences, threshold.value_or(0));
    return likeliest(attention.sentences);
}

std::string bytesOf(const std::string& format, const Attention& attention, const std::optional<double>& threshold)
{
    using Snapshots = std::vector<AttentionSnapshotPtr>;
    if (format == "pharaoh")
        return linksOf(
            attention, threshold, [](const Snapshots& all) { return attentionToPharaoh(all); },
            [](const Snapshots& all, double from) { return attentionToPharaoh(all, from); });
    if (format == "marian-hard")
        return linksOf(
            attention, threshold, [](const Snapshots& all) { return attentionToMarianHard(all); },
            [](const Snapshots& all, double from) { return attentionToMarianHard(all, from); });
    if (threshold)
        refuse("--threshold", "it chooses links", "the format pharaoh or marian-hard", format, "Leave it out.");
    if (format == "marian-soft")
        return attentionToMarianSoft(attention.sentences);
    if (format == "nematus")
        return attentionToNematus(attention.sentences);
    if (format == "npy")
        return attentionToNpy(attention.sentences);
    return format == "csv" ? csvOf(attention) : attentionToJson(attention.sentences);
}

std::string formatOf(const ConvertArguments& arguments)
{
    if (!arguments.format.empty())
        return arguments.format;
    static const std::map<std::string, std::string> endings = {{".json", "json"},     {".csv", "csv"},
                                                               {".npy", "npy"},       {".talp", "pharaoh"},
                                                               {".align", "pharaoh"}, {".pharaoh", "pharaoh"}};
    const std::string ending = std::filesystem::path(arguments.out).extension().string();
    const auto found = endings.find(ending);
    if (found == endings.end())
        refuse(arguments.out, "the ending does not tell the format", ".json, .csv, .npy, .talp, .align or .pharaoh",
               ending.empty() ? "none" : ending, "Add --format with the name of one.");
    return found->second;
}

std::string curvesOf(const ConvertArguments& arguments)
{
    if (!std::filesystem::is_directory(arguments.source))
        refuse("--format curves", "only a run has curves", "a run folder", arguments.source, "");
    return trainingCurvesToCsv(Run::open(arguments.source).events());
}

int convert(const ConvertArguments& arguments)
{
    const std::string format = formatOf(arguments);
    writeFileAtomically(arguments.out,
                        format == "curves" ? curvesOf(arguments)
                                           : bytesOf(format, chosenOf(arguments), arguments.threshold));
    return exit_status::done;
}

} // namespace

void addConvert(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<ConvertArguments>();
    CLI::App* command = program.add_subcommand(
        "convert", "Writes attention or links of a toolkit, or of a run's watched sentences, in another's format");
    command->add_option("source", arguments->source, "A file of attention or links, or a run folder")
        ->required()
        ->type_name("ATTENTION");
    command->add_option("text", arguments->sourceText, "The source words of a file without them, a sentence a line")
        ->type_name("SOURCE-TEXT");
    command->add_option("--out", arguments->out, "The file to write")->required()->type_name("FILE");
    command->add_option("--format", arguments->format, "Instead of telling it by the ending of FILE")
        ->check(CLI::IsMember({"json", "csv", "npy", "pharaoh", "marian-soft", "marian-hard", "nematus", "curves"}));
    command
        ->add_option("--threshold", arguments->threshold,
                     "Links of at least this weight instead of each target word's likeliest")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("X");
    command->add_option("--index", arguments->index, "One sentence alone, counted from 0")->type_name("N");
    command->add_option("--step", arguments->step, "As it was after so many updates; otherwise the newest")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    arguments->file.addTo(*command);
    command->callback([arguments, &chosen] { chosen = [arguments] { return convert(*arguments); }; });
}

} // namespace alignoscope::commands

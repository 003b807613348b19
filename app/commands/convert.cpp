// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/exit_status.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"
#include "alignoscope/run.h"

#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <optional>

namespace alignoscope::commands {
namespace {

struct ConvertArguments {
    std::string source, out, format;
    std::optional<std::size_t> index;
    std::int64_t step = std::numeric_limits<std::int64_t>::max();
};

using Snapshots = std::vector<AttentionSnapshotPtr>;

Snapshots snapshotsOf(const ConvertArguments& arguments)
{
    if (!std::filesystem::is_directory(arguments.source))
        return readAttentionFile(arguments.source);
    const Run run = Run::open(arguments.source);
    Snapshots result;
    for (const auto& sentence : run.watched()) {
        if (auto snapshot = run.snapshot(sentence.id, arguments.step))
            result.push_back(std::move(snapshot));
    }
    return result;
}

Snapshots chosenOf(const ConvertArguments& arguments)
{
    Snapshots all = snapshotsOf(arguments);
    if (all.empty())
        throw Error(ErrorKind::Input,
                    {arguments.source, "there is no attention in it", "", "",
                     "Train with --watch, or choose another run or file."});
    if (!arguments.index)
        return all;
    if (*arguments.index >= all.size())
        throw Error(ErrorKind::Usage,
                    {"--index", "there is no such sentence", fmt::format("0 to {}", all.size() - 1),
                     std::to_string(*arguments.index), ""});
    return {all[*arguments.index]};
}

std::string formatOf(const ConvertArguments& arguments)
{
    if (!arguments.format.empty())
        return arguments.format;
    static const std::map<std::string, std::string> endings = {
        {".json", "json"}, {".csv", "csv"}, {".pharaoh", "pharaoh"}, {".talp", "pharaoh"}, {".align", "pharaoh"}};
    const std::string ending = std::filesystem::path(arguments.out).extension().string();
    const auto found = endings.find(ending);
    if (found == endings.end())
        throw Error(ErrorKind::Usage,
                    {arguments.out, "the ending does not tell the format", ".json, .csv, .pharaoh, .talp or .align",
                     ending.empty() ? "none" : ending, "Add --format json, csv or pharaoh."});
    return found->second;
}

int convert(const ConvertArguments& arguments)
{
    const std::string format = formatOf(arguments);
    const Snapshots snapshots = chosenOf(arguments);
    std::string bytes;
    if (format == "json") {
        bytes = attentionToJson(snapshots);
    } else if (format == "pharaoh") {
        bytes = attentionToPharaoh(snapshots);
    } else {
        if (snapshots.size() > 1)
            throw Error(ErrorKind::Usage,
                        {"--format csv", "a table holds one sentence", "",
                         fmt::format("{} sentences", snapshots.size()), "Choose one with --index."});
        bytes = attentionToCsv(*snapshots.front());
    }
    writeFileAtomically(arguments.out, bytes);
    return exit_status::done;
}

} // namespace

void addConvert(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<ConvertArguments>();
    CLI::App* command = program.add_subcommand(
        "convert", "Writes attention as JSON, CSV or Pharaoh links, from a run's watched sentences or a JSON file");
    command->add_option("source", arguments->source, "A run folder or a JSON file of attention")
        ->required()
        ->type_name("SOURCE");
    command->add_option("--out", arguments->out, "The file to write")->required()->type_name("FILE");
    command->add_option("--format", arguments->format, "Instead of telling it by the ending of FILE")
        ->check(CLI::IsMember({"json", "csv", "pharaoh"}));
    command->add_option("--index", arguments->index, "One sentence alone, counted from 0")->type_name("N");
    command->add_option("--step", arguments->step, "As it was after so many updates; otherwise the newest")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    command->callback([arguments, &chosen] { chosen = [arguments] { return convert(*arguments); }; });
}

} // namespace alignoscope::commands

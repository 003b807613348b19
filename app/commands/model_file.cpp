// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/exit_status.h"

#include "alignoscope/model_file.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace alignoscope::commands {
namespace {

using Json = nlohmann::ordered_json;

struct ModelFileArguments {
    std::string source, destination, checkpoint = "best";
};

void print(const ModelFileSummary& summary, const char* key, const std::string& written)
{
    const Json result = {{key, written},
                         {"task", summary.task == Task::Classification ? "classification" : "translation"},
                         {"step", summary.step},
                         {"parameters", summary.parameters},
                         {"tensors", summary.tensors},
                         {"bytes", summary.bytes}};
    std::cout << result.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace

void addExport(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<ModelFileArguments>();
    CLI::App* command = program.add_subcommand(
        "export", "Writes a run's parameters into one safetensors file, with all that Python needs to use them");
    command->add_option("run", arguments->source, "The run folder")->required()->type_name("RUN");
    command->add_option("--out", arguments->destination, "The file to write")->required()->type_name("FILE");
    command->add_option("--checkpoint", arguments->checkpoint, "Which parameters: best or last")
        ->check(CLI::IsMember({"best", "last"}))
        ->capture_default_str();
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            print(exportModel(arguments->source, arguments->checkpoint == "best", arguments->destination), "file",
                  arguments->destination);
            return exit_status::done;
        };
    });
}

void addImport(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<ModelFileArguments>();
    CLI::App* command = program.add_subcommand(
        "import", "Makes a run of a safetensors file that export wrote, or another program with the same names");
    command->add_option("file", arguments->source, "The safetensors file")->required()->type_name("FILE");
    command->add_option("--run", arguments->destination, "The folder of the new run")->required()->type_name("DIR");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            print(importModel(arguments->source, arguments->destination), "run", arguments->destination);
            return exit_status::done;
        };
    });
}

} // namespace alignoscope::commands

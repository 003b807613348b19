// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/exit_status.h"
#include "app/window.h"

#include "alignoscope/build_info.h"
#include "alignoscope/error.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace alignoscope;

void describeProgram(CLI::App& program, std::vector<std::string>& files)
{
    program.name("alignoscope");
    program.description("Alignoscope – watch attention learn.\n"
                        "Without a command it opens its window, on FILES if there are any.");
    program.set_version_flag("--version",
                             "alignoscope " ALIGNOSCOPE_VERSION " (" + std::string(instructionSet()) + ")");
    program.set_help_flag("-h,--help", "Shows this help; alignoscope COMMAND --help shows a command's");
    program.add_option("files", files,
                       "One or two corpus files, a run folder, or a file of attention, to open in the window");
    program.require_subcommand(0, 1);
    program.failure_message([](const CLI::App*, const CLI::Error& error) {
        return "alignoscope: " + std::string(error.what())
            + "\nalignoscope --help and alignoscope COMMAND --help tell more.\n";
    });
    program.get_formatter()->column_width(34);
}

void addCommands(CLI::App& program, commands::Action& chosen)
{
    commands::addCorpora(program, chosen);
    commands::addInspect(program, chosen);
    commands::addTrain(program, chosen);
    commands::addTranslate(program, chosen);
    commands::addEvaluate(program, chosen);
    commands::addExperiment(program, chosen);
    commands::addFigure(program, chosen);
    commands::addAlignScore(program, chosen);
    commands::addConvert(program, chosen);
    commands::addExport(program, chosen);
    commands::addImport(program, chosen);
    commands::addBench(program, chosen);
}

/// A mistyped command is the likeliest reason for a file that is not there.
void checkFiles(const std::vector<std::string>& files)
{
    for (const auto& file : files) {
        std::error_code ignored;
        if (!file.starts_with("builtin:") && !std::filesystem::exists(file, ignored))
            throw Error(ErrorKind::Usage,
                        {file, "this is neither a command nor a file or folder", "", "",
                         "alignoscope --help lists the commands."});
    }
}

int run(const commands::Action& chosen, const std::vector<std::string>& files, char* programName)
{
    int status = 0;
    if (chosen) {
        status = chosen();
    } else {
        checkFiles(files);
        status = openWindow(programName, files);
    }
    if (!std::cout.flush())
        throw Error(ErrorKind::Storage,
                    {"standard output", "the results could not be written", "", "",
                     "Check the disk or the program that reads them."});
    return status;
}

int statusOf(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Usage:
        return exit_status::usage;
    case ErrorKind::Cancelled:
        return exit_status::interrupted;
    default:
        return exit_status::failed;
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::ios::sync_with_stdio(false);
    CLI::App program;
    std::vector<std::string> files;
    commands::Action chosen;
    describeProgram(program, files);
    addCommands(program, chosen);
    try {
        program.parse(argc, argv);
        return run(chosen, files, argv[0]);
    } catch (const CLI::ParseError& error) {
        // CLI11 has many numbers of its own; the contract knows two.
        return program.exit(error, std::cout, std::cerr) == 0 ? exit_status::done : exit_status::usage;
    } catch (const Error& error) {
        std::cerr << "alignoscope: " << error.what() << '\n';
        return statusOf(error);
    } catch (const std::bad_alloc&) {
        std::cerr << "alignoscope: there is not enough memory. Choose a smaller model, batch or corpus.\n";
        return exit_status::failed;
    } catch (const std::exception& error) {
        std::cerr << "alignoscope: " << error.what() << '\n';
        return exit_status::failed;
    }
}

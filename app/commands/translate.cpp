// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/choices.h"
#include "app/commands/classify.h"
#include "app/commands/command.h"
#include "app/commands/input_lines.h"
#include "app/commands/interruption.h"
#include "app/exit_status.h"

#include "alignoscope/error.h"
#include "alignoscope/translator.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <memory>
#include <unistd.h>

namespace alignoscope::commands {
namespace {

using Json = nlohmann::ordered_json;

struct TranslateArguments {
    std::string run, file;
    TranslationOptions options;
    std::string format = "text", checkpoint = "best";
};

Json toJson(const Hypothesis& hypothesis, std::size_t sources)
{
    Json rows = Json::array();
    for (std::size_t begin = 0; begin + sources <= hypothesis.attention.size(); begin += sources)
        rows.push_back(std::vector<float>(hypothesis.attention.begin() + static_cast<std::ptrdiff_t>(begin),
                                          hypothesis.attention.begin() + static_cast<std::ptrdiff_t>(begin + sources)));
    return {{"tokens", hypothesis.tokens}, {"text", hypothesis.text}, {"score", hypothesis.score}, {"attention", rows}};
}

std::string jsonLine(const Translation& translation)
{
    Json hypotheses = Json::array();
    for (const auto& hypothesis : translation.hypotheses)
        hypotheses.push_back(toJson(hypothesis, translation.source.size()));
    const Json line = {{"source", translation.source}, {"hypotheses", hypotheses}};
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Writes translations as they come; `number` counts the lines for lists of several hypotheses.
class TranslationPrinter {
public:
    explicit TranslationPrinter(const TranslateArguments& arguments) : m_arguments(arguments) { }

    void print(const Translation& translation)
    {
        if (m_arguments.format == "json") {
            std::cout << jsonLine(translation) << '\n';
        } else if (m_arguments.options.best == 1) {
            std::cout << translation.hypotheses.front().text << '\n';
        } else {
            for (const auto& hypothesis : translation.hypotheses)
                std::cout << fmt::format("{} ||| {} ||| {:.4f}\n", m_number, hypothesis.text, hypothesis.score);
        }
        ++m_number;
    }

private:
    const TranslateArguments& m_arguments;
    std::size_t m_number = 0;
};

void translateAll(const TranslateArguments& arguments, const Translator& translator, std::istream& input,
                  std::size_t together, const std::stop_token& stop)
{
    TranslationPrinter printer(arguments);
    Progress progress;
    progress.stop = stop;
    for (auto lines = readLines(input, together); !lines.empty(); lines = readLines(input, together)) {
        for (const auto& translation : translator.translate(lines, arguments.options, progress))
            printer.print(translation);
        std::cout.flush();
    }
}

int translate(TranslateArguments arguments)
{
    // Whoever types sentences wants each answer at once; a file goes faster in large batches.
    const bool typed = arguments.file.empty() && isatty(STDIN_FILENO) == 1;
    if (arguments.options.best > arguments.options.beam)
        throw Error(ErrorKind::Usage,
                    {"--n-best", "a beam holds no more hypotheses than it is wide",
                     fmt::format("at most {}", arguments.options.beam), std::to_string(arguments.options.best),
                     "Choose a wider --beam."});
    arguments.options.attention = arguments.format == "json";
    std::ifstream file;
    if (!arguments.file.empty()) {
        file.open(arguments.file, std::ios::binary);
        if (!file || file.peek() == std::ifstream::traits_type::eof())
            throw Error(
                ErrorKind::Input,
                {arguments.file, "the file cannot be read or is empty", "", "", "Check its name and its permissions."});
    }
    std::istream& input = arguments.file.empty() ? std::cin : file;
    const std::size_t together = typed ? 1 : 256;
    const bool best = arguments.checkpoint == "best", labels = isClassifierRun(arguments.run);
    if (labels && arguments.options.best > 1)
        throw Error(ErrorKind::Usage,
                    {"--n-best", "the run labels texts, and a text has one likeliest label", "", "",
                     "--format json tells the probability of every label."});
    const auto translator = labels ? nullptr : Translator::open(arguments.run, best);
    // Typed sentences are left with Ctrl-C like any other program that reads a terminal.
    const auto interruption = typed ? nullptr : std::make_unique<Interruption>();
    const auto stop = interruption ? interruption->token() : std::stop_token();
    if (labels)
        labelLines(arguments.run, best, arguments.format == "json", input, together, stop);
    else
        translateAll(arguments, *translator, input, together, stop);
    return exit_status::done;
}

} // namespace

void addTranslate(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<TranslateArguments>();
    CLI::App* command = program.add_subcommand(
        "translate", "Translates the lines of a file or of standard input, or labels them with a text classifier");
    command->add_option("run", arguments->run, "The run folder")->required()->type_name("RUN");
    command->add_option("file", arguments->file, "A sentence a line; without it, standard input")->type_name("FILE");
    command->add_option("--beam", arguments->options.beam, "Width of the beam; 1: greedy")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--n-best", arguments->options.best, "Translations of a sentence, the best first")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--length-penalty", arguments->options.lengthPenalty, "Ranked by log p / length^X")
        ->check(notNegative())
        ->capture_default_str();
    command->add_option("--format", arguments->format, "text: a line each; json: with tokens, scores and attention")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->add_option("--checkpoint", arguments->checkpoint, "Which parameters of the run")
        ->check(CLI::IsMember({"best", "last"}))
        ->capture_default_str();
    command->callback([arguments, &chosen] { chosen = [arguments] { return translate(*arguments); }; });
}

} // namespace alignoscope::commands

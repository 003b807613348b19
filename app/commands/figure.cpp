// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/attention_file.h"
#include "app/commands/command.h"
#include "app/commands/typesetter.h"
#include "app/exit_status.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/attention_measures.h"
#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "alignoscope/translator.h"
#include "ui/figure/attention_figure.h"

#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <optional>

namespace alignoscope::commands {
namespace {

struct FigureArguments {
    std::string source, out, format, text, target, title, font;
    std::optional<std::size_t> index;
    std::optional<std::int64_t> step;
    AttentionFile file;
    bool noColourBar = false;
    ui::FigureOptions options;
};

[[noreturn]] void refuse(std::string where, std::string what, std::string expected, std::string got, std::string advice)
{
    throw Error(ErrorKind::Usage,
                {std::move(where), std::move(what), std::move(expected), std::move(got), std::move(advice)});
}

std::size_t checkedIndex(const FigureArguments& arguments, std::size_t count, const std::string& advice)
{
    const std::size_t index = arguments.index.value_or(0);
    if (count == 0)
        throw Error(ErrorKind::Input, {arguments.source, "there is no sentence to draw in it", "", "", advice});
    if (index >= count)
        refuse("--index", "there is no such sentence", fmt::format("0 to {}", count - 1), std::to_string(index), "");
    return index;
}

AttentionSnapshotPtr fromFile(const FigureArguments& arguments)
{
    if (!arguments.text.empty() || arguments.step)
        refuse(arguments.source, "--text, --target and --step need a run", "a run folder", "a file",
               "Choose a sentence of the file with --index.");
    const auto snapshots = arguments.file.read(arguments.source).sentences;
    return snapshots[checkedIndex(arguments, snapshots.size(), "Choose another file.")];
}

/// A text against the label that the classifier gives it.
AttentionSnapshotPtr attentionOfText(const std::string& folder, const std::string& source)
{
    const auto classifier = Classifier::open(folder);
    Classification found = std::move(classifier->classify({source}).front());
    if (found.tokens.empty())
        refuse("--text", "there is no word in it", "a text", "", "Give a text.");
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->step = classifier->step();
    snapshot->sentence = SentenceId(-1);
    snapshot->sourceTokens = std::move(found.tokens);
    snapshot->sourceUnknown = std::move(found.unknown);
    snapshot->targetTokens = {classifier->labels()[static_cast<std::size_t>(found.label)]};
    snapshot->weights = std::move(found.attention);
    return snapshot;
}

AttentionSnapshotPtr attentionNow(const std::string& folder, const std::string& source, const std::string& target)
{
    if (Run::open(folder).experiment().model.task == Task::Classification)
        return attentionOfText(folder, source);
    const auto translator = Translator::open(folder);
    if (!target.empty())
        return std::make_shared<AttentionSnapshot>(translator->align(source, target));
    return std::make_shared<AttentionSnapshot>(attentionOf(translator->translate(source, TranslationOptions{}), 0));
}

AttentionSnapshotPtr fromRun(const FigureArguments& arguments)
{
    if (!arguments.text.empty()) {
        if (arguments.index || arguments.step)
            refuse("--text", "a typed sentence has no history", "", "",
                   "Leave --index and --step out, or leave --text out.");
        return attentionNow(arguments.source, arguments.text, arguments.target);
    }
    if (!arguments.target.empty())
        refuse("--target", "it needs the source sentence", "--text too", "", "Give both sentences.");
    if (arguments.file.given())
        refuse(arguments.source, "a run has its own words and its own form", "a file of attention", "a run folder",
               "Leave out what tells how a file is read.");
    const Run run = Run::open(arguments.source);
    const auto watched = run.watched();
    const auto& sentence = watched[checkedIndex(arguments, watched.size(), "Give a sentence with --text.")];
    const auto last = std::numeric_limits<std::int64_t>::max();
    if (auto snapshot = run.snapshot(sentence.id, arguments.step.value_or(last)))
        return snapshot;
    if (arguments.step)
        throw Error(ErrorKind::Input,
                    {arguments.source, "no attention of that sentence was recorded", "", "", "Leave --step out."});
    return attentionNow(arguments.source, sentence.source, sentence.target);
}

std::string formatOf(const FigureArguments& arguments)
{
    if (!arguments.format.empty())
        return arguments.format;
    static const std::map<std::string, std::string> endings = {
        {".pdf", "pdf"},   {".svg", "svg"},     {".png", "png"},        {".csv", "csv"},
        {".json", "json"}, {".txt", "pharaoh"}, {".pharaoh", "pharaoh"}};
    const std::string ending = std::filesystem::path(arguments.out).extension().string();
    const auto found = endings.find(ending);
    if (found == endings.end())
        refuse(arguments.out, "the ending does not tell the format", ".pdf, .svg, .png, .csv, .json, .txt or .pharaoh",
               ending.empty() ? "none" : ending, "Choose one of them or add --format.");
    return found->second;
}

std::string figureOf(const AttentionSnapshot& snapshot, const std::string& format, const FigureArguments& arguments)
{
    ui::FigureOptions options = arguments.options;
    options.colourBar = !arguments.noColourBar;
    options.title = QString::fromStdString(arguments.title);
    options.fontFamily = QString::fromStdString(arguments.font);
    const Typesetter typesetter;
    const auto kind = format == "pdf" ? ui::FigureFormat::Pdf
        : format == "svg"             ? ui::FigureFormat::Svg
                                      : ui::FigureFormat::Png;
    return ui::figureBytes(kind, snapshot, options).toStdString();
}

int figure(const FigureArguments& arguments)
{
    const std::string format = formatOf(arguments);
    const AttentionSnapshotPtr snapshot =
        std::filesystem::is_directory(arguments.source) ? fromRun(arguments) : fromFile(arguments);
    if (!hasAlignment(snapshot->weights))
        refuse(arguments.source, "this model has no attention, so there is no alignment to draw", {}, {},
               "Choose a run of a model with attention.");
    std::string bytes;
    if (format == "csv")
        bytes = attentionToCsv(*snapshot);
    else if (format == "json")
        bytes = attentionToJson({snapshot});
    else if (format == "pharaoh")
        bytes = attentionToPharaoh({snapshot});
    else
        bytes = figureOf(*snapshot, format, arguments);
    writeFileAtomically(arguments.out, bytes);
    return exit_status::done;
}

const std::map<std::string, ui::ColourMap>& colourMapNames()
{
    static const std::map<std::string, ui::ColourMap> names = {
        {"viridis", ui::ColourMap::Viridis}, {"cividis", ui::ColourMap::Cividis}, {"greys", ui::ColourMap::Greys}};
    return names;
}

const std::map<std::string, ui::WordOrder>& wordOrderNames()
{
    static const std::map<std::string, ui::WordOrder> names = {
        {"auto", ui::WordOrder::AsWritten}, {"ltr", ui::WordOrder::FromLeft}, {"rtl", ui::WordOrder::FromRight}};
    return names;
}

void addLooks(CLI::App& command, FigureArguments& arguments)
{
    ui::FigureOptions& options = arguments.options;
    command.add_option("--width-mm", options.widthMm, "Width in millimetres")->capture_default_str();
    command.add_option("--height-mm", options.heightMm, "Height in millimetres; without it, as the cells need it");
    command.add_option("--font-size", options.fontPt, "Size of the words in points")->capture_default_str();
    command.add_option("--font", arguments.font, "Font family; without it, Noto Sans");
    command.add_option("--colour-map,--color-map", options.colourMap, "viridis, cividis or greys")
        ->transform(CLI::CheckedTransformer(colourMapNames(), CLI::ignore_case));
    command.add_flag("--no-colour-bar,--no-color-bar", arguments.noColourBar, "Leave the colour bar out");
    command
        .add_option("--direction", options.wordOrder,
                    "Where the first word of a line stands: auto (as its script has it), ltr (at the left) or rtl")
        ->transform(CLI::CheckedTransformer(wordOrderNames(), CLI::ignore_case));
    command.add_flag("--values", options.values, "Write the weights into the cells");
    command.add_option("--title", arguments.title, "A title above the figure");
    command.add_option("--dpi", options.dpi, "Dots an inch, for PNG")->capture_default_str();
}

} // namespace

void addFigure(CLI::App& program, Action& chosen)
{
    auto* command = program.add_subcommand("figure", "Draw the attention of a sentence as PDF, SVG or PNG");
    auto arguments = std::make_shared<FigureArguments>();
    command->add_option("source", arguments->source, "A run folder, or a file of attention or links")->required();
    command->add_option("--out", arguments->out, "The file to write; its ending tells the format")->required();
    command->add_option("--text", arguments->text, "A source sentence, for a run");
    command->add_option("--target", arguments->target, "Its target sentence; without it, the run's own translation");
    command->add_option("--index", arguments->index,
                        "Which watched sentence, or sentence of the file (the first is 0)");
    command->add_option("--step", arguments->step, "As it was recorded at this step; without it, the last");
    command->add_option("--format", arguments->format, "pdf, svg, png, csv, json or pharaoh")
        ->check(CLI::IsMember({"pdf", "svg", "png", "csv", "json", "pharaoh"}));
    arguments->file.addTo(*command);
    addLooks(*command, *arguments);
    command->callback([&chosen, arguments] { chosen = [arguments] { return figure(*arguments); }; });
}

} // namespace alignoscope::commands

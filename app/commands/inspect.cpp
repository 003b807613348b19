// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/choices.h"
#include "app/commands/command.h"
#include "app/commands/corpus_arguments.h"
#include "app/commands/interruption.h"
#include "app/commands/progress_line.h"
#include "app/commands/text_arguments.h"

#include "alignoscope/classification.h"
#include "alignoscope/dataset.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alignoscope::commands {
namespace {

using Json = nlohmann::ordered_json;

struct InspectArguments {
    CorpusArguments corpus;
    TextArguments text;
    std::optional<int> maxLength;
    std::int64_t limit = 0;
    DatasetOptions dataset;

    void addTo(CLI::App& command);
    /// What the corpus suggests, unless it was given.
    [[nodiscard]] DatasetOptions options(const RawCorpus& raw) const;
};

void InspectArguments::addTo(CLI::App& command)
{
    corpus.addTo(command);
    text.addTo(command, "Text");
    command
        .add_option("--max-length", maxLength,
                    "Counts pairs with more tokens a side as too long; without it 50, for texts with labels 100")
        ->type_name("N");
    command.add_option("--limit", limit, "Only so many pairs, from the beginning; 0: all")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--min-count", dataset.minCount, "Rarer tokens are not in the vocabulary")
        ->type_name("N")
        ->capture_default_str();
    command.add_option("--vocabulary", dataset.vocabularyLimit, "Most frequent tokens kept a side, 0 for all")
        ->type_name("N")
        ->capture_default_str();
}

DatasetOptions InspectArguments::options(const RawCorpus& raw) const
{
    DatasetOptions options = dataset;
    options.text = raw.suggested;
    text.apply(options.text, raw.task);
    const bool isLabelled = raw.task == Task::Classification;
    options.maxLength = maxLength.value_or(isLabelled ? ClassifierOptions().positions : options.maxLength);
    return options;
}

template <class Value>
std::string nameOf(const std::map<std::string, Value>& names, Value value, const std::string& other = {})
{
    for (const auto& [name, known] : names)
        if (known == value)
            return name;
    return other;
}

Json textJson(const TextOptions& text)
{
    const auto tokenizer = [](TokenizerKind kind) { return nameOf(tokenizerNames(), kind, "whole"); }; // of a label
    const auto pieces = [](const std::optional<SubwordModel>& model) { return model ? Json(model->pieces()) : Json(); };
    Json result{{"source", tokenizer(text.sourceTokenizer)},
                {"target", tokenizer(text.targetTokenizer)},
                {"lowercase", text.lowercase},
                {"normalization", nameOf(normalizationNames(), text.normalization)}};
    if (text.sourceModel || text.targetModel)
        result["pieces"] = {{"source", pieces(text.sourceModel)}, {"target", pieces(text.targetModel)}};
    return result;
}

Json sideJson(const SideSummary& side)
{
    return {{"tokens", side.tokens},          {"types", side.types},           {"max_length", side.maxLength},
            {"mean_length", side.meanLength}, {"vocabulary", side.vocabulary}, {"most_frequent", side.firstTypes},
            {"lengths", side.lengths}};
}

Json labelsJson(const CorpusSummary& summary)
{
    Json labels = Json::array();
    for (const LabelCount& one : summary.labels)
        labels.push_back({{"label", one.label}, {"texts", one.texts}});
    return labels;
}

Json warningsJson(const RawCorpus& corpus)
{
    constexpr std::size_t shown = 100;
    Json warnings = Json::array();
    for (std::size_t i = 0; i < std::min(shown, corpus.skipped.size()); ++i)
        warnings.push_back({{"line", corpus.skipped[i].line}, {"reason", corpus.skipped[i].reason}});
    return warnings;
}

Json firstPairsJson(const RawCorpus& corpus, const TextOptions& text)
{
    constexpr std::size_t shown = 5;
    const SideText source = text.source(), target = text.target();
    Json pairs = Json::array();
    for (std::size_t i = 0; i < std::min(shown, corpus.pairs.size()); ++i)
        pairs.push_back({{"line", corpus.pairs.line(i)},
                         {"source", tokenize(corpus.pairs.source(i), source)},
                         {"target", tokenize(corpus.pairs.target(i), target)}});
    return pairs;
}

int inspect(const InspectArguments& arguments)
{
    const Interruption interruption; // before the first thread
    ProgressLine line;
    ReadOptions read = arguments.corpus.read();
    read.limit = arguments.limit;
    const CorpusSource source = arguments.corpus.source();
    const RawCorpus corpus = readCorpus(source, read, line.progress("reading " + source.label(), interruption.token()));
    DatasetOptions options = arguments.options(corpus);
    options.text = withSubwordModels(corpus, options.text, line.progress("learning pieces", interruption.token()));
    const CorpusSummary summary = summarize(corpus, options, line.progress("counting tokens", interruption.token()));
    line.clear();
    Json result{{"corpus", corpus.source.label()},
                {"format", name(corpus.format)},
                {"task", corpus.task == Task::Classification ? "classification" : "translation"},
                {"encoding", corpus.encoding},
                {"encoding_guessed", corpus.encodingGuessed},
                {"compression", corpus.compression},
                {"members", corpus.members},
                {"member", corpus.member},
                {"target_member", corpus.targetMember},
                {"columns", corpus.columns},
                {"fields", corpus.fields},
                {"source_field", corpus.sourceField},
                {"target_field", corpus.targetField},
                {"notes", corpus.notes},
                {"pairs", summary.pairs},
                {"skipped", corpus.skippedTotal},
                {"too_long", summary.tooLong},
                {"tokenizer", textJson(options.text)},
                {"source", sideJson(summary.source)},
                {"target", sideJson(summary.target)},
                {"gold", !corpus.gold.empty()},
                {"first_pairs", firstPairsJson(corpus, options.text)},
                {"warnings", warningsJson(corpus)},
                {"warnings_total", corpus.skippedTotal}};
    if (corpus.task == Task::Classification)
        result["labels"] = labelsJson(summary);
    // Text of a corpus is valid UTF-8, but file names need not be.
    std::puts(result.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
    return 0;
}

} // namespace

void addInspect(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("inspect", "what a corpus holds, as JSON");
    auto arguments = std::make_shared<InspectArguments>();
    arguments->addTo(*command);
    command->callback([arguments, &chosen] { chosen = [arguments] { return inspect(*arguments); }; });
}

} // namespace alignoscope::commands

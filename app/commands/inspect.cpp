// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/choices.h"
#include "app/commands/command.h"
#include "app/commands/corpus_arguments.h"
#include "app/commands/interruption.h"
#include "app/commands/progress_line.h"

#include "alignoscope/classification.h"
#include "alignoscope/dataset.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alignoscope::commands {
namespace {

using Json = nlohmann::ordered_json;

struct InspectArguments {
    CorpusArguments corpus;
    std::optional<TokenizerKind> tokenizer, sourceTokenizer, targetTokenizer;
    std::optional<bool> lowercase;
    std::optional<int> maxLength;
    std::int64_t limit = 0;
    DatasetOptions dataset;

    void addTo(CLI::App& command);
    /// What the corpus suggests, unless it was given.
    [[nodiscard]] DatasetOptions options(const RawCorpus& raw) const;
};

void addTokenizer(CLI::App& command, const std::string& name, std::optional<TokenizerKind>& value,
                  const std::string& help)
{
    std::vector<std::string> words;
    for (const auto& entry : tokenizerNames())
        words.push_back(entry.first);
    command
        .add_option_function<std::string>(
            name, [&value](const std::string& word) { value = tokenizerNames().at(word); }, help)
        ->check(CLI::IsMember(words))
        ->option_text("words|whitespace|characters");
}

void InspectArguments::addTo(CLI::App& command)
{
    corpus.addTo(command);
    addTokenizer(command, "--tokenizer", tokenizer, "How text becomes tokens, both sides");
    addTokenizer(command, "--source-tokenizer", sourceTokenizer, "… the source side alone");
    addTokenizer(command, "--target-tokenizer", targetTokenizer, "… the target side alone");
    command.add_flag("--lowercase", lowercase, "Lower-cases both sides");
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
    options.text.lowercase = lowercase.value_or(options.text.lowercase);
    if (tokenizer)
        options.text.sourceTokenizer = options.text.targetTokenizer = *tokenizer;
    options.text.sourceTokenizer = sourceTokenizer.value_or(options.text.sourceTokenizer);
    options.text.targetTokenizer = targetTokenizer.value_or(options.text.targetTokenizer);
    const bool isLabelled = raw.task == Task::Classification;
    if (isLabelled)
        options.text.targetTokenizer = TokenizerKind::Whole;
    options.maxLength = maxLength.value_or(isLabelled ? ClassifierOptions().positions : options.maxLength);
    return options;
}

std::string tokenizerName(TokenizerKind kind)
{
    for (const auto& [name, known] : tokenizerNames())
        if (known == kind)
            return name;
    return "whole"; // of a label
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
    Json pairs = Json::array();
    for (std::size_t i = 0; i < std::min(shown, corpus.pairs.size()); ++i)
        pairs.push_back({{"line", corpus.pairs.line(i)},
                         {"source", tokenize(corpus.pairs.source(i), text.sourceTokenizer, text.lowercase)},
                         {"target", tokenize(corpus.pairs.target(i), text.targetTokenizer, text.lowercase)}});
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
    const DatasetOptions options = arguments.options(corpus);
    const CorpusSummary summary = summarize(corpus, options, line.progress("counting tokens", interruption.token()));
    line.clear();
    Json result{{"corpus", corpus.source.label()},
                {"format", name(corpus.format)},
                {"task", corpus.task == Task::Classification ? "classification" : "translation"},
                {"encoding", corpus.encoding},
                {"compression", corpus.compression},
                {"columns", corpus.columns},
                {"pairs", summary.pairs},
                {"skipped", corpus.skippedTotal},
                {"too_long", summary.tooLong},
                {"tokenizer",
                 {{"source", tokenizerName(options.text.sourceTokenizer)},
                  {"target", tokenizerName(options.text.targetTokenizer)},
                  {"lowercase", options.text.lowercase}}},
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

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/choices.h"
#include "app/commands/classify.h"
#include "app/commands/command.h"
#include "app/commands/corpus_arguments.h"
#include "app/commands/interruption.h"
#include "app/commands/progress_line.h"
#include "app/exit_status.h"

#include "alignoscope/error.h"
#include "alignoscope/evaluation.h"
#include "alignoscope/state_curves.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <optional>

namespace alignoscope::commands {
namespace {

using Json = nlohmann::ordered_json;

struct EvaluateArguments {
    std::string run, gold, limitName, checkpoint = "best";
    CorpusArguments corpus;
    TranslationOptions options;
    std::int64_t limit = 0;
};

Json toJson(const EvaluationReport& report)
{
    Json lengths = Json::array();
    for (const auto& bucket : report.bleuByLength)
        lengths.push_back(
            {{"min", bucket.min}, {"max", bucket.max}, {"sentences", bucket.sentences}, {"bleu", bucket.bleu}});
    Json json = {
        {"sentences", report.sentences},
        {"target_tokens", report.targetTokens},
        {"loss", report.loss},
        {"perplexity", report.perplexity},
        {"bleu", report.bleu.score},
        {"chrf", report.chrf},
        {"bleu_signature", report.bleu.signature},
        {"token_accuracy", report.tokenAccuracy},
        {"seconds", report.seconds},
        {"bleu_by_length", lengths},
    };
    if (report.alignment) {
        json["aer"] = report.alignment->aer;
        json["alignment_precision"] = report.alignment->precision;
        json["alignment_recall"] = report.alignment->recall;
    }
    if (report.agreement) {
        json["attention_match"] = report.agreement->match();
        json["attention_mass"] = report.agreement->mass();
    }
    return json;
}

int evaluateRun(EvaluateArguments arguments)
{
    if (isClassifierRun(arguments.run)) {
        if (!arguments.gold.empty())
            throw Error(ErrorKind::Usage,
                        {"--gold", "a classifier has no alignments to score", "", "", "Leave the option out."});
        evaluateClassifier(arguments.run, arguments.checkpoint == "best", arguments.corpus, arguments.limit);
        return exit_status::done;
    }
    Interruption interruption; // before the first thread
    ProgressLine line;
    arguments.options.attention = false;
    auto translator = Translator::open(arguments.run, arguments.checkpoint == "best");
    if (!arguments.limitName.empty())
        translator = translator->limited(stateLimit(arguments.limitName));
    ReadOptions read = arguments.corpus.read();
    read.limit = arguments.limit;
    const RawCorpus corpus =
        readCorpus(arguments.corpus.source(), read, line.progress("reading", interruption.token()));
    if (corpus.task == Task::Classification)
        throw Error(ErrorKind::Usage,
                    {corpus.source.label(), "these are texts with labels, and the run translates", "sentence pairs",
                     "texts with labels", "Choose another corpus; --format tsv reads the columns as a translation."});
    std::optional<std::vector<GoldAlignment>> gold;
    if (!arguments.gold.empty())
        gold = goldFor(readGoldFile(arguments.gold), corpus.pairs.size(), arguments.gold);
    const auto report = evaluate(*translator, corpus, gold ? &*gold : nullptr, arguments.options,
                                 line.progress("evaluating", interruption.token()));
    line.clear();
    std::cout << toJson(report).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    return exit_status::done;
}

} // namespace

void addEvaluate(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<EvaluateArguments>();
    arguments->options.beam = 1;
    CLI::App* command = program.add_subcommand(
        "evaluate", "Scores a run on a corpus: translations, or the labels of a text classifier");
    command->add_option("run", arguments->run, "The run folder")->required()->type_name("RUN");
    arguments->corpus.addTo(*command);
    command->add_option("--beam", arguments->options.beam, "Width of the beam; 1: greedy")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command
        ->add_option("--gold", arguments->gold,
                     "Alignments made by hand: a line a pair, \"0-0 1-2\" with 3p4 possible, or .wa")
        ->type_name("FILE");
    command
        ->add_option("--attention-limit", arguments->limitName,
                     "Attention may look at so many states only: best:K, those with the highest scores; window:K, "
                     "neighbours; all")
        ->type_name("LIMIT");
    command->add_option("--checkpoint", arguments->checkpoint, "Which parameters of the run")
        ->check(CLI::IsMember({"best", "last"}))
        ->capture_default_str();
    command->add_option("--limit", arguments->limit, "Only so many pairs, from the beginning; 0: all")
        ->check(notNegative())
        ->capture_default_str();
    command->callback([arguments, &chosen] { chosen = [arguments] { return evaluateRun(*arguments); }; });
}

} // namespace alignoscope::commands

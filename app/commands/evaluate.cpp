// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/choices.h"
#include "app/commands/classify.h"
#include "app/commands/command.h"
#include "app/commands/interruption.h"
#include "app/commands/progress_line.h"
#include "app/commands/scored_run.h"
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
    ScoredRun scored;
    std::string gold, limitName;
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

int evaluateRun(const EvaluateArguments& arguments)
{
    const ScoredRun& scored = arguments.scored;
    if (isClassifierRun(scored.run)) {
        if (!arguments.gold.empty())
            throw Error(ErrorKind::Usage,
                        {"--gold", "a classifier has no alignments to score", "", "", "Leave the option out."});
        evaluateClassifier(scored.run, scored.best(), scored.corpus, scored.limit);
        return exit_status::done;
    }
    Interruption interruption; // before the first thread
    ProgressLine line;
    TranslationOptions options;
    options.beam = scored.beam;
    options.attention = false;
    auto translator = Translator::open(scored.run, scored.best());
    if (!arguments.limitName.empty())
        translator = translator->limited(stateLimit(arguments.limitName));
    const RawCorpus corpus =
        readCorpus(scored.corpus.source(), scored.read(), line.progress("reading", interruption.token()));
    if (corpus.task == Task::Classification)
        throw Error(ErrorKind::Usage,
                    {corpus.source.label(), "these are texts with labels, and the run translates", "sentence pairs",
                     "texts with labels", "Choose another corpus; --format tsv reads the columns as a translation."});
    std::optional<std::vector<GoldAlignment>> gold;
    if (!arguments.gold.empty())
        gold = goldFor(readGoldFile(arguments.gold), corpus.pairs.size(), arguments.gold);
    const auto report = evaluate(*translator, corpus, gold ? &*gold : nullptr, options,
                                 line.progress("evaluating", interruption.token()));
    line.clear();
    std::cout << toJson(report).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    return exit_status::done;
}

} // namespace

void addEvaluate(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<EvaluateArguments>();
    CLI::App* command = program.add_subcommand(
        "evaluate", "Scores a run on a corpus: translations, or the labels of a text classifier");
    arguments->scored.addTo(*command);
    command
        ->add_option("--gold", arguments->gold,
                     "Alignments made by hand: a line a pair, \"0-0 1-2\" with 3p4 possible, or .wa")
        ->type_name("FILE");
    command
        ->add_option("--attention-limit", arguments->limitName,
                     "Attention may look at so many states only: best:K, those with the highest scores; window:K, "
                     "neighbours; all")
        ->type_name("LIMIT");
    command->callback([arguments, &chosen] { chosen = [arguments] { return evaluateRun(*arguments); }; });
}

} // namespace alignoscope::commands

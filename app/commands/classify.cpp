// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/classify.h"

#include "app/commands/corpus_arguments.h"
#include "app/commands/input_lines.h"
#include "app/commands/interruption.h"
#include "app/commands/progress_line.h"

#include "alignoscope/classifier_evaluation.h"
#include "alignoscope/run.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace alignoscope::commands {
namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json toJson(const Classification& found, const std::vector<std::string>& labels)
{
    Json probabilities = Json::object();
    for (std::size_t i = 0; i < labels.size(); ++i)
        probabilities[labels[i]] = found.probabilities[i];
    return {{"source", found.tokens},
            {"label", labels[static_cast<std::size_t>(found.label)]},
            {"probabilities", probabilities},
            {"attention", found.attention},
            {"padding", found.padding}};
}

Json toJson(const ClassificationReport& report)
{
    Json labels = Json::array(), names = Json::array();
    for (const LabelScore& one : report.labels) {
        names.push_back(one.label);
        labels.push_back({{"label", one.label},
                          {"texts", one.texts},
                          {"precision", one.precision},
                          {"recall", one.recall},
                          {"f1", one.f1}});
    }
    return {{"sentences", report.sentences},
            {"unknown_labels", report.unknownLabels},
            {"loss", report.loss},
            {"accuracy", report.accuracy},
            {"token_accuracy", report.accuracy},
            {"labels", labels},
            {"confusion", {{"labels", names}, {"counts", report.confusion}}},
            {"seconds", report.seconds}};
}

} // namespace

bool isClassifierRun(const std::string& folder)
{
    return Run::open(folder).experiment().model.task == Task::Classification;
}

void labelLines(const std::string& folder, bool best, bool json, std::istream& input, std::size_t together,
                const std::stop_token& stop)
{
    const auto classifier = Classifier::open(folder, best);
    const std::vector<std::string>& labels = classifier->labels();
    Progress progress;
    progress.stop = stop;
    for (auto lines = readLines(input, together); !lines.empty(); lines = readLines(input, together)) {
        const auto all = classifier->classify(lines, progress);
        for (const Classification& found : all)
            std::cout << (json ? text(toJson(found, labels)) : labels[static_cast<std::size_t>(found.label)]) << '\n';
        std::cout.flush();
    }
}

void evaluateClassifier(const std::string& folder, bool best, const CorpusArguments& arguments, std::int64_t limit)
{
    Interruption interruption; // before the first thread
    ProgressLine line;
    const auto classifier = Classifier::open(folder, best);
    ReadOptions read = arguments.read();
    read.limit = limit;
    const RawCorpus corpus = readCorpus(arguments.source(), read, line.progress("reading", interruption.token()));
    const auto report = evaluate(*classifier, corpus, line.progress("evaluating", interruption.token()));
    line.clear();
    std::cout << text(toJson(report)) << '\n';
}

} // namespace alignoscope::commands

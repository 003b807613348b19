// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/csv_field.h"
#include "alignoscope/explanation_export.h"

#include "alignoscope/attention_measures.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace alignoscope {

namespace {

using Json = nlohmann::ordered_json;

/// Empty where there is no number.
std::string number(double value)
{
    return std::isfinite(value) ? fmt::format("{:.6g}", value) : std::string();
}

Json jsonNumber(double value)
{
    return std::isfinite(value) ? Json(std::stod(fmt::format("{:.6g}", value))) : Json(nullptr);
}

Json rows(const std::vector<float>& matrix, std::size_t width)
{
    Json all = Json::array();
    for (std::size_t at = 0; width > 0 && at < matrix.size(); at += width) {
        Json row = Json::array();
        for (std::size_t j = at; j < at + width; ++j)
            row.push_back(jsonNumber(static_cast<double>(matrix[j])));
        all.push_back(std::move(row));
    }
    return all;
}

Json numbers(const std::vector<double>& values)
{
    Json all = Json::array();
    for (const double value : values)
        all.push_back(jsonNumber(value));
    return all;
}

Json correlation(const RankCorrelation& found)
{
    return {{"tau", jsonNumber(found.tau)}, {"p", jsonNumber(found.p)}};
}

Json order(const ExplanationSummary::Order& found)
{
    return {
        {"mean_tau", jsonNumber(found.mean)}, {"significant", jsonNumber(found.significant)}, {"words", found.words}};
}

constexpr const char* wordColumns = "largest_weight,permuted_change,uniform_change,tau_attention_gradient,"
                                    "p_attention_gradient,tau_attention_leave_one_out,p_attention_leave_one_out,"
                                    "tau_gradient_leave_one_out,p_gradient_leave_one_out\r\n";

std::string wordNumbers(const WordExplanation& word)
{
    std::string line;
    for (const double value : {word.largestWeight, word.permutedChange, word.uniformChange, word.attentionGradient.tau,
                               word.attentionGradient.p, word.attentionLeaveOneOut.tau, word.attentionLeaveOneOut.p,
                               word.gradientLeaveOneOut.tau, word.gradientLeaveOneOut.p})
        line += ',' + number(value);
    return line + "\r\n";
}

} // namespace

std::string explanationToCsv(const Explanation& explanation)
{
    std::string table = "target_index,target,source_index,source,attention,gradient_times_input,leave_one_out,"
                        "leave_one_out_log_ratio\r\n";
    const std::size_t width = explanation.sources();
    const bool attends = hasAlignment(explanation.attention);
    for (std::size_t t = 0; t < explanation.targets(); ++t) {
        for (std::size_t j = 0; j < width; ++j) {
            const std::size_t at = t * width + j;
            table += fmt::format("{},{},{},{}", t, csvField(explanation.target[t]), j, csvField(explanation.source[j]));
            table += ',' + (attends ? number(static_cast<double>(explanation.attention[at])) : std::string());
            table += ',' + number(static_cast<double>(explanation.gradient[at]));
            const bool end = j + 1 == width; // never left out
            for (const float value : {explanation.leaveOneOut[at], explanation.leaveOneOutLogRatio[at]})
                table += ',' + (end ? std::string() : number(static_cast<double>(value)));
            table += "\r\n";
        }
    }
    return table;
}

std::string explainedWordsToCsv(const Explanation& explanation)
{
    std::string table = std::string("target_index,target,log_probability,") + wordColumns;
    for (const WordExplanation& word : explainedWords(explanation))
        table += fmt::format("{},{},{}", word.position, csvField(explanation.target[word.position]),
                             number(explanation.logProbability[word.position]))
            + wordNumbers(word);
    return table;
}

std::string explanationToJson(const Explanation& explanation)
{
    const std::size_t width = explanation.sources();
    const bool attends = hasAlignment(explanation.attention);
    Json words = Json::array();
    for (const WordExplanation& word : explainedWords(explanation))
        words.push_back({{"attention_gradient", correlation(word.attentionGradient)},
                         {"attention_leave_one_out", correlation(word.attentionLeaveOneOut)},
                         {"gradient_leave_one_out", correlation(word.gradientLeaveOneOut)},
                         {"largest_weight", jsonNumber(word.largestWeight)}});
    return Json{{"step", explanation.step},
                {"forced", explanation.forced},
                {"source", explanation.source},
                {"target", explanation.target},
                {"attention", attends ? rows(explanation.attention, width) : Json(nullptr)},
                {"gradient_times_input", rows(explanation.gradient, width)},
                {"leave_one_out", rows(explanation.leaveOneOut, width)},
                {"leave_one_out_log_ratio", rows(explanation.leaveOneOutLogRatio, width)},
                {"log_probability", numbers(explanation.logProbability)},
                {"permuted_change", attends ? numbers(explanation.permutedChange) : Json(nullptr)},
                {"uniform_change", attends ? numbers(explanation.uniformChange) : Json(nullptr)},
                {"loss", jsonNumber(explanation.loss)},
                {"uniform_loss", attends ? jsonNumber(explanation.uniformLoss) : Json(nullptr)},
                {"words", words}}
               .dump(1, ' ', false, Json::error_handler_t::replace)
        + '\n';
}

std::string explanationSummaryToCsv(const ExplanationSummary& summary)
{
    std::string table = std::string("sentence,target_index,") + wordColumns;
    for (const WordExplanation& word : summary.words)
        table += fmt::format("{},{}", word.sentence, word.position) + wordNumbers(word);
    return table;
}

std::string explanationSummaryToJson(const ExplanationSummary& summary)
{
    Json all = {{"sentences", summary.sentences},
                {"words", summary.words.size()},
                {"attention_gradient", order(summary.attentionGradient)},
                {"attention_leave_one_out", order(summary.attentionLeaveOneOut)},
                {"gradient_leave_one_out", order(summary.gradientLeaveOneOut)},
                {"largest_weight", jsonNumber(summary.largestWeight)},
                {"permuted_change", jsonNumber(summary.permutedChange)},
                {"uniform_change", jsonNumber(summary.uniformChange)},
                {"loss", jsonNumber(summary.loss)},
                {"uniform_loss", jsonNumber(summary.uniformLoss)}};
    if (summary.gold)
        all["agreement_with_gold"] = {{"words", summary.gold->words},
                                      {"attention", jsonNumber(summary.gold->attention)},
                                      {"gradient", jsonNumber(summary.gold->gradient)},
                                      {"leave_one_out", jsonNumber(summary.gold->leaveOneOut)},
                                      {"chance", jsonNumber(summary.gold->chance)}};
    return all.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace alignoscope

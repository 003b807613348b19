// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/training_curves.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>

namespace alignoscope {

namespace {

struct Row {
    double seconds = 0;
    std::optional<StepReport> step;
    std::optional<ValidationReport> validation;
};

std::string field(double value)
{
    return std::isfinite(value) ? fmt::format(",{}", value) : ",";
}

/// Negative: not measured.
std::string measured(double value)
{
    return value < 0 ? "," : field(value);
}

std::string stepFields(const std::optional<StepReport>& step)
{
    if (!step)
        return ",,,,";
    return field(step->loss) + field(step->gradientNorm) + field(step->learningRate)
        + field(step->targetTokensPerSecond);
}

std::string validationFields(const std::optional<ValidationReport>& report)
{
    if (!report)
        return ",,,,,,,,,";
    return field(report->loss) + field(report->tokenAccuracy) + measured(report->bleu) + measured(report->aer)
        + measured(report->alignmentPrecision) + measured(report->alignmentRecall) + measured(report->match)
        + measured(report->mass) + (report->best ? ",1" : ",0");
}

/// Of a step done twice, after a run went on from an earlier checkpoint, the later report counts.
std::map<std::int64_t, Row> rowsOf(const std::vector<TrainingEvent>& events)
{
    std::map<std::int64_t, Row> rows;
    for (const TrainingEvent& event : events) {
        if (const auto* step = std::get_if<StepReport>(&event.what)) {
            rows[step->step].step = *step;
            rows[step->step].seconds = event.time;
        } else if (const auto* validation = std::get_if<ValidationReport>(&event.what)) {
            rows[validation->step].validation = *validation;
            rows[validation->step].seconds = event.time;
        }
    }
    return rows;
}

} // namespace

std::string trainingCurvesToCsv(const std::vector<TrainingEvent>& events)
{
    std::string csv = "step,epoch,seconds,loss,gradient_norm,learning_rate,target_tokens_per_second,validation_loss,"
                      "token_accuracy,bleu,aer,alignment_precision,alignment_recall,match,mass,best\r\n";
    for (const auto& [step, row] : rowsOf(events))
        csv += std::to_string(step) + ',' + (row.step ? std::to_string(row.step->epoch) : "") + field(row.seconds)
            + stepFields(row.step) + validationFields(row.validation) + "\r\n";
    return csv;
}

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/training_printer.h"

#include <fmt/format.h>

#include <string>

namespace alignoscope::commands {
namespace {

std::string duration(double seconds)
{
    const auto whole = static_cast<long>(seconds);
    return whole >= 3600 ? fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60)
                         : fmt::format("{}:{:02}", whole / 60, whole % 60);
}

} // namespace

void TrainingPrinter::onEvent(const TrainingEvent& event)
{
    if (const auto* step = std::get_if<StepReport>(&event.what))
        print(*step);
    else if (const auto* validation = std::get_if<ValidationReport>(&event.what))
        print(*validation);
    else if (const auto* trouble = std::get_if<Trouble>(&event.what))
        m_line.say(trouble->message);
    else if (const auto* finished = std::get_if<RunFinished>(&event.what)) {
        m_line.clear();
        m_finished = *finished;
    }
}

void TrainingPrinter::onAttention(const AttentionSnapshotPtr&) { } // the run's history keeps them

void TrainingPrinter::print(const StepReport& report)
{
    std::string details =
        fmt::format("epoch {}, step {}, loss {:.3f}, {:.0f} {}/s", report.epoch, report.step, report.loss,
                    report.targetTokensPerSecond, m_task == Task::Classification ? "texts" : "tokens");
    if (report.secondsLeft >= 0)
        details += ", " + duration(report.secondsLeft) + " left";
    m_line.show("training", report.progress, details);
}

void TrainingPrinter::print(const ValidationReport& report)
{
    std::string text =
        fmt::format("step {}: validation loss {:.3f}, {} {:.3f}", report.step, report.loss,
                    m_task == Task::Classification ? "accuracy" : "token accuracy", report.tokenAccuracy);
    m_accuracy = report.tokenAccuracy;
    if (report.bleu >= 0)
        text += fmt::format(", BLEU {:.1f}", report.bleu);
    if (report.aer >= 0)
        text += fmt::format(", alignment error rate {:.3f}", report.aer);
    if (report.best)
        text += " (best so far)";
    m_line.say(text);
}

} // namespace alignoscope::commands

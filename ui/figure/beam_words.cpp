// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/beam_words.h"

#include "ui/figure/beam_layout.h"
#include "ui/figure/isolated_text.h"

#include <QCoreApplication>

#include <cmath>

namespace alignoscope::ui {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("BeamWords", text);
}

/// "0.18", "0.0021", "3e-09": two digits of it, however small.
QString smallProbability(double logProbability)
{
    const double probability = std::exp(logProbability);
    return probability >= 0.1 ? QString::number(probability, 'f', 2) : QString::number(probability, 'g', 2);
}

} // namespace

QString hypothesisText(const BeamTrace& trace, int node)
{
    QString text = QString::fromStdString(hypothesisAt(trace, node).text);
    if (node > 0 && trace.node(node).fate != BeamTrace::Fate::Finished)
        text += QStringLiteral(" …");
    return text;
}

QString fateInWords(const BeamTrace& trace, int node)
{
    const BeamTrace::Node& one = trace.node(node);
    const auto step = static_cast<std::size_t>(one.step);
    const int lookedAt = node > 0 ? trace.stepBegin[step + 1] - trace.stepBegin[step] : 1;
    const QString place = tr("number %1 of the %2 looked at").arg(one.place).arg(lookedAt);
    switch (one.fate) {
    case BeamTrace::Fate::Kept:
        return tr("kept, %1").arg(place);
    case BeamTrace::Fate::Pruned:
        return tr("discarded, %1").arg(place);
    case BeamTrace::Fate::Finished:
        return tr("finished, rank %1 of %2").arg(one.rank).arg(trace.hypotheses.size());
    case BeamTrace::Fate::Cut:
        break;
    }
    return tr("cut off at the longest length, rank %1 of %2").arg(one.rank).arg(trace.hypotheses.size());
}

QString beamNodeInWords(const BeamTrace& trace, int node)
{
    if (node <= 0)
        return tr("The start: no word is written yet");
    const BeamTrace::Node& one = trace.node(node);
    return QStringLiteral("%1 %2 · ").arg(isolated(wordLabel(one.token).text), probabilityText(one.wordLogProbability))
        + tr("all words so far %1 (log %2) · score %3 · %4")
              .arg(smallProbability(one.logProbability), logText(one.logProbability), logText(one.score),
                   fateInWords(trace, node));
}

} // namespace alignoscope::ui

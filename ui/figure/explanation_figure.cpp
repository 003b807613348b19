// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/explanation_figure.h"

#include "ui/figure/beside.h"
#include "ui/figure/figure_font.h"
#include "ui/figure/token_label.h"

#include "alignoscope/attention_measures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace alignoscope::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Explanation", text);
}

std::vector<float> gradientShares(const Explanation& explanation)
{
    std::vector<float> shares = explanation.gradient;
    const std::size_t width = explanation.sources();
    for (std::size_t at = 0; width > 0 && at < shares.size(); at += width) {
        float sum = 0;
        for (std::size_t j = at; j < at + width; ++j)
            sum += shares[j] = std::abs(shares[j]);
        for (std::size_t j = at; sum > 0 && j < at + width; ++j)
            shares[j] /= sum;
    }
    return shares;
}

std::vector<float> leaveOneOutWithoutEnd(const Explanation& explanation)
{
    std::vector<float> changes = explanation.leaveOneOut;
    const std::size_t width = explanation.sources();
    for (std::size_t at = width; width > 0 && at <= changes.size(); at += width)
        changes[at - 1] = std::numeric_limits<float>::quiet_NaN();
    return changes;
}

ScatterPlot emptyPermutationPlot()
{
    ScatterPlot plot;
    plot.across = tr("largest weight of attention");
    plot.down = tr("change by shuffling");
    plot.remark = tr("high: the weights matter · low: others do as well");
    plot.title = tr("Permuted attention");
    return plot;
}

void describe(ScatterPlot& plot)
{
    plot.summary = tr("Largest attention weight (across) against the median total variation distance of the next-word "
                      "distribution under permuted weights (up), %1 target words.")
                       .arg(plot.points.size());
}

std::vector<double> shares(const std::vector<WordExplanation>& words, RankCorrelation WordExplanation::*which)
{
    constexpr int bins = 10; // from −1 to 1
    std::vector<double> counts(bins, 0);
    double total = 0;
    for (const WordExplanation& word : words) {
        if (!(word.*which).defined())
            continue;
        const int bin = std::clamp(static_cast<int>(std::floor(((word.*which).tau + 1) / 2 * bins)), 0, bins - 1);
        counts[static_cast<std::size_t>(bin)] += 1;
        total += 1;
    }
    for (double& count : counts)
        count = total > 0 ? count / total : 0;
    return counts;
}

} // namespace

QString displayName(Importance importance)
{
    switch (importance) {
    case Importance::Attention:
        return tr("Attention");
    case Importance::Gradient:
        return tr("Gradient × input");
    case Importance::LeaveOneOut:
        return tr("Leave one out");
    }
    return {};
}

AttentionSnapshotPtr importanceMatrix(const Explanation& explanation, Importance importance)
{
    auto matrix = std::make_shared<AttentionSnapshot>();
    matrix->step = explanation.step;
    matrix->sentence = SentenceId{-1};
    matrix->sourceTokens = explanation.source;
    matrix->sourceUnknown = explanation.sourceUnknown;
    matrix->targetTokens = explanation.target;
    matrix->forced = explanation.forced;
    matrix->loss = explanation.loss;
    matrix->weights = importance == Importance::Attention ? explanation.attention
        : importance == Importance::Gradient              ? gradientShares(explanation)
                                                          : leaveOneOutWithoutEnd(explanation);
    return matrix;
}

Drawing explanationDrawing(const Explanation& explanation, const FigureOptions& options)
{
    FigureOptions one = options;
    one.look = {};
    const bool attends = hasAlignment(explanation.attention);
    one.widthMm = options.widthMm / static_cast<double>(allImportances.size() - (attends ? 0 : 1));
    std::vector<Drawing> parts;
    for (const Importance importance : allImportances) {
        if (importance == Importance::Attention && !attends)
            continue;
        one.title = displayName(importance);
        parts.push_back(attentionDrawing(*importanceMatrix(explanation, importance), one));
    }
    Drawing whole = besideEachOther(parts, 0);
    whole.title = !options.title.isEmpty() ? options.title
        : attends                          ? tr("Attention, gradient × input and leave-one-out")
                                           : tr("Gradient × input and leave-one-out");
    whole.description = parts.front().description;
    return whole;
}

ScatterPlot permutationPlot(const Explanation& explanation)
{
    ScatterPlot plot = emptyPermutationPlot();
    const auto words = explainedWords(explanation);
    const auto names = targetLabels(*importanceMatrix(explanation, Importance::Attention));
    for (std::size_t t = 0; t + 1 < words.size(); ++t) // without EOS
        plot.points.push_back({words[t].largestWeight, words[t].permutedChange, names[t].text});
    describe(plot);
    return plot;
}

ScatterPlot permutationPlot(const ExplanationSummary& summary)
{
    ScatterPlot plot = emptyPermutationPlot();
    plot.named = false;
    for (const WordExplanation& word : summary.words)
        plot.points.push_back({word.largestWeight, word.permutedChange, {}});
    describe(plot);
    return plot;
}

HistogramPlot rankPlot(const ExplanationSummary& summary)
{
    HistogramPlot plot;
    plot.first = shares(summary.words, &WordExplanation::attentionGradient);
    plot.second = shares(summary.words, &WordExplanation::attentionLeaveOneOut);
    plot.firstName = tr("with gradients");
    plot.secondName = tr("with leaving out");
    plot.across = tr("agreement of attention (Kendall’s τ)");
    plot.down = tr("of the words");
    plot.title = tr("Agreement of attention with other measures");
    plot.summary = tr("Histogram of Kendall’s τ over %1 target words.").arg(summary.words.size());
    return plot;
}

PlotLook plotLook(const FigureOptions& options)
{
    checkSizes(options);
    PlotLook look;
    const double height = options.heightMm > 0 ? options.heightMm : options.widthMm * 0.75;
    look.size = QSizeF(options.widthMm, height) * Drawing::unitsPerMm;
    look.type = options.fontPt * Drawing::unitsPerPoint;
    look.font = figureFont(options.fontFamily, {});
    return look;
}

} // namespace alignoscope::ui

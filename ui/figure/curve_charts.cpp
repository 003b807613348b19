// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/curve_charts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

namespace alignoscope::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Experiments", text);
}

double middleOf(const LengthBucket& bucket)
{
    return (bucket.min + bucket.max) / 2.0;
}

/// Whether every curve counts the same sentences, so that one row of numbers is true of all.
bool sameSentences(const std::vector<LengthCurve>& curves)
{
    const auto counts = [](const LengthCurve& curve) {
        std::vector<std::array<std::int64_t, 3>> list;
        for (const LengthBucket& bucket : curve.buckets)
            list.push_back({bucket.min, bucket.max, bucket.sentences});
        return list;
    };
    return !curves.empty()
        && std::ranges::all_of(curves, [&](const LengthCurve& curve) { return counts(curve) == counts(curves[0]); });
}

/// Even numbers with attention, odd ones without: two families of colours.
LineChart::Line lineOf(const LengthCurve& curve, int& attending, int& others)
{
    LineChart::Line line;
    line.name = QString::fromStdString(curve.label);
    int& number = curve.attends() ? attending : others;
    line.colour = 2 * number++ + (curve.attends() ? 0 : 1);
    line.dashed = !curve.attends();
    for (const LengthBucket& bucket : curve.buckets)
        line.points.emplace_back(middleOf(bucket), bucket.bleu);
    return line;
}

QString described(const LineChart& chart)
{
    QStringList names;
    for (const LineChart::Plot& plot : chart.plots)
        for (const LineChart::Line& line : plot.lines)
            if (!line.points.empty())
                names << tr("%1: %2 %3 at the left, %4 at the right")
                             .arg(line.name, plot.down, QString::number(line.points.front().y(), 'g', 3),
                                  QString::number(line.points.back().y(), 'g', 3));
    return names.join(QStringLiteral("; "));
}

using StateValue = std::function<std::optional<double>(const StatePoint&)>;

/// One line a way of choosing states, over the places of `order`, with "all" at the right end of both.
LineChart::Line stateLine(const StateCurve& curve, const std::vector<int>& order, StateLimit kind,
                          const StateValue& value)
{
    LineChart::Line line;
    for (const StatePoint& point : curve.points) {
        const bool all = point.limit.limit == StateLimit::All;
        const std::optional<double> y = value(point);
        if (!y || (!all && point.limit.limit != kind))
            continue;
        const auto place = all ? order.end() : std::ranges::find(order, point.limit.states);
        line.points.emplace_back(static_cast<double>(place - order.begin()), *y);
    }
    std::ranges::sort(line.points, {}, [](const QPointF& point) { return point.x(); });
    return line;
}

LineChart::Plot statePlot(const StateCurve& curve, const std::vector<int>& order, const QString& down,
                          const StateValue& value)
{
    LineChart::Plot plot;
    plot.down = down;
    plot.lines = {stateLine(curve, order, StateLimit::Best, value), stateLine(curve, order, StateLimit::Window, value)};
    plot.lines[0].name = tr("the k states with the highest scores");
    plot.lines[1].name = tr("k states side by side");
    plot.lines[1].colour = 1;
    plot.lines[1].dashed = true;
    std::erase_if(plot.lines, [](const LineChart::Line& line) { return line.points.empty(); });
    double most = 0.01;
    for (const LineChart::Line& line : plot.lines)
        for (const QPointF& point : line.points)
            most = std::max(most, point.y());
    fitAxis(plot, most);
    return plot;
}

} // namespace

LineChart lengthChart(const std::vector<LengthCurve>& curves)
{
    LineChart chart;
    chart.title = tr("BLEU by sentence length");
    chart.across = tr("Length of the source sentence (words)");
    LineChart::Plot plot;
    plot.down = QStringLiteral("BLEU");
    int attending = 0, others = 0;
    double most = 1, longest = 10;
    std::set<int> trained;
    for (const LengthCurve& curve : curves) {
        plot.lines.push_back(lineOf(curve, attending, others));
        for (const LengthBucket& bucket : curve.buckets) {
            most = std::max(most, bucket.bleu);
            longest = std::max(longest, static_cast<double>(bucket.max));
        }
        if (curve.trainedTo > 0)
            trained.insert(curve.trainedTo);
    }
    fitAxis(plot, most);
    chart.plots.push_back(std::move(plot));
    chart.from = 0;
    chart.to = longest;
    const int step = longest > 200 ? 50 : longest > 100 ? 20 : 10;
    for (int length = 0; length <= static_cast<int>(longest); length += step)
        chart.ticks.push_back({static_cast<double>(length), QString::number(length)});
    for (const int length : trained)
        if (length < longest)
            chart.marks.push_back({static_cast<double>(length), tr("trained to %1").arg(length)});
    if (sameSentences(curves) && longest <= 100) {
        chart.notesName = tr("sentences");
        for (const LengthBucket& bucket : curves.front().buckets)
            chart.notes.push_back({middleOf(bucket), QString::number(bucket.sentences)});
    }
    chart.summary = described(chart);
    return chart;
}

LineChart stateChart(const StateCurve& curve)
{
    std::set<int> numbers;
    for (const StatePoint& point : curve.points)
        if (point.limit.limit != StateLimit::All)
            numbers.insert(point.limit.states);
    const std::vector<int> order(numbers.begin(), numbers.end());
    LineChart chart;
    chart.title = tr("How many states a translation needs");
    chart.across = tr("Encoder states the attention may look at");
    chart.from = -0.3;
    chart.to = static_cast<double>(order.size()) + 0.3;
    for (std::size_t i = 0; i < order.size(); ++i)
        chart.ticks.push_back({static_cast<double>(i), QString::number(order[i])});
    chart.ticks.push_back({static_cast<double>(order.size()), tr("all")});
    const auto bleu = [](const StatePoint& point) { return std::optional(point.bleu); };
    const auto aer = [](const StatePoint& point) { return point.aer; };
    for (LineChart::Plot plot : {statePlot(curve, order, QStringLiteral("BLEU"), bleu),
                                 statePlot(curve, order, tr("Alignment error rate"), aer)})
        if (!plot.lines.empty())
            chart.plots.push_back(std::move(plot));
    chart.summary = described(chart);
    return chart;
}

} // namespace alignoscope::ui

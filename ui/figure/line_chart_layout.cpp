// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/line_chart_parts.h"

#include "ui/figure/explanation_figure.h"
#include "ui/figure/label_metrics.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace alignoscope::ui {

bool LineChart::empty() const
{
    return std::ranges::all_of(plots, [](const Plot& plot) {
        return std::ranges::all_of(plot.lines, [](const Line& line) { return line.points.empty(); });
    });
}

void fitAxis(LineChart::Plot& plot, double most)
{
    const double aim = std::max(most, 1e-6) / 4;
    const double power = std::pow(10, std::floor(std::log10(aim)));
    const double digit = aim / power;
    const double step = power * (digit >= 7 ? 10 : digit >= 3 ? 5 : digit >= 1.5 ? 2 : 1);
    const int steps = std::max(1, static_cast<int>(std::ceil(most / step - 1e-9)));
    const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
    plot.low = 0;
    plot.high = steps * step;
    plot.ticks.clear();
    for (int i = 0; i <= steps; ++i)
        plot.ticks.push_back({i * step, QString::number(i * step, 'f', decimals)});
}

namespace {

/// Lines of all plots, each name once.
std::vector<const LineChart::Line*> namedLines(const LineChart& chart)
{
    std::vector<const LineChart::Line*> lines;
    QSet<QString> names;
    for (const LineChart::Plot& plot : chart.plots)
        for (const LineChart::Line& line : plot.lines) {
            if (line.points.empty() || names.contains(line.name))
                continue;
            names.insert(line.name);
            lines.push_back(&line);
        }
    return lines;
}

/// From left to right, in as many rows as it takes; returns the height of them all.
double layOutLegend(const LineChart& chart, const PlotLook& look, const LabelMetrics& metrics, double left,
                    double right, std::vector<LegendEntry>& entries)
{
    const double type = look.type, row = 1.6 * type;
    double x = left, baseline = (chart.heading.isEmpty() ? 1.3 : 3.2) * type;
    for (const LineChart::Line* line : namedLines(chart)) {
        const double room = right - left - (legendSample + 0.5) * type;
        const QString name = metrics.elided(line->name, type, room);
        const double width = (legendSample + 0.5) * type + metrics.width(name, type);
        if (x > left && x + width > right) {
            x = left;
            baseline += row;
        }
        entries.push_back({line, name, {x, baseline}});
        x += width + 1.6 * type;
    }
    return entries.empty() ? 0 : baseline + 0.4 * type;
}

double widestTick(const LineChart& chart, const LabelMetrics& metrics, double size)
{
    double widest = 0;
    for (const LineChart::Plot& plot : chart.plots)
        for (const LineChart::Tick& tick : plot.ticks)
            widest = std::max(widest, metrics.width(tick.text, size));
    return widest;
}

constexpr std::array<QRgb, 6> onWhite{0xff0072b2, 0xffd55e00, 0xff56b4e9, 0xffe69f00, 0xff009e73, 0xffcc79a7};
constexpr std::array<QRgb, 6> onDark{0xff56b4e9, 0xffff8c42, 0xffb5def7, 0xfff6d08a, 0xff3fcfa5, 0xffe6a9cb};

} // namespace

LineChartLayout layOutLineChart(const LineChart& chart, const PlotLook& look)
{
    const LabelMetrics metrics(look.font);
    const double type = look.type;
    LineChartLayout layout;
    double left = 1.9 * type + widestTick(chart, metrics, type * 0.9) + 0.4 * type;
    if (!chart.notesName.isEmpty())
        left = std::max(left, metrics.width(chart.notesName, type * 0.8) + 0.9 * type);
    const double right = std::max(left + 1, look.size.width() - 1.2 * type);
    double top = layOutLegend(chart, look, metrics, left, right, layout.legend) + 0.8 * type;
    if (!chart.marks.empty())
        top += 0.9 * type;
    const double bottom = look.size.height() - (chart.notesName.isEmpty() ? 3.1 : 4.25) * type;
    const double gap = 1.4 * type, count = static_cast<double>(std::max<std::size_t>(1, chart.plots.size()));
    const double height = std::max(1.0, (bottom - top - gap * (count - 1)) / count);
    for (std::size_t i = 0; i < chart.plots.size(); ++i)
        layout.plots.emplace_back(left, top + static_cast<double>(i) * (height + gap), right - left, height);
    return layout;
}

std::vector<QRectF> plotAreas(const LineChart& chart, const PlotLook& look)
{
    return layOutLineChart(chart, look).plots;
}

QPointF placeOf(const LineChart& chart, const LineChart::Plot& plot, const QPointF& point, const QRectF& area)
{
    return {area.left() + (point.x() - chart.from) / (chart.to - chart.from) * area.width(),
            area.bottom() - (point.y() - plot.low) / (plot.high - plot.low) * area.height()};
}

// Okabe and Ito's, the strongest first; on a dark ground their lighter kin.
QRgb lineColour(int number, const PlotLook& look)
{
    const auto index = static_cast<std::size_t>(number) % onWhite.size();
    return QColor(look.ink).lightness() > 128 ? onDark[index] : onWhite[index];
}

QPainterPath lineMark(int number, QPointF at, double radius)
{
    QPainterPath path;
    const double side = radius * 0.9;
    switch (number % 4) {
    case 0:
        path.addEllipse(at, radius, radius);
        break;
    case 1:
        path.addPolygon(QPolygonF({at + QPointF(0, -radius * 1.2), at + QPointF(radius * 1.15, radius * 0.8),
                                   at + QPointF(-radius * 1.15, radius * 0.8)}));
        path.closeSubpath();
        break;
    case 2:
        path.addRect(QRectF(at - QPointF(side, side), at + QPointF(side, side)));
        break;
    default:
        path.addPolygon(QPolygonF({at + QPointF(0, -radius * 1.3), at + QPointF(radius * 1.3, 0),
                                   at + QPointF(0, radius * 1.3), at + QPointF(-radius * 1.3, 0)}));
        path.closeSubpath();
    }
    return path;
}

Drawing lineChartFigure(const LineChart& chart, const FigureOptions& options)
{
    FigureOptions sized = options;
    if (sized.heightMm <= 0)
        sized.heightMm = sized.widthMm * (chart.plots.size() > 1 ? 0.95 : 0.66);
    if (chart.empty())
        refuseFigure("there is nothing to draw", "at least one curve with a point", "none", "Evaluate a run first.");
    LineChart titled = chart;
    titled.heading = options.title;
    if (!options.title.isEmpty())
        titled.title = options.title;
    return drawLineChart(titled, plotLook(sized));
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/curve_figure.h"

#include "alignoscope/csv_field.h"
#include "ui/figure/drawn_label.h"
#include "ui/figure/figure_font.h"
#include "ui/figure/figure_layout.h"
#include "ui/figure/label_metrics.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace alignoscope::ui {
namespace {

constexpr double hairline = 0.5 * Drawing::unitsPerPoint;
constexpr QRgb quietInk = 0xff595959, gridInk = 0xffdddddd;

/// A range and round numbers in it: 1, 2 or 5 times a power of ten apart, four to nine of them.
struct Axis {
    double low = 0, high = 1;
    std::vector<double> ticks;

    Axis() = default;
    Axis(double least, double most)
    {
        const double span = most > least ? most - least : std::max(1.0, std::abs(most));
        const double power = std::pow(10, std::floor(std::log10(span / 4)));
        const double digit = span / 4 / power;
        const double step = power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
        low = std::floor(least / step) * step;
        high = std::max(std::ceil(most / step) * step, low + step);
        for (double tick = low; tick <= high + step / 2; tick += step)
            ticks.push_back(std::abs(tick) < step / 1000 ? 0 : tick);
    }
    [[nodiscard]] double share(double value) const { return (value - low) / (high - low); }
};

QString tickText(double value)
{
    return QString::number(value, 'g', 6).replace(u'-', u'−');
}

class Composer {
public:
    Composer(const CurveFigure& curves, const FigureOptions& options)
        : m_curves(curves), m_options(options), m_metrics(figureFont(options.fontFamily, {})),
          m_type(options.fontPt * Drawing::unitsPerPoint)
    {
        const auto range = [&](auto&& value, auto&& wanted) {
            double least = std::numeric_limits<double>::infinity(), most = -least;
            for (const CurveFigure::Series& series : curves.series)
                for (const QPointF& point : series.points)
                    if (wanted(series)) {
                        least = std::min(least, value(point));
                        most = std::max(most, value(point));
                    }
            return least <= most ? Axis(least, most) : Axis();
        };
        const auto y = [](const QPointF& point) { return point.y(); };
        m_left = range(y, [](const auto& series) { return !series.right; });
        m_right = range(y, [](const auto& series) { return series.right; });
        m_across = range([this](const QPointF& point) { return place(point.x()); }, [](const auto&) { return true; });
        m_hasRight =
            std::ranges::any_of(curves.series, [](const auto& each) { return each.right && !each.points.empty(); });
    }

    Drawing compose()
    {
        const double line = m_metrics.line(m_type);
        const double width = m_options.widthMm * Drawing::unitsPerMm;
        const double height = m_options.heightMm > 0 ? m_options.heightMm * Drawing::unitsPerMm : width * 0.55;
        const double top =
            figureMargin + addTitle(m_drawing, m_options, m_metrics, QCoreApplication::translate("Figure", "Training"));
        const double leftRoom = tickRoom(m_left), rightRoom = m_hasRight ? tickRoom(m_right) : m_type;
        m_plot = QRectF(QPointF(figureMargin + leftRoom, top + 2.8 * line),
                        QPointF(width - figureMargin - rightRoom, height - figureMargin - 2.6 * line));
        m_drawing.size = {width, height};
        addLegend(top);
        addAxes();
        for (const CurveFigure::Series& series : m_curves.series)
            addSeries(series);
        m_drawing.description = QCoreApplication::translate("Figure", "Curves of a training over its steps.");
        return std::move(m_drawing);
    }

private:
    const CurveFigure& m_curves;
    const FigureOptions& m_options;
    const LabelMetrics m_metrics;
    const double m_type;
    Axis m_left, m_right, m_across;
    bool m_hasRight = false;
    QRectF m_plot;
    Drawing m_drawing;

    [[nodiscard]] double place(double step) const
    {
        return m_curves.logarithmic ? std::log10(std::max(step, 1.0)) : step;
    }
    [[nodiscard]] QPointF inPlot(const QPointF& point, const Axis& axis) const
    {
        return {m_plot.left() + m_across.share(place(point.x())) * m_plot.width(),
                m_plot.bottom() - axis.share(point.y()) * m_plot.height()};
    }
    [[nodiscard]] double tickRoom(const Axis& axis) const
    {
        double widest = 0;
        for (const double tick : axis.ticks)
            widest = std::max(widest, m_metrics.width(tickText(tick), m_type * 0.85));
        return widest + 0.8 * m_type;
    }

    void addText(const QString& text, QPointF origin, double size, QRgb colour)
    {
        m_drawing.texts.push_back({text, origin, 0, m_metrics.fontAt(size), colour});
    }

    // The names of the curves in their colours, then those of the vertical axes above their ends.
    void addLegend(double top)
    {
        double x = m_plot.left();
        for (const CurveFigure::Series& series : m_curves.series) {
            if (series.points.empty())
                continue;
            addText(series.name, {x, top + m_metrics.ascent(m_type)}, m_type, series.colour);
            x += m_metrics.width(series.name, m_type) + 1.5 * m_type;
        }
        const double small = m_type * 0.85, baseline = m_plot.top() - 0.5 * m_type;
        addText(m_curves.left, {figureMargin, baseline}, small, quietInk);
        if (m_hasRight)
            addText(m_curves.right,
                    {m_drawing.size.width() - figureMargin - m_metrics.width(m_curves.right, small), baseline}, small,
                    quietInk);
    }

    void addAxes()
    {
        const double small = m_type * 0.85, rise = m_metrics.capHeight(small) / 2;
        for (const double tick : m_left.ticks) {
            const double y = m_plot.bottom() - m_left.share(tick) * m_plot.height();
            QPainterPath grid({m_plot.left(), y}); // a path, so that the curves come to lie above it
            grid.lineTo(m_plot.right(), y);
            m_drawing.paths.push_back({grid, hairline, gridInk, std::nullopt, 1, false, {}});
            const QString text = tickText(tick);
            addText(text, {m_plot.left() - 0.4 * m_type - m_metrics.width(text, small), y + rise}, small, quietInk);
        }
        for (const double tick : m_hasRight ? m_right.ticks : std::vector<double>())
            addText(tickText(tick),
                    {m_plot.right() + 0.4 * m_type, m_plot.bottom() - m_right.share(tick) * m_plot.height() + rise},
                    small, quietInk);
        for (const double tick : m_across.ticks) {
            const QString text = tickText(m_curves.logarithmic ? std::round(std::pow(10, tick)) : tick);
            const double x = m_plot.left() + m_across.share(tick) * m_plot.width();
            addText(text,
                    {x - m_metrics.width(text, small) / 2, m_plot.bottom() + 0.3 * m_type + m_metrics.ascent(small)},
                    small, quietInk);
        }
        addText(m_curves.across,
                {m_plot.center().x() - m_metrics.width(m_curves.across, small) / 2,
                 m_plot.bottom() + 0.3 * m_type + m_metrics.line(small) + m_metrics.ascent(small)},
                small, quietInk);
        m_drawing.lines.push_back({m_plot.bottomLeft(), m_plot.bottomRight(), hairline, quietInk});
    }

    void addSeries(const CurveFigure::Series& series)
    {
        const Axis& axis = series.right ? m_right : m_left;
        QPainterPath path, dots;
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const QPointF at = inPlot(series.points[i], axis);
            if (i == 0)
                path.moveTo(at);
            else
                path.lineTo(at);
            if (series.marked)
                dots.addEllipse(at, m_type * 0.22, m_type * 0.22);
        }
        const double width = (series.marked ? 0.7 : 1.1) * Drawing::unitsPerPoint;
        m_drawing.paths.push_back({path, width, series.colour, std::nullopt, 1, series.right, series.name});
        if (series.marked)
            m_drawing.paths.push_back({dots, 0, 0, series.colour, 1, false, series.name});
    }
};

} // namespace

Drawing curveDrawing(const CurveFigure& curves, const FigureOptions& options)
{
    checkSizes(options);
    if (std::ranges::all_of(curves.series, [](const auto& series) { return series.points.empty(); }))
        refuseFigure("there is nothing to draw yet", "a training with at least one step", "none",
                     "Start the training.");
    return Composer(curves, options).compose();
}

std::string curvesToCsv(const CurveFigure& curves)
{
    std::string text = "series,step,value\r\n";
    for (const CurveFigure::Series& series : curves.series)
        for (const QPointF& point : series.points)
            text += csvField(series.name.toStdString()) + ',' + QString::number(point.x(), 'f', 0).toStdString() + ','
                + QString::number(point.y(), 'g', 9).toStdString() + "\r\n";
    return text;
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"
#include "ui/figure/plot_drawing.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace alignoscope::ui {

/// Lines over one horizontal axis, in a plot or in several one above the other.
struct LineChart {
    struct Line {
        QString name;
        std::vector<QPointF> points; ///< from left to right
        int colour = 0;              ///< counted; told apart by colour-blind readers, and by its marks
        bool dashed = false;
    };
    struct Tick {
        double at = 0;
        QString text;
    };
    struct Plot {
        QString down; ///< what the vertical axis measures
        double low = 0, high = 1;
        std::vector<Tick> ticks; ///< of the vertical axis
        std::vector<Line> lines;
    };
    std::vector<Plot> plots; ///< from above; lines of one name are one entry of the legend
    double from = 0, to = 1;
    std::vector<Tick> ticks;
    QString across;
    QString notesName;       ///< before the row of quiet numbers below the ticks; empty: no such row
    std::vector<Tick> notes; ///< "200" sentences
    std::vector<Tick> marks; ///< dotted from top to bottom
    QString heading;         ///< above the figure, or empty
    QString title, summary;  ///< for the figure's own description

    [[nodiscard]] bool empty() const; ///< no line has a point
};

/// A vertical axis from 0 with four to six round numbers, that holds `most`.
void fitAxis(LineChart::Plot& plot, double most);

/// Where the plots of a chart stand, in the units of a drawing.
std::vector<QRectF> plotAreas(const LineChart& chart, const PlotLook& look);
QPointF placeOf(const LineChart& chart, const LineChart::Plot& plot, const QPointF& point, const QRectF& area);
/// On a dark ground where the ink is light.
QRgb lineColour(int number, const PlotLook& look);

Drawing drawLineChart(const LineChart& chart, const PlotLook& look);
/// On white, of an export's size, with its title. Throws Error(Usage) where there is nothing to draw, and as
/// checkSizes.
Drawing lineChartFigure(const LineChart& chart, const FigureOptions& options);

} // namespace alignoscope::ui

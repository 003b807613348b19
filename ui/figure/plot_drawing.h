// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/drawing.h"

#include <QStringList>

#include <vector>

namespace alignoscope::ui {

/// How a small plot is drawn: on screen in the palette's colours, in a figure on white.
struct PlotLook {
    QSizeF size;     ///< in units of a Drawing
    QFont font;      ///< its family alone counts
    double type = 0; ///< size of its labels, in units
    QRgb ink = 0xff1a1a1a, quiet = 0xff6a6a6a, grid = 0xffe4e4e4;
    QRgb first = 0xff0072b2, second = 0xffd55e00; ///< Okabe & Ito: told apart by colour-blind readers
};

/// Points between 0 and 1 in both directions.
struct ScatterPlot {
    struct Point {
        double x = 0, y = 0;
        QString name;
    };
    std::vector<Point> points;
    QString across, down;   ///< what the axes are
    QString remark;         ///< what it means to be high or low
    bool named = true;      ///< names stand beside the points where there is room
    QString title, summary; ///< for the figure's own description
};

/// Shares of two series over equal bins from −1 to 1.
struct HistogramPlot {
    std::vector<double> first, second; ///< one number a bin, 0…1
    QString firstName, secondName;
    QString across, down;
    QString title, summary;
};

/// The part of a plot that holds the points, in units.
QRectF scatterArea(const PlotLook& look);
QPointF placeOf(const ScatterPlot::Point& point, const QRectF& area);
double pointRadius(const PlotLook& look, std::size_t points);

Drawing drawScatter(const ScatterPlot& plot, const PlotLook& look);
Drawing drawHistogram(const HistogramPlot& plot, const PlotLook& look);

} // namespace alignoscope::ui

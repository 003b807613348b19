// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/line_chart.h"

#include <QPainterPath>

#include <vector>

namespace alignoscope::ui {

// Sizes in parts of the size of type.
constexpr double legendSample = 2.4, lineWidth = 0.14, headingSize = 1.15;

/// A sample of a line and its name; `origin` is the left end of the base line.
struct LegendEntry {
    const LineChart::Line* line = nullptr;
    QString name;
    QPointF origin;
};

struct LineChartLayout {
    std::vector<LegendEntry> legend;
    std::vector<QRectF> plots;
};

LineChartLayout layOutLineChart(const LineChart& chart, const PlotLook& look);

/// The mark of a line's points: circle, square, triangle, diamond, and so on again.
QPainterPath lineMark(int number, QPointF at, double radius);

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"

#include <QPointF>

#include <vector>

namespace alignoscope::ui {

/// Curves over the steps of a training.
struct CurveFigure {
    struct Series {
        QString name;
        std::vector<QPointF> points; ///< step and value, steps ascending
        bool right = false;          ///< measured on the right axis
        bool marked = false;         ///< every point is a measurement of its own: a dot
        QRgb colour = 0;
    };
    std::vector<Series> series;  ///< those without a point are left out
    QString across, left, right; ///< what the axes measure
    bool logarithmic = false;    ///< the steps, from 1
};

/// Throws Error(Usage) on an impossible size or where there is no point.
Drawing curveDrawing(const CurveFigure& curves, const FigureOptions& options);
/// A row a point: series, step, value (RFC 4180, UTF-8, points as decimals).
std::string curvesToCsv(const CurveFigure& curves);

} // namespace alignoscope::ui

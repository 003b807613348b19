// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/attention_figure.h"
#include "ui/figure/axis_labels.h"
#include "ui/figure/drawing.h"

#include <QRectF>
#include <QStringList>

namespace alignoscope::ui {

/// Where the parts of a figure stand, in units of a Drawing.
struct FigureLayout {
    QSizeF size;
    QStringList titleLines;
    AxisLabels across, down;
    QRectF matrix;
    QRectF bar; ///< empty without a colour bar
    double fontSize = 0, smallSize = 0;

    [[nodiscard]] QRectF cell(int target, int source) const;
};

constexpr double figureMargin = 1.2 * Drawing::unitsPerMm;

/// What stands in the corner between the axes: "source →" and "target ↓" where the look does not say. The arrow points
/// from the first word on.
QString acrossCaption(const MatrixLook& look, const ReadingOrder& order);
QString downCaption(const MatrixLook& look);

/// A title in at most three lines, each no wider than `room`.
QStringList titleLines(const QString& title, const LabelMetrics& metrics, double size, double room);

FigureLayout layOutFigure(const AttentionSnapshot& snapshot, const FigureOptions& options, const LabelMetrics& metrics);

} // namespace alignoscope::ui

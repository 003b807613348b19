// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/axis_labels.h"
#include "ui/figure/value_scale.h"

#include <QRectF>

#include <vector>

namespace alignoscope::ui {

/// Where the parts of the heatmap stand in a widget. Cells are whole pixels where they are large enough.
struct HeatmapLayout {
    QRectF header; ///< the read-out and the colour bar
    QRectF matrix; ///< empty when there is nothing to show
    AxisLabels across, down;
    std::vector<double> columnEdges,
        rowEdges; ///< one more than there are cells; columns from the left as they are seen

    [[nodiscard]] int rows() const { return static_cast<int>(rowEdges.size()) - 1; }
    [[nodiscard]] int columns() const { return static_cast<int>(columnEdges.size()) - 1; }
    [[nodiscard]] QRectF cell(int target, int source) const;
    [[nodiscard]] int rowAt(double y) const;    ///< -1 outside
    [[nodiscard]] int columnAt(double x) const; ///< the source token, -1 outside
    [[nodiscard]] PlacedLabel sourceLabel(int source, const LabelMetrics& metrics) const;
    [[nodiscard]] PlacedLabel targetLabel(int target, const LabelMetrics& metrics) const;
};

/// What is written along the axes.
struct HeatmapLabels {
    std::vector<TokenLabel> sources, targets;
    MatrixLook look;
    ReadingOrder order; ///< of the sources
};

/// `typeSize` is the height of the widget's own type; `pixelRatio` that of the screen.
HeatmapLayout layOutHeatmap(const HeatmapLabels& labels, const LabelMetrics& metrics, double typeSize,
                            const QSizeF& widget, double pixelRatio);

} // namespace alignoscope::ui

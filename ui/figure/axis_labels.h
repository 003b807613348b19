// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/label_metrics.h"
#include "ui/figure/reading_order.h"
#include "ui/figure/token_label.h"

#include <QPointF>
#include <QPolygonF>

#include <vector>

namespace alignoscope::ui {

/// How the tokens along the top stand; from the most legible to the narrowest.
enum class LabelTurn {
    Level,
    Slanted, ///< rising at 45 degrees
    Upright, ///< reading upwards
};

struct LabelLimits {
    double size = 12;     ///< wished height of the type
    double smallest = 8;  ///< below this, labels are left out instead of shrinking further
    double longest = 120; ///< longer labels end in an ellipsis
    double gap = 4;       ///< between label and matrix
};

/// The labels of one axis, laid out for a distance between neighbours.
struct AxisLabels {
    LabelTurn turn = LabelTurn::Level;
    double size = 0; ///< of the type
    int stride = 1;  ///< every so many tokens are labelled, the last (the sentence's end) always
    double gap = 0;
    double depth = 0;               ///< room between the matrix and the far end of the longest label, gap included
    double overhang = 0;            ///< how far slanted labels reach beyond the right edge of the last cell
    std::vector<TokenLabel> labels; ///< with ellipses where needed
    std::vector<double> widths;
    ReadingOrder order; ///< of the tokens along the top; empty for those down the side

    [[nodiscard]] bool isShown(int i) const;
};

AxisLabels layOutAcross(const std::vector<TokenLabel>& tokens, const ReadingOrder& order, const LabelMetrics& metrics,
                        double pitch, const LabelLimits& limits, LabelTurn atLeast = LabelTurn::Level);
AxisLabels layOutDown(const std::vector<TokenLabel>& tokens, const LabelMetrics& metrics, double pitch,
                      const LabelLimits& limits);

/// A label in its place: its text starts at `origin` (on the base line) and runs at `angle` degrees.
struct PlacedLabel {
    TokenLabel label;
    QPointF origin;
    double angle = 0;
    double size = 0;
    double width = 0;
};

/// Above a column whose middle is `centre`; the matrix begins at `bottom`.
PlacedLabel placeAbove(const AxisLabels& axis, const LabelMetrics& metrics, int i, double centre, double bottom);
/// Beside a row whose middle is `centre`; the matrix begins at `right`.
PlacedLabel placeBeside(const AxisLabels& axis, const LabelMetrics& metrics, int i, double right, double centre);
/// The outline of a label, a little wider than its ink.
QPolygonF outlineOf(const PlacedLabel& label, const LabelMetrics& metrics);

} // namespace alignoscope::ui

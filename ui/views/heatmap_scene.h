// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/attention_snapshot.h"
#include "ui/figure/colour_map.h"
#include "ui/figure/label_metrics.h"
#include "ui/views/heatmap_layout.h"

#include <QPalette>
#include <QPoint>
#include <QString>

#include <optional>

class QPainter;

namespace alignoscope::ui {

/// Everything a heatmap is drawn from.
struct HeatmapScene {
    AttentionSnapshotPtr snapshot;
    ColourMap colourMap = ColourMap::Viridis;
    MatrixLook look;
    std::optional<GoldAlignment> gold;
    std::optional<QPoint> active; ///< the cell spelled out; x counts source tokens, y target tokens
    QPoint linked{-1, -1};        ///< a column and a row lit because another view speaks of them; −1: none
    bool keyboard = false;        ///< the active cell is the keyboard's cursor and has the focus
    QString emptyText;
    QString hint; ///< stands in the read-out's place while no cell is active

    LabelMetrics metrics{QFont()};
    double typeSize = 12;
    HeatmapLayout layout;
    QPalette palette;
};

// One function a layer, from the one that changes least to the one that changes most.

/// Axes, frame and colour bar, or the empty state.
void drawHeatmapAxes(QPainter& painter, const HeatmapScene& scene, const QSizeF& widget);
/// Weights and gold outlines.
void drawHeatmapCells(QPainter& painter, const HeatmapScene& scene);
/// The read-out, and what stresses the active cell.
void drawHeatmapReadout(QPainter& painter, const HeatmapScene& scene);

/// The words of the read-out; empty while no cell is active.
QString heatmapReadout(const HeatmapScene& scene);

} // namespace alignoscope::ui

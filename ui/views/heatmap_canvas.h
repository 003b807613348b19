// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/heatmap_scene.h"

#include <QWidget>

class QCustomPlot;

namespace alignoscope::ui {

/// Draws a scene in three buffered layers, so that new weights or a moved pointer never draw the axes again.
/// Takes no input of its own.
class HeatmapCanvas : public QWidget {
    Q_OBJECT
public:
    /// `scene` must outlive the canvas.
    HeatmapCanvas(const HeatmapScene& scene, QWidget* parent);

    void redrawAll();
    void redrawCells(); ///< and the read-out, where it tells a weight
    void redrawReadout();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    const HeatmapScene& m_scene;
    QCustomPlot* m_plot;
    bool m_toldCell = false; ///< the read-out was drawn with a cell
};

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/heatmap_scene.h"

#include <QColor>

namespace alignoscope::ui {

/// The palette's text colour, see-through.
QColor faded(const QPalette& palette, double alpha);

/// Where the colour bar stands in the header.
QRectF colourBarRect(const HeatmapScene& scene);

/// A token: ends of sentences pale, unknown words pale with a dotted line below.
void drawLabel(QPainter& painter, const HeatmapScene& scene, const PlacedLabel& label);

} // namespace alignoscope::ui

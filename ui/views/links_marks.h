// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/links_scene.h"

#include <QColor>

namespace alignoscope::ui {

/// Where the legend stands in the header: a wedge as thick as the links of each weight.
QRectF wedgeRect(const LinksScene& scene);

/// A token in its place: ends of sentences pale, unknown words pale with a dotted line below.
void drawToken(QPainter& painter, const LinksScene& scene, const PlacedLabel& label, QColor ink);

/// A rounded plate behind a label.
void drawPlate(QPainter& painter, const LinksScene& scene, const PlacedLabel& label, const QColor& colour, double pad);

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>

namespace alignoscope::ui {

/// Rising lines at 45 degrees within a rectangle, `pitch` apart along its edges: for cells that have no value.
/// Rectangles side by side join up, for all lines lie on the same grid.
QPainterPath hatching(const QRectF& rect, double pitch);

} // namespace alignoscope::ui

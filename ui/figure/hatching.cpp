// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/hatching.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

QPainterPath hatching(const QRectF& rect, double pitch)
{
    QPainterPath path;
    // A rising line is x + y = c.
    const double first = std::ceil((rect.left() + rect.top()) / pitch) * pitch;
    for (double c = first; c < rect.right() + rect.bottom(); c += pitch) {
        const double left = std::max(rect.left(), c - rect.bottom()), right = std::min(rect.right(), c - rect.top());
        path.moveTo(left, c - left);
        path.lineTo(right, c - right);
    }
    return path;
}

} // namespace alignoscope::ui

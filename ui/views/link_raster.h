// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <vector>

namespace alignoscope::ui {

/// One link to be drawn, in the units of the widget, x counted from the left edge of the image.
struct LinkStroke {
    double from = 0, to = 0; ///< x at the top and at the bottom
    double width = 1;
    QRgb colour = 0;
    double opacity = 1;
    bool dashed = false;
};

/// Draws links from the top to the bottom of an image. All links bend alike, so a row of pixels is computed once for
/// all of them: ten thousand take a few hundredths of a second, a tenth of what QPainter's curves take.
class LinkRaster {
public:
    /// `image` is RGB32, its device pixel ratio is set, and it outlives the raster.
    explicit LinkRaster(QImage& image);

    /// With smoothed edges. What lies outside the image is left out.
    void stroke(const LinkStroke& stroke);

private:
    struct Row {
        float bend = 0;  ///< share of the way across in the middle of this row of pixels
        float slope = 0; ///< how much of it from one row to the next
    };
    QImage& m_image;
    double m_ratio;
    std::vector<Row> m_rows;
};

/// Which links pass near a point: their bend there is computed once for all.
class LinkProbe {
public:
    /// `y` and `height` of the zone in the units of the widget.
    LinkProbe(double x, double y, double height);
    /// From the point to a link's middle line.
    [[nodiscard]] double distanceTo(double from, double to) const;

private:
    double m_x, m_bend, m_slope;
};

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <chrono>
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

/// Draws links from the top to the bottom of an image. All links bend alike, so a row of pixels is computed for all of
/// them at once, while it is in the processor's nearest memory: ten thousand take a fraction of what QPainter takes.
class LinkRaster {
public:
    /// `image` is RGB32, its device pixel ratio is set, and it outlives the raster.
    explicit LinkRaster(QImage& image);

    /// Takes a link, to be drawn above those taken before. What lies outside the image is left out.
    void add(const LinkStroke& stroke);
    /// Draws all that was taken, with smoothed edges.
    void draw();
    /// The same for about as long as given; to be called until it is done, which it says.
    bool drawFor(std::chrono::milliseconds budget);

private:
    /// A link in pixels of the image.
    struct Line {
        float from = 0, way = 0, half = 0; ///< x at the top, how far it goes across, half its thickness
        float opacity = 0;                 ///< of 256
        QRgb colour = 0;
        bool dashed = false;
        float gone = 0; ///< length of what is drawn of it, for dashes
    };
    using Lines = std::vector<Line>;
    using Clock = std::chrono::steady_clock;
    bool drawRows(Lines::iterator first, Lines::iterator end, int height, Clock::time_point until);
    void drawRow(QRgb* row, Lines::iterator first, Lines::iterator end, float bend, float slope, float height) const;
    [[nodiscard]] bool isGap(Line& line, float length) const;

    QImage& m_image;
    float m_ratio;
    Lines m_lines;
    bool m_hazeDrawn = false; ///< of the pass under way, rows above m_y are drawn
    int m_y = 0;
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

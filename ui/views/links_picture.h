// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/link_raster.h"
#include "ui/views/links_scene.h"

namespace alignoscope::ui {

/// The zone with all links of a scene, drawn bit by bit; the scene may change meanwhile. Null when there is no zone.
class LinksPicture {
public:
    /// `pixelRatio` is that of the screen.
    LinksPicture(const LinksScene& scene, double pixelRatio);
    LinksPicture(const LinksPicture&) = delete;
    LinksPicture& operator=(const LinksPicture&) = delete;

    /// Draws for about so long; says when all is done.
    bool drawFor(std::chrono::milliseconds budget) { return m_raster.drawFor(budget); }
    [[nodiscard]] const QImage& image() const { return m_image; }

private:
    QImage m_image;
    LinkRaster m_raster;
};

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/links_picture.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double veil = 0.8;
constexpr float heavy = 0.25F; // at most three of a row are; they get a rim of ground, which parts them at crossings

QRgb groundOf(const LinksScene& scene)
{
    return scene.palette.color(QPalette::Base).rgb();
}

QRgb inkOf(const LinksScene& scene)
{
    return scene.palette.color(QPalette::Text).rgb();
}

LinkStroke strokeOf(const LinksScene& scene, int source, int target)
{
    return {scene.layout.sourceX(source), scene.layout.targetX(target)};
}

void drawLink(LinkRaster& raster, const LinksScene& scene, const WeightedLink& link, bool lit = false)
{
    const auto weight = static_cast<double>(link.weight);
    LinkStroke stroke = strokeOf(scene, link.source, link.target);
    stroke.width = std::max(scene.style.width(weight), lit ? 1.4 : 0);
    if (link.weight >= heavy) {
        LinkStroke rim = stroke;
        rim.width += 2.4;
        rim.colour = groundOf(scene);
        rim.opacity = 0.85;
        raster.add(rim);
    }
    stroke.colour = scene.style.colour(link.source, weight);
    stroke.opacity = std::min(0.97, LinkStyle::opacity(weight) + (lit ? 0.35 : 0));
    raster.add(stroke);
}

// A known link is a hollow band: filled where the model finds it, empty where it does not.
void drawGold(LinkRaster& raster, const LinksScene& scene)
{
    const auto draw = [&](const std::vector<Link>& links, bool dashed) {
        for (const Link& link : links) {
            if (link.source < 0 || link.target < 0 || link.source >= scene.layout.rows.source.size()
                || link.target >= scene.layout.rows.target.size())
                continue;
            const double weight = static_cast<double>(scene.snapshot->weight(link.target, link.source));
            LinkStroke stroke = strokeOf(scene, link.source, link.target);
            const double width = std::max(scene.style.width(weight), 0.35 * scene.style.thickest);
            stroke.width = width + 5;
            stroke.colour = inkOf(scene);
            stroke.opacity = 0.8;
            stroke.dashed = dashed;
            raster.add(stroke);
            stroke.width = width + 2.6;
            stroke.colour = groundOf(scene);
            stroke.opacity = 1;
            stroke.dashed = false;
            raster.add(stroke);
        }
    };
    draw(scene.gold->possible, true);
    draw(scene.gold->sure, false);
}

QImage veiled(const QImage& all, QRgb ground)
{
    QImage image = all;
    const auto mixed = [](int under, int over) { return static_cast<int>(under + (over - under) * veil); };
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            if ((line[x] & 0xffffffU) != (ground & 0xffffffU))
                line[x] = qRgb(mixed(qRed(line[x]), qRed(ground)), mixed(qGreen(line[x]), qGreen(ground)),
                               mixed(qBlue(line[x]), qBlue(ground)));
        }
    }
    return image;
}

// The link that is pointed at, drawn even where it is too light to be shown otherwise.
void drawActiveLink(LinkRaster& raster, const LinksScene& scene)
{
    const LinkPlace& active = scene.active;
    const float weight = scene.snapshot->weight(active.target, active.source);
    LinkStroke rim = strokeOf(scene, active.source, active.target);
    rim.width = scene.style.width(static_cast<double>(weight)) + 3.5;
    rim.colour = scene.palette.color(QPalette::Highlight).rgb();
    rim.dashed = static_cast<double>(weight) < scene.threshold;
    raster.add(rim);
    if (!rim.dashed)
        drawLink(raster, scene, {active.source, active.target, weight}, true);
}

QImage emptyImage(const LinksScene& scene, double pixelRatio)
{
    const QSize size = (scene.layout.zone.size() * pixelRatio).toSize();
    if (!scene.snapshot || size.isEmpty())
        return {};
    QImage image(size, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(groundOf(scene));
    return image;
}

} // namespace

LinksPicture::LinksPicture(const LinksScene& scene, double pixelRatio)
    : m_image(emptyImage(scene, pixelRatio)), m_raster(m_image)
{
    if (m_image.isNull())
        return;
    if (scene.gold)
        drawGold(m_raster, scene);
    for (const WeightedLink& link : scene.links)
        drawLink(m_raster, scene, link);
}

QImage litLinksImage(const LinksScene& scene, const QImage& all)
{
    if (all.isNull())
        return {};
    QImage image = veiled(all, groundOf(scene));
    LinkRaster raster(image);
    for (const WeightedLink& link : scene.links) {
        if (isLit(scene.active, link))
            drawLink(raster, scene, link, true);
    }
    if (scene.active.isLink())
        drawActiveLink(raster, scene);
    raster.draw();
    return image;
}

} // namespace alignoscope::ui

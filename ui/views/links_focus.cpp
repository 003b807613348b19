// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_marks.h"
#include "ui/views/link_raster.h"
#include "ui/views/links_marks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr std::size_t mostNumbers = 12;
constexpr float leastNumber = 0.05F;

void drawReadout(QPainter& painter, const LinksScene& scene)
{
    const QString words = linksReadout(scene);
    const QRectF& header = scene.layout.header;
    const double room = wedgeRect(scene).left() - header.left() - 3 * scene.typeSize;
    QFont font = scene.metrics.fontAt(scene.typeSize);
    font.setBold(!words.isEmpty());
    painter.setFont(font);
    painter.setPen(faded(scene.palette, words.isEmpty() ? 0.55 : 1));
    const QString text =
        QFontMetricsF(font).elidedText(words.isEmpty() ? scene.hint : words, Qt::ElideRight, std::max(0.0, room));
    painter.drawText(QPointF(header.left(), header.center().y() + scene.metrics.capHeight(scene.typeSize) / 2), text);
}

// Labels that were made small or left out are read in full size when they are lit.
PlacedLabel enlarged(PlacedLabel label, const LinksScene& scene, bool above)
{
    if (label.size >= scene.typeSize)
        return label;
    const double grown = scene.typeSize / label.size;
    if (!above) // the end near the links stays where it is
        label.origin += QPointF((scene.typeSize - label.size) * 0.35, label.width * (grown - 1));
    else
        label.origin += QPointF((scene.typeSize - label.size) * 0.35, 0);
    label.width *= grown;
    label.size = scene.typeSize;
    return label;
}

// Nothing of a lit label beyond the edges of the widget, where there is room for all of it.
PlacedLabel inside(PlacedLabel label, const LinksScene& scene)
{
    if (label.angle != 0)
        return label;
    const double right = scene.layout.zone.width() - label.width - 6;
    label.origin.setX(std::clamp(label.origin.x(), 6.0, std::max(6.0, right)));
    return label;
}

class Lights {
public:
    Lights(QPainter& painter, const LinksScene& scene) : m_painter(painter), m_scene(scene) { }

    void draw()
    {
        const LinkPlace& active = m_scene.active;
        veilLabels();
        for (const WeightedLink& link : partners(m_scene, active, mostNumbers)) {
            if (link.weight >= leastNumber && !active.isLink() && link.weight >= static_cast<float>(m_scene.threshold))
                drawPartner(link, active.source >= 0);
        }
        if (active.source >= 0)
            drawStressed(m_scene.layout.sourceLabel(active.source, m_scene.metrics), true);
        if (active.target >= 0)
            drawStressed(m_scene.layout.targetLabel(active.target, m_scene.metrics), false);
        if (active.isLink())
            drawNumberOnLink();
    }

private:
    QPainter& m_painter;
    const LinksScene& m_scene;
    std::vector<QRectF> m_taken; // where partners' labels and numbers are

    void veilLabels()
    {
        const QRectF& zone = m_scene.layout.zone;
        QColor veil = m_scene.palette.color(QPalette::Base);
        veil.setAlphaF(0.55F);
        // a little more than the labels measure: type is drawn in whole sizes
        const double above = 1.06 * m_scene.layout.rows.source.labels.depth;
        const double below = 1.06 * m_scene.layout.rows.target.labels.depth;
        m_painter.fillRect(QRectF(0, zone.top() - above, zone.width(), above), veil);
        m_painter.fillRect(QRectF(0, zone.bottom(), zone.width(), below), veil);
    }

    bool take(const QRectF& rect)
    {
        if (std::ranges::any_of(m_taken, [&rect](const QRectF& other) { return other.intersects(rect); }))
            return false;
        m_taken.push_back(rect);
        return true;
    }

    // The heaviest come first: what would lie on a label that is already there is left out.
    void drawPartner(const WeightedLink& link, bool below)
    {
        const LinksLayout& layout = m_scene.layout;
        const PlacedLabel label = enlarged(below ? layout.targetLabel(link.target, m_scene.metrics)
                                                 : layout.sourceLabel(link.source, m_scene.metrics),
                                           m_scene, !below);
        const QRectF outline = outlineOf(label, m_scene.metrics).boundingRect();
        if (!take(label.angle == 0 ? outline : QRectF(outline.x(), outline.y(), label.size, outline.height())))
            return;
        drawPlate(m_painter, m_scene, label, m_scene.palette.color(QPalette::Base), 3);
        drawToken(m_painter, m_scene, label, m_scene.palette.color(QPalette::Text));
        const double x = below ? layout.targetX(link.target) : layout.sourceX(link.source);
        const double size = m_scene.typeSize * 0.85;
        const double y = below ? layout.zone.bottom() - size * 0.9 : layout.zone.top() + size * 0.9;
        drawNumber(link.weight, {x, y}, size);
    }

    void drawNumber(float weight, QPointF centre, double size)
    {
        const QString text = QString::number(static_cast<double>(weight), 'f', 2);
        const double width = m_scene.metrics.width(text, size);
        const QRectF plate(centre.x() - width / 2 - 3, centre.y() - size * 0.65, width + 6, size * 1.3);
        if (!take(plate))
            return;
        QColor ground = m_scene.palette.color(QPalette::Base);
        ground.setAlphaF(0.9F);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ground);
        m_painter.drawRoundedRect(plate, 3, 3);
        m_painter.setFont(m_scene.metrics.fontAt(size));
        m_painter.setPen(m_scene.palette.color(QPalette::Text));
        m_painter.drawText(QPointF(centre.x() - width / 2, centre.y() + m_scene.metrics.capHeight(size) / 2), text);
    }

    void drawStressed(const PlacedLabel& placed, bool above)
    {
        const PlacedLabel label = inside(enlarged(placed, m_scene, above), m_scene);
        drawPlate(m_painter, m_scene, label, m_scene.palette.color(QPalette::Highlight), 4);
        drawToken(m_painter, m_scene, label, m_scene.palette.color(QPalette::HighlightedText));
        if (!m_scene.keyboard)
            return;
        m_painter.save();
        m_painter.translate(label.origin);
        m_painter.rotate(label.angle);
        const double middle = -m_scene.metrics.capHeight(label.size) / 2;
        const double half = m_scene.metrics.line(label.size) / 2 + 2;
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_scene.palette.color(QPalette::Highlight), 1.5));
        m_painter.drawRoundedRect(QRectF(-6, middle - half, label.width + 12, 2 * half), 6, 6);
        m_painter.restore();
    }

    void drawNumberOnLink()
    {
        const LinksLayout& layout = m_scene.layout;
        const double x = (layout.sourceX(m_scene.active.source) + layout.targetX(m_scene.active.target)) / 2;
        if (x < 0 || x > layout.zone.width())
            return;
        drawNumber(m_scene.snapshot->weight(m_scene.active.target, m_scene.active.source),
                   {x, layout.zone.center().y()}, m_scene.typeSize);
    }
};

} // namespace

void drawLinksFocus(QPainter& painter, const LinksScene& scene)
{
    if (!scene.snapshot || scene.layout.zone.isEmpty())
        return;
    drawReadout(painter, scene);
    if (!scene.active.isNone())
        Lights(painter, scene).draw();
}

} // namespace alignoscope::ui

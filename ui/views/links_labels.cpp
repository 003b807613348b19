// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_marks.h"
#include "ui/views/links_marks.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("LinksView", text);
}

// Nothing to show yet: a quiet picture of what will be here, and why it is not.
void drawEmptyState(QPainter& painter, const LinksScene& scene, const QSizeF& widget)
{
    constexpr int tokens = 5, crossed[tokens] = {0, 2, 1, 3, 4};
    const double side = std::clamp(std::min(widget.width(), widget.height()) / 24, 6.0, 16.0);
    const QPointF middle(widget.width() / 2, widget.height() / 2 - side * 2);
    const QPointF corner = middle - QPointF(side * 1.6 * (tokens - 1), side * 4) / 2;
    for (int i = 0; i < tokens; ++i) {
        const QPointF from = corner + QPointF(i * side * 1.6, 0);
        const QPointF to = corner + QPointF(crossed[i] * side * 1.6, side * 4);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(faded(scene.palette, i == 2 ? 0.1 : 0.2), side / (i == 1 ? 3 : 5), Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(linkPath(from, to));
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(scene.palette, 0.25));
        for (const QPointF& end : {from - QPointF(0, side * 0.5), to + QPointF(0, side * 0.5)})
            painter.drawEllipse(end, side * 0.3, side * 0.3);
    }
    painter.setFont(scene.metrics.fontAt(scene.typeSize));
    painter.setPen(faded(scene.palette, 0.65));
    const QRectF room(widget.width() * 0.1, corner.y() + side * 6 + scene.typeSize, widget.width() * 0.8,
                      widget.height() / 2);
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, scene.emptyText);
}

void drawLegend(QPainter& painter, const LinksScene& scene)
{
    const QRectF wedge = wedgeRect(scene);
    for (int x = 0; x < static_cast<int>(wedge.width()); ++x) {
        const double weight = x / (wedge.width() - 1), half = scene.style.width(weight) / 2;
        QColor colour = scene.style.colouring == LinkColouring::Weight ? QColor(scene.style.colour(0, weight))
                                                                       : faded(scene.palette, 1);
        colour.setAlphaF(static_cast<float>(std::max(0.15, LinkStyle::opacity(weight)))
                         * (scene.style.colouring == LinkColouring::Weight ? 1.0F : 0.6F));
        painter.fillRect(QRectF(wedge.x() + x, wedge.center().y() - half, 1, 2 * half), colour);
    }
    const double size = scene.typeSize * 0.85;
    const double baseline = wedge.center().y() + scene.metrics.capHeight(size) / 2;
    painter.setFont(scene.metrics.fontAt(size));
    painter.setPen(faded(scene.palette, 0.65));
    painter.drawText(QPointF(wedge.left() - scene.metrics.width("0", size) - 6, baseline), "0");
    painter.drawText(QPointF(wedge.right() + 6, baseline), "1");
}

void drawCaptions(QPainter& painter, const LinksScene& scene)
{
    const LinksLayout& layout = scene.layout;
    const double size = scene.typeSize * 0.85, indent = layout.left - layout.scrolled + 0.4 * scene.typeSize;
    painter.setFont(scene.metrics.fontAt(size));
    painter.setPen(faded(scene.palette, 0.55));
    const double above = layout.zone.top() - layout.rows.source.labels.depth - scene.metrics.descent(size) - 3;
    const double below = layout.zone.bottom() + layout.rows.target.labels.depth + scene.metrics.ascent(size) + 3;
    // at the rows' left ends, and always to be seen
    const auto x = [&](const LinkRow& row) { return std::max(layout.header.left(), indent + row.edges.front()); };
    painter.drawText(QPointF(x(layout.rows.source), above), scene.above.isEmpty() ? translated("source") : scene.above);
    painter.drawText(QPointF(x(layout.rows.target), below), scene.below.isEmpty() ? translated("target") : scene.below);
}

// A short line where a label is left out, and the colour by which a source word's links are known.
void drawFeet(QPainter& painter, const LinksScene& scene, int source)
{
    const LinksLayout& layout = scene.layout;
    if (scene.style.colouring == LinkColouring::SourceWord) {
        const QRectF place = layout.sourcePlace(source);
        const double width = std::clamp(place.width() * 0.6, 2.0, 3 * scene.typeSize);
        painter.fillRect(QRectF(place.center().x() - width / 2, layout.zone.top() - 3, width, 3),
                         QColor(colourOfToken(source)));
    } else if (layout.rows.source.labels.stride > 1) {
        painter.fillRect(QRectF(layout.sourceX(source) - 0.5, layout.zone.top() - 3, 1, 3), faded(scene.palette, 0.3));
    }
}

QColor inkOf(const LinksScene& scene, TokenKind kind)
{
    return faded(scene.palette, kind == TokenKind::Word ? 1 : kind == TokenKind::End ? 0.5 : 0.7);
}

void drawRows(QPainter& painter, const LinksScene& scene, double width)
{
    const LinksLayout& layout = scene.layout;
    for (const int source : layout.visible(layout.rows.source, width)) {
        drawFeet(painter, scene, source);
        if (layout.rows.source.labels.isShown(source)) {
            const PlacedLabel label = layout.sourceLabel(source, scene.metrics);
            drawToken(painter, scene, label, inkOf(scene, label.label.kind));
        }
    }
    for (const int target : layout.visible(layout.rows.target, width)) {
        if (layout.rows.target.labels.stride > 1)
            painter.fillRect(QRectF(layout.targetX(target) - 0.5, layout.zone.bottom(), 1, 3),
                             faded(scene.palette, 0.3));
        if (layout.rows.target.labels.isShown(target)) {
            const PlacedLabel label = layout.targetLabel(target, scene.metrics);
            drawToken(painter, scene, label, inkOf(scene, label.label.kind));
        }
    }
}

} // namespace

QRectF wedgeRect(const LinksScene& scene)
{
    const QRectF& header = scene.layout.header;
    const double width = std::floor(std::clamp(header.width() * 0.2, 40.0, 110.0));
    const double number = scene.metrics.width("1", scene.typeSize * 0.85);
    return {std::round(header.right() - number - 6 - width), header.top(), width, header.height()};
}

void drawToken(QPainter& painter, const LinksScene& scene, const PlacedLabel& label, QColor ink)
{
    painter.save();
    painter.translate(label.origin);
    painter.rotate(label.angle);
    painter.setFont(scene.metrics.fontAt(label.size));
    painter.setPen(ink);
    painter.drawText(QPointF(0, 0), label.label.text);
    if (label.label.kind == TokenKind::Unknown) {
        QPen dots(ink, 1.2, Qt::SolidLine, Qt::FlatCap);
        dots.setDashPattern({1, 1.5});
        painter.setPen(dots);
        painter.drawLine(QPointF(0, label.size * 0.2), QPointF(label.width, label.size * 0.2));
    }
    painter.restore();
}

void drawPlate(QPainter& painter, const LinksScene& scene, const PlacedLabel& label, const QColor& colour, double pad)
{
    painter.save();
    painter.translate(label.origin);
    painter.rotate(label.angle);
    const double middle = -scene.metrics.capHeight(label.size) / 2;
    const double half = scene.metrics.line(label.size) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(-pad, middle - half, label.width + 2 * pad, 2 * half), 4, 4);
    painter.restore();
}

void drawLinksLabels(QPainter& painter, const LinksScene& scene, const QSizeF& widget)
{
    if (!scene.snapshot || scene.sources.empty() || scene.targets.empty()) {
        drawEmptyState(painter, scene, widget);
        return;
    }
    drawLegend(painter, scene);
    if (scene.layout.zone.isEmpty())
        return;
    if (scene.layout.captions)
        drawCaptions(painter, scene);
    drawRows(painter, scene, widget.width());
}

} // namespace alignoscope::ui

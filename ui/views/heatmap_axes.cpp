// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_scene.h"

#include "ui/figure/figure_layout.h"
#include "ui/views/heatmap_marks.h"

#include <QPainter>

#include <algorithm>

namespace alignoscope::ui {
namespace {

// Nothing to show yet: a quiet picture of what will be here, and why it is not.
void drawEmptyState(QPainter& painter, const HeatmapScene& scene, const QSizeF& widget)
{
    constexpr int cells = 5;
    const double side = std::clamp(std::min(widget.width(), widget.height()) / 24, 6.0, 16.0);
    const QPointF middle(widget.width() / 2, widget.height() / 2 - side * 2);
    const QPointF corner = middle - QPointF(side, side) * cells / 2;
    for (int row = 0; row < cells; ++row) {
        for (int column = 0; column < cells; ++column) {
            const double alpha = row == column ? 0.22 : std::abs(row - column) == 1 ? 0.1 : 0.045;
            painter.fillRect(QRectF(corner + QPointF(column, row) * side, QSizeF(side - 1, side - 1)),
                             faded(scene.palette, alpha));
        }
    }
    painter.setFont(scene.metrics.fontAt(scene.typeSize));
    painter.setPen(faded(scene.palette, 0.65));
    const QRectF room(widget.width() * 0.1, corner.y() + side * cells + scene.typeSize, widget.width() * 0.8,
                      widget.height() / 2);
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, scene.emptyText);
}

void drawCaptions(QPainter& painter, const HeatmapScene& scene)
{
    const double size = scene.typeSize * 0.85;
    const double right = scene.layout.matrix.left() - scene.typeSize * 0.4;
    const double lower = scene.layout.matrix.top() - scene.typeSize * 0.3 - scene.metrics.descent(size);
    painter.setFont(scene.metrics.fontAt(size));
    painter.setPen(faded(scene.palette, 0.55));
    painter.drawText(QPointF(right - scene.metrics.width(downCaption(scene.look), size), lower),
                     downCaption(scene.look));
    const QString across = acrossCaption(scene.look, scene.layout.across.order);
    painter.drawText(QPointF(right - scene.metrics.width(across, size), lower - scene.metrics.line(size) * 1.05),
                     across);
}

void drawTick(QPainter& painter, const HeatmapScene& scene, QPointF from, QPointF step)
{
    painter.setPen(QPen(faded(scene.palette, 0.4), 1));
    painter.drawLine(from, from + step);
}

void drawLabels(QPainter& painter, const HeatmapScene& scene)
{
    const HeatmapLayout& layout = scene.layout;
    for (int source = 0; source < layout.columns(); ++source) {
        if (!layout.across.isShown(source))
            continue;
        drawLabel(painter, scene, layout.sourceLabel(source, scene.metrics));
        if (layout.across.stride > 1)
            drawTick(painter, scene, {layout.cell(0, source).center().x(), layout.matrix.top()}, {0, -3});
    }
    for (int target = 0; target < layout.rows(); ++target) {
        if (!layout.down.isShown(target))
            continue;
        drawLabel(painter, scene, layout.targetLabel(target, scene.metrics));
        if (layout.down.stride > 1)
            drawTick(painter, scene, {layout.matrix.left(), layout.cell(target, 0).center().y()}, {-3, 0});
    }
}

void drawColourBar(QPainter& painter, const HeatmapScene& scene)
{
    const QRectF bar = colourBarRect(scene);
    const ValueScale& values = scene.look.scale;
    for (int x = 0; x < static_cast<int>(bar.width()); ++x)
        painter.fillRect(
            QRectF(bar.x() + x, bar.y(), 1, bar.height()),
            QColor(colourOf(scene.colourMap, values, values.low + (values.high - values.low) * x / (bar.width() - 1))));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faded(scene.palette, 0.35), 1));
    painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5));
    const double size = scene.typeSize * 0.85;
    const double baseline = bar.center().y() + scene.metrics.capHeight(size) / 2;
    painter.setFont(scene.metrics.fontAt(size));
    painter.setPen(faded(scene.palette, 0.65));
    const QStringList marks = barMarks(values);
    painter.drawText(QPointF(bar.left() - scene.metrics.width(marks.first(), size) - 6, baseline), marks.first());
    painter.drawText(QPointF(bar.right() + 6, baseline), marks.last());
}

} // namespace

void drawHeatmapAxes(QPainter& painter, const HeatmapScene& scene, const QSizeF& widget)
{
    if (!scene.snapshot) {
        drawEmptyState(painter, scene, widget);
        return;
    }
    drawColourBar(painter, scene);
    if (scene.layout.matrix.isEmpty())
        return;
    drawCaptions(painter, scene);
    drawLabels(painter, scene);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faded(scene.palette, 0.45), 1));
    painter.drawRect(scene.layout.matrix.adjusted(-0.5, -0.5, 0.5, 0.5));
}

} // namespace alignoscope::ui

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_marks.h"

#include <QPainter>

#include <algorithm>

namespace alignoscope::ui {

QColor faded(const QPalette& palette, double alpha)
{
    QColor colour = palette.color(QPalette::Text);
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

QRectF colourBarRect(const HeatmapScene& scene)
{
    const QRectF& header = scene.layout.header;
    const double width = std::floor(std::clamp(header.width() * 0.25, 40.0, 128.0));
    const double number = scene.metrics.width(barMarks(scene.look.scale).last(), scene.typeSize * 0.85);
    const double height = std::round(scene.typeSize * 0.75);
    return {std::round(header.right() - number - 6 - width), std::round(header.center().y() - height / 2), width,
            height};
}

void drawLabel(QPainter& painter, const HeatmapScene& scene, const PlacedLabel& label)
{
    const TokenKind kind = label.label.kind;
    const QColor ink = faded(scene.palette, kind == TokenKind::Word ? 1 : kind == TokenKind::End ? 0.5 : 0.7);
    painter.save();
    painter.translate(label.origin);
    painter.rotate(label.angle);
    painter.setFont(scene.metrics.fontAt(label.size));
    painter.setPen(ink);
    painter.drawText(QPointF(0, 0), label.label.text);
    if (kind == TokenKind::Unknown) {
        QPen dots(ink, 1.2, Qt::SolidLine, Qt::FlatCap);
        dots.setDashPattern({1, 1.5});
        painter.setPen(dots);
        painter.drawLine(QPointF(0, label.size * 0.2), QPointF(label.width, label.size * 0.2));
    }
    painter.restore();
}

} // namespace alignoscope::ui

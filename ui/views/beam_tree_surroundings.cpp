// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/beam_tree_scene.h"
#include "ui/views/heatmap_marks.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace alignoscope::ui {

void drawBeamSteps(QPainter& painter, const BeamTreeScene& scene, const QRectF& strip, double left, double zoom)
{
    painter.fillRect(strip, scene.palette.color(QPalette::Base));
    painter.setPen(faded(scene.palette, 0.15));
    painter.drawLine(strip.bottomLeft(), strip.bottomRight());
    const double size = scene.typeSize * 0.85;
    painter.setFont(scene.metrics.fontAt(size));
    const BeamLayout& layout = scene.layout;
    double free = layout.begin(strip);
    for (int step = 1; step <= scene.step; ++step) {
        const QString text = QString::number(step);
        const double width = scene.metrics.width(text, size);
        const double x = left + layout.begin(layout.columns[static_cast<std::size_t>(step)]) * zoom;
        if ((x - free) * layout.forth() < 0 || (x - layout.end(strip)) * layout.forth() > 0) // numbers thin out
            continue;
        free = x + layout.forth() * (width + scene.typeSize);
        painter.setPen(faded(scene.palette, step == scene.step ? 0.9 : 0.5));
        painter.drawText(QPointF(layout.leftOf(x, width), strip.center().y() + scene.metrics.capHeight(size) / 2),
                         text);
    }
}

void drawNoBeam(QPainter& painter, const BeamTreeScene& scene, const QSizeF& widget)
{
    const double unit = std::clamp(std::min(widget.width(), widget.height()) / 22, 6.0, 16.0);
    const QPointF middle(widget.width() / 2, widget.height() / 2 - 2.5 * unit);
    constexpr std::array<QPointF, 6> places{QPointF(-6, 0), QPointF(0, -1.5), QPointF(0, 1.5),
                                            QPointF(6, -3), QPointF(6, -0.5), QPointF(6, 2)};
    constexpr std::array<int, 6> parents{-1, 0, 0, 1, 1, 2};
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool best = i == 0 || i == 1 || i == 3;
        if (parents[i] >= 0) {
            painter.setPen(QPen(faded(scene.palette, best ? 0.3 : 0.1), unit * (best ? 0.2 : 0.12)));
            painter.drawLine(middle + places[static_cast<std::size_t>(parents[i])] * unit + QPointF(1.6, 0) * unit,
                             middle + places[i] * unit - QPointF(1.6, 0) * unit);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(scene.palette, best ? 0.22 : 0.07));
        const QRectF box(middle + (places[i] - QPointF(1.6, 0.7)) * unit, QSizeF(3.2, 1.4) * unit);
        painter.drawRoundedRect(box, unit * 0.4, unit * 0.4);
    }
    painter.setFont(scene.metrics.fontAt(scene.typeSize));
    painter.setPen(faded(scene.palette, 0.65));
    const double top = middle.y() + 3.5 * unit + scene.typeSize;
    painter.drawText(QRectF(widget.width() * 0.08, top, widget.width() * 0.84, widget.height() - top),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, scene.emptyText);
}

} // namespace alignoscope::ui

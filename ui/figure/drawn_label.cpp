// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/drawn_label.h"

#include "ui/figure/figure_layout.h"

#include <QTransform>

namespace alignoscope::ui {

void addLabel(Drawing& drawing, const PlacedLabel& placed, const LabelMetrics& metrics)
{
    const TokenKind kind = placed.label.kind;
    const QRgb colour = kind == TokenKind::Word ? figureInk : kind == TokenKind::End ? paleFigureInk : unknownTokenInk;
    drawing.texts.push_back({placed.label.text, placed.origin, placed.angle, metrics.fontAt(placed.size), colour});
    if (kind != TokenKind::Unknown)
        return;
    QTransform place;
    place.translate(placed.origin.x(), placed.origin.y());
    place.rotate(placed.angle);
    const double below = placed.size * 0.16;
    drawing.lines.push_back({place.map(QPointF(0, below)), place.map(QPointF(placed.width, below)), placed.size * 0.07,
                             unknownTokenInk, true});
}

double addTitle(Drawing& drawing, const FigureOptions& options, const LabelMetrics& metrics, const QString& untitled)
{
    drawing.title = options.title.isEmpty() ? untitled : options.title;
    if (options.title.isEmpty())
        return 0;
    const double size = options.fontPt * 1.15 * Drawing::unitsPerPoint;
    const double left = (options.widthMm * Drawing::unitsPerMm - metrics.width(options.title, size)) / 2;
    drawing.texts.push_back(
        {options.title, {left, figureMargin + metrics.ascent(size)}, 0, metrics.fontAt(size), figureInk});
    return metrics.line(size) * 1.5;
}

} // namespace alignoscope::ui

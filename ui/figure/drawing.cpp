// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/drawing.h"

#include <QLinearGradient>
#include <QPainter>

namespace alignoscope::ui {
namespace {

void paintBand(QPainter& painter, const Drawing::Band& band)
{
    QLinearGradient gradient(band.rect.bottomLeft(), band.rect.topLeft());
    const auto last = static_cast<double>(band.colours.size() - 1);
    for (std::size_t i = 0; i < band.colours.size(); ++i)
        gradient.setColorAt(static_cast<double>(i) / last, QColor(band.colours[i]));
    painter.fillRect(band.rect, gradient);
}

void paintPath(QPainter& painter, const Drawing::Path& path)
{
    painter.setOpacity(path.opacity);
    painter.setBrush(path.fill ? QBrush(QColor(*path.fill)) : QBrush(Qt::NoBrush));
    QPen pen(QColor(path.stroke), path.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (path.dashed) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({3, 2});
    }
    painter.setPen(path.width > 0 ? pen : QPen(Qt::NoPen));
    painter.drawPath(path.path);
    painter.setOpacity(1);
}

void paintLine(QPainter& painter, const Drawing::Line& line)
{
    QPen pen(QColor(line.colour), line.width, Qt::SolidLine, Qt::FlatCap);
    if (line.dotted)
        pen.setDashPattern({1, 1.5});
    painter.setPen(pen);
    painter.drawLine(line.from, line.to);
}

void paintText(QPainter& painter, const Drawing::Text& text)
{
    painter.save();
    painter.translate(text.origin);
    painter.rotate(text.angle);
    painter.setFont(text.font);
    painter.setPen(QColor(text.colour));
    painter.drawText(QPointF(0, 0), text.text);
    painter.restore();
}

} // namespace

void paintDrawing(QPainter& painter, const Drawing& drawing)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const Drawing::Box& box : drawing.boxes)
        painter.fillRect(box.rect, QColor(box.fill));
    for (const Drawing::Band& band : drawing.bands)
        paintBand(painter, band);
    for (const Drawing::Path& path : drawing.paths)
        paintPath(painter, path);
    for (const Drawing::Line& line : drawing.lines)
        paintLine(painter, line);
    for (const Drawing::Text& text : drawing.texts)
        paintText(painter, text);
    painter.restore();
}

} // namespace alignoscope::ui
